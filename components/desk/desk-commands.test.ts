// The text as a document, on the editor's own state: Enter, Backspace, paragraphs from elsewhere, numbered headings,
// somebody else's changes coming in.
import { undo } from 'prosemirror-history';
import { Slice } from 'prosemirror-model';
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { narrate } from '@/prisma/world/narrated-documents';
import { linesOf, longestPaste } from '@/lib/domain/desk/paste';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import { paragraphsOf } from '@/lib/domain/desk/paragraphs';
import { absorb, closeParagraph, openParagraph } from './desk-commands';
import { DeskFinder } from './desk-finder';
import { deskPlugins } from './desk-plugins';
import { blocksOfDoc, docOf } from './desk-schema';
import { insertLines, textOfSlice } from './paste';

const narrated = narrate('hn');
const finder = new DeskFinder(narrated, [], []);
const labels = { hidden: '', pinned: '', stale: '', own: '' };
const nothing = () => undefined;
const plugins = deskPlugins(() => finder, labels, {
  chosen: nothing,
  refused: nothing,
  tooLong: nothing,
});

const begin = (blocks: readonly Block[] = narrated.blocks): EditorState =>
  EditorState.create({ doc: docOf(blocks), plugins });

/** The cursor in the block at `place`, behind `offset` characters (from its end where negative). */
function at(state: EditorState, place: number, offset: number): EditorState {
  let start = 0;
  for (let before = 0; before < place; before += 1) start += state.doc.child(before).nodeSize;
  const { size } = state.doc.child(place).content;
  const inside = offset < 0 ? size + 1 + offset : offset;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + 1 + inside)));
}

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

const blocksIn = (state: EditorState) => blocksOfDoc(state.doc);
const said = (blocks: readonly Block[]) => blocks.map(({ parts }) => textOf(parts)).join('');
const lines = (blocks: Block[]) =>
  paragraphsOf({ blocks, sources: {} }).map(({ segments }) =>
    segments.map(({ text }) => text).join(''),
  );
/** A sentence in the middle of a paragraph. */
const middle = narrated.blocks.findIndex(
  ({ kind, opens }, place) =>
    kind === 'sentence' && !opens && narrated.blocks[place - 1]!.kind === 'sentence',
);

describe('Enter', () => {
  test('at the start of a sentence begins a paragraph with it, and it stays what it is', () => {
    const after = blocksIn(run(at(begin(), middle, 0), openParagraph));
    expect(after.map(({ id }) => id)).toEqual(narrated.blocks.map(({ id }) => id));
    expect(after[middle]!.opens).toBe(true);
    expect(lines(after)).toHaveLength(lines(narrated.blocks).length + 1);
  });

  test('within a sentence begins a paragraph with the rest, in the edition too', () => {
    const after = blocksIn(run(at(begin(), middle, 3), openParagraph));
    expect(said(after)).toBe(said(narrated.blocks));
    expect(after[middle + 1]).toMatchObject({ kind: 'own', opens: true, origin: null });
    expect(lines(after)).toHaveLength(lines(narrated.blocks).length + 1);
  });

  test('at the end opens an empty paragraph to write in', () => {
    const state = run(at(begin(), middle, -1), openParagraph);
    const written = state.apply(state.tr.insertText('新的一段。'));
    expect(lines(blocksIn(written))).toContain('新的一段。');
  });

  test('is taken back by Backspace, and by undo', () => {
    const split = run(at(begin(), middle, 0), openParagraph);
    expect(lines(blocksIn(run(split, closeParagraph)))).toEqual(lines(narrated.blocks));
    expect(lines(blocksIn(run(split, undo)))).toEqual(lines(narrated.blocks));
  });
});

describe('pasted from elsewhere', () => {
  const text = '第一段。第二句。\n\n第二段。\n第三段。';

  test.each([
    ['within a sentence', 3],
    ['before it', 0],
    ['behind it', -1],
  ])('%s paragraphs stay paragraphs, and nothing of the text is lost', (_, offset) => {
    const start = at(begin(), middle, offset);
    const after = blocksIn(start.apply(insertLines(start, linesOf(text))));
    for (const line of ['第一段。第二句。', '第二段。']) expect(lines(after)).toContain(line);
    expect(lines(after).some((line) => line.startsWith('第三段。'))).toBe(true);
    expect(said(after).replace(/第[一二三]段。|第二句。/g, '')).toBe(said(narrated.blocks));
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    expect(after.every(({ id }) => id !== '')).toBe(true);
  });

  test('one line is part of the sentence', () => {
    const start = at(begin(), middle, 3);
    const after = blocksIn(start.apply(insertLines(start, linesOf('几个字'))));
    expect(after).toHaveLength(narrated.blocks.length);
    expect(textOf(after[middle]!.parts)).toContain('几个字');
  });

  test('the cursor stands behind what came in', () => {
    const start = at(begin(), middle, 3);
    const pasted = start.apply(insertLines(start, linesOf(text)));
    expect(said(blocksIn(pasted.apply(pasted.tr.insertText('接着写'))))).toContain(
      '第三段。接着写',
    );
  });

  test('25,000 characters are taken, in pieces that the server takes', () => {
    const start = at(begin(), middle, -1);
    const after = blocksIn(start.apply(insertLines(start, linesOf('长'.repeat(25_000)))));
    expect(Math.max(...after.map(({ parts }) => textOf(parts).length))).toBeLessThanOrEqual(5000);
    expect(said(after)).toContain('长'.repeat(5000));
  });

  test('a text that would be longer than is saved is refused; all else goes on', () => {
    let state = begin();
    for (let turn = 0; turn < 4; turn += 1)
      state = state.apply(insertLines(state, linesOf('长'.repeat(longestPaste))));
    expect(state.doc.content.size).toBeGreaterThan(200_000);
    expect(state.doc.content.size).toBeLessThanOrEqual(300_000);
    const typed = at(state, 0, 0);
    expect(said(blocksIn(typed.apply(typed.tr.delete(1, 3))))).not.toBe(said(blocksIn(state)));
  });
});

test('copied out, sentences of a paragraph are one line, and hidden ones stay here', () => {
  const blocks = narrated.blocks.map((block, place) =>
    place === middle ? { ...block, hidden: true } : block,
  );
  const { doc } = begin(blocks);
  expect(textOfSlice(new Slice(doc.content, 0, 0)).split('\n')).toEqual(lines(blocks));
});

test('headings are counted through when one goes, and undo brings all back', () => {
  const second = narrated.blocks.findIndex(
    ({ kind, parts }) => kind === 'heading' && textOf(parts).startsWith('二、'),
  );
  const state = begin();
  let start = 0;
  for (let before = 0; before < second; before += 1) start += state.doc.child(before).nodeSize;
  const without = state.apply(state.tr.delete(start, start + state.doc.child(second).nodeSize));
  const numbers = (of: EditorState) =>
    blocksIn(of)
      .filter(({ kind }) => kind === 'heading')
      .map(({ parts }) => textOf(parts).split('、')[0]);
  expect(numbers(without)).toEqual(numbers(state).slice(0, -1));
  expect(numbers(run(without, undo))).toEqual(numbers(state));
});

describe('what somebody else wrote', () => {
  const far = narrated.blocks.length - 1;
  const theirs = narrated.blocks.map((block, place) =>
    place === far ? { ...block, parts: ['对方写的。'] } : block,
  );

  test('comes in around the cursor, which stays where it was', () => {
    const start = at(begin(), middle, 2);
    const after = start.apply(absorb(start, theirs));
    expect(blocksIn(after)).toEqual(theirs);
    const typed = blocksIn(after.apply(after.tr.insertText('我')));
    expect(textOf(typed[middle]!.parts).indexOf('我')).toBe(2);
  });

  test('is not undone with one’s own', () => {
    const start = at(begin(), middle, 2);
    const mine = start.apply(start.tr.insertText('我写的'));
    const both = mine.apply(
      absorb(
        mine,
        blocksIn(mine).map((block, place) => (place === far ? theirs[far]! : block)),
      ),
    );
    const undone = said(blocksIn(run(both, undo)));
    expect(undone).toContain('对方写的。');
    expect(undone).not.toContain('我写的');
  });
});

test('a chosen number is not replaced by what is pasted', () => {
  const state = begin();
  let place: number | null = null;
  state.doc.descendants((node, position) => {
    if (node.type.name === 'chip') place ??= position;
  });
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, place!)));
  const chips = (of: EditorState) =>
    blocksIn(of).flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
  const after = chosen.apply(insertLines(chosen, linesOf('几个字')));
  expect(chips(after)).toHaveLength(chips(state).length);
});

// How the editor behaves: keys, numbers that cannot be typed over, pasted text, names of new blocks, and the marks of
// what is stale or has no source.
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
} from 'prosemirror-state';
import { numberHeadings, numberOf } from '@/lib/domain/desk/numbering';
import { longestPaste } from '@/lib/domain/desk/paste';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Node } from 'prosemirror-model';
import { closeParagraph, moveBlock, openParagraph, toggleBlock } from './desk-commands';
import { blocksOfDoc, deskSchema, positionAt } from './desk-schema';
import type { DeskFinder } from './desk-finder';
import { DeskSerializer, insertLines, linesFrom, textOfSlice } from './paste';
import { markCurrent, promptSelection } from './prompt-selection';

/** `chosen` opens the forms of the selected number; `refused` says why a key did nothing; `tooLong` that so many
 *  characters were not taken. */
export type DeskEvents = { chosen(): void; refused(): void; tooLong(count: number): void };

export const redraw = new PluginKey('redraw');

/** Everything that makes a plain editor the desk. */
export function deskPlugins(
  finder: () => DeskFinder,
  labels: Record<'hidden' | 'pinned' | 'stale' | 'own', string>,
  events: DeskEvents,
): Plugin[] {
  return [
    promptSelection(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Alt-ArrowUp': moveBlock(-1),
      'Alt-ArrowDown': moveBlock(1),
      'Alt-h': toggleBlock('hidden'),
      'Alt-p': toggleBlock('pinned'),
      Enter: chainCommands((state) => chooseChip(state, events), openParagraph),
      Backspace: closeParagraph,
    }),
    keymap(baseKeymap),
    history(),
    guardNumbers(events),
    nameBlocks(),
    countHeadings(),
    markBlocks(finder, labels),
    markCurrent(),
  ];
}

const isNumberChosen = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && selection.node.type === deskSchema.nodes.chip;

function chooseChip(state: EditorState, { chosen }: DeskEvents): boolean {
  if (!isNumberChosen(state)) return false;
  chosen();
  return true;
}

/** Typing on a chosen number changes nothing; text from elsewhere comes in as plain words. */
function guardNumbers(events: DeskEvents): Plugin {
  const stepBeside = (view: EditorView) =>
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, view.state.selection.to)),
    );
  return new Plugin({
    props: {
      handleTextInput: (view) => {
        if (!isNumberChosen(view.state)) return false;
        events.refused();
        return true;
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          // The input method would write over it: the words go beside.
          if (isNumberChosen(view.state)) stepBeside(view);
          return false;
        },
      },
      handlePaste: (view, { clipboardData }) => {
        if (!clipboardData || isOurs(clipboardData)) return false;
        if (isNumberChosen(view.state)) stepBeside(view);
        return insertFrom(view, clipboardData, events);
      },
      handleDrop: (view, event, _slice, isMoved) => {
        if (isMoved || !event.dataTransfer || isOurs(event.dataTransfer)) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (place === undefined) return false;
        const { tr } = view.state;
        view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place))));
        return insertFrom(view, event.dataTransfer, events);
      },
      clipboardTextSerializer: textOfSlice,
      clipboardSerializer: new DeskSerializer(),
    },
    // What is longer than the server takes is refused before it is in the text: all else goes on being saved.
    filterTransaction: (tr, { doc }) =>
      tr.doc.content.size <= longestText || tr.doc.content.size <= doc.content.size,
  });
}

/** Text that was copied here keeps its numbers. */
const isOurs = (data: DataTransfer): boolean => {
  const html = data.getData('text/html');
  return html.includes('data-pm-slice') && /data-(block|chip)/.test(html);
};

function insertFrom(view: EditorView, data: DataTransfer, { tooLong }: DeskEvents): true {
  const lines = linesFrom(data);
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length > longestPaste || length + view.state.doc.content.size > longestText) tooLong(length);
  else view.dispatch(insertLines(view.state, lines));
  return true;
}

/** What a manuscript may hold in all. */
const longestText = 300_000;

/** No two blocks of one name: what was split off or pasted is the author's own. */
function nameBlocks(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const seen = new Set<string>();
      const { tr } = state;
      state.doc.forEach((node, offset) => {
        const id = node.attrs.id as string;
        if (id && !seen.has(id)) return void seen.add(id);
        const attrs = {
          ...node.attrs,
          id: `own.${crypto.randomUUID()}`,
          kind: !id && node.attrs.kind === 'heading' ? 'heading' : 'own',
          origin: null,
          pinned: false,
          opens: id ? false : (node.attrs.opens as boolean),
        };
        tr.setNodeMarkup(offset, undefined, attrs);
      });
      return tr.docChanged ? tr : null;
    },
  });
}

/** 一、二、三、 of the headings, as they will be printed. */
function countHeadings(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const blocks = blocksOfDoc(state.doc);
      const counted = numberHeadings(blocks);
      const { tr } = state;
      state.doc.forEach((_node, offset, at) => {
        const [old, now] = [numberOf(blocks[at]!), numberOf(counted[at]!)];
        if (old === null || now === null || old === now) return;
        tr.insertText(now, tr.mapping.map(offset + 1), tr.mapping.map(offset + 1 + old.length));
      });
      return tr.docChanged ? tr : null;
    },
  });
}

function markBlocks(
  finder: () => DeskFinder,
  labels: Record<'hidden' | 'pinned' | 'stale' | 'own', string>,
): Plugin {
  const mark = (doc: Node) => {
    const marks: Decoration[] = [];
    doc.forEach((node, offset) => {
      const { stale, unlinked, isOwn } = finder().look(node);
      const notes = [
        node.attrs.hidden && labels.hidden,
        node.attrs.pinned && labels.pinned,
        stale && `▲ ${labels.stale}`,
        isOwn && labels.own,
      ].filter(Boolean);
      if (notes.length > 0)
        marks.push(
          Decoration.node(offset, offset + node.nodeSize, {
            'data-notes': notes.join(' · '),
            class: stale ? 'is-stale' : '',
          }),
        );
      for (const { start, end } of unlinked) {
        marks.push(
          Decoration.inline(
            positionAt(node, offset + 1, start),
            positionAt(node, offset + 1, end),
            { class: 'unlinked' },
          ),
        );
      }
    });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin({
    key: redraw,
    state: {
      init: (_, { doc }) => mark(doc),
      apply: (tr, before) => (tr.docChanged || tr.getMeta(redraw) ? mark(tr.doc) : before),
    },
    props: { decorations: (state) => redraw.getState(state) as DecorationSet },
  });
}

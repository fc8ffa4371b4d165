import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrate } from '@/prisma/world/narrated-documents';
import { isChip, textOf, type Block, type Part } from './manuscript';
import { mergeBlocks, takeTheirs } from './merge-blocks';

const narrated = narrate('hn');
const own = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id,
  kind: 'own',
  section: 'JG',
  opens: false,
  hidden: false,
  pinned: false,
  parts: [text],
  origin: null,
  ...more,
});
const said = (blocks: readonly Block[]) => blocks.map(({ parts }) => textOf(parts)).join('|');

describe('two authors', () => {
  const base = narrated.blocks.slice(0, 12);
  const change = (blocks: readonly Block[], at: number, parts: Part[]) =>
    blocks.map((block, place) => (place === at ? { ...block, parts } : block));

  test('in different blocks both stay', () => {
    const mine = [...change(base, 4, ['我改的。']), own('own.m', '我加的。')];
    const theirs = [
      base[0]!,
      own('own.t', '对方加的。'),
      ...change(base, 8, ['对方改的。']).slice(1),
    ];
    const { blocks, collisions } = mergeBlocks(base, mine, theirs);
    expect(collisions).toEqual([]);
    for (const words of ['我改的。', '我加的。', '对方加的。', '对方改的。'])
      expect(said(blocks).split(words)).toHaveLength(2);
    expect(blocks).toHaveLength(base.length + 2);
  });

  test('in one sentence at different places both stay, and a chosen form stays', () => {
    const place = base.findIndex(({ parts }) => parts.filter(isChip).length > 1);
    const block = base[place]!;
    const chip = block.parts.find(isChip)!;
    const formed = block.parts.map((part) =>
      part === chip ? { ...chip, text: '约九', form: 'none.0.约' } : part,
    );
    const { blocks, collisions } = mergeBlocks(
      base,
      change(base, place, formed),
      change(base, place, [...block.parts, '很好。']),
    );
    expect(collisions).toEqual([]);
    expect(textOf(blocks[place]!.parts)).toContain('约九');
    expect(textOf(blocks[place]!.parts)).toMatch(/很好。$/);
  });

  test('at the same place collide there alone; either may be taken', () => {
    const mine = change(change(base, 4, ['我的。']), 6, ['也是我的。']);
    const theirs = change(base, 4, ['对方的。']);
    const { blocks, collisions } = mergeBlocks(base, mine, theirs);
    expect(collisions.map(({ id }) => id)).toEqual([base[4]!.id]);
    expect(said(blocks)).toContain('我的。');
    expect(said(blocks)).toContain('也是我的。');
    const taken = takeTheirs(blocks, collisions[0]!);
    expect(said(taken)).toContain('对方的。');
    expect(said(taken)).toContain('也是我的。');
  });

  test('words are not lost to a deletion by the other', () => {
    const mine = change(base, 4, ['我改的。']);
    const theirs = base.filter((_, at) => at !== 4);
    const { blocks, collisions } = mergeBlocks(base, mine, theirs);
    expect(said(blocks)).toContain('我改的。');
    expect(collisions).toMatchObject([{ id: base[4]!.id, theirs: null }]);
  });

  test('whatever they do, no own words are lost unnamed and no block stands twice', () => {
    const edit = fc.record({
      at: fc.nat(base.length - 1),
      what: fc.constantFrom('reword', 'delete', 'move', 'add'),
    });
    const apply = (edits: { at: number; what: string }[], who: string) =>
      edits.reduce((blocks: Block[], { at, what }, count) => {
        const place = Math.min(at, blocks.length - 1);
        const one = blocks[place]!;
        const rest = blocks.filter((_, other) => other !== place);
        if (what === 'reword') return change(blocks, place, [`${who}${count}。`]);
        if (what === 'delete') return rest.length > 0 ? rest : blocks;
        if (what === 'move') return [...rest, one];
        return blocks.toSpliced(place, 0, own(`own.${who}${count}`, `${who}${count}。`));
      }, base);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), fc.array(edit, { maxLength: 5 }), (m, t) => {
        const [mine, theirs] = [apply(m, '我'), apply(t, '他')];
        const { blocks, collisions } = mergeBlocks(base, mine, theirs);
        const ids = blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = said([...blocks, ...collisions.flatMap(({ theirs: one }) => one ?? [])]);
        for (const block of [...mine, ...theirs])
          if (/^[我他]\d。$/.test(textOf(block.parts)))
            expect(known).toContain(textOf(block.parts));
        expect(mergeBlocks(base, base, theirs)).toEqual({ blocks: theirs, collisions: [] });
        expect(mergeBlocks(base, mine, base)).toEqual({ blocks: mine, collisions: [] });
      }),
    );
  });
});

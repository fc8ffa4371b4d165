import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf, type Block, type Chip } from './manuscript';
import type { Today } from './merge';
import { renew } from './renew';

const chip = (ref: string, text: string): Chip => ({ ref, text });
const sentence = (id: string, ...parts: Block['parts']): Block => ({
  id,
  kind: 'sentence',
  section: 'A',
  opens: false,
  hidden: false,
  pinned: false,
  parts,
  origin: parts,
});
const own = (id: string, text: string): Block => ({
  ...sentence(id, text),
  kind: 'own',
  origin: null,
});

const generated = [
  sentence('a', '举办活动', chip('A1', '74场次'), '。'),
  sentence('b', '参加职工', chip('A2', '21614人次'), '。'),
  sentence('c', '建成书屋', chip('A3', '33个'), '。'),
];
const brief = [
  sentence('a', '活动', chip('A1', '74场次'), '。'),
  sentence('d', '新建', chip('A4', '5个'), '。'),
  sentence('c', '书屋', chip('A3', '33个'), '。'),
];
const numbers = new Map(
  ['A1 74场次', 'A2 21614人次', 'A3 33个', 'A4 5个'].map((known) => {
    const [ref, text] = known.split(' ') as [string, string];
    return [
      ref,
      { ref, name: '', nameEn: '', period: '2021年', texts: [text], quantity: null, rises: null },
    ];
  }),
);
const today: Today = { sentences: new Map(brief.map(({ id, parts }) => [id, parts])), numbers };
const said = (blocks: readonly Block[]) => blocks.map(({ parts }) => textOf(parts)).join('');

describe('written anew', () => {
  test('an untouched text is the new one', () => {
    const { blocks, kept, lost, dropped, added } = renew(generated, generated, brief, today);
    expect(blocks).toEqual(brief);
    expect({ kept, lost, dropped, added }).toEqual({ kept: [], lost: [], dropped: 1, added: 1 });
  });

  test('own words go over to the new sentence; sentences of the author keep their place', () => {
    const old = [
      { ...generated[0]!, parts: ['广泛举办活动', chip('A1', '74场次'), '。'] },
      own('own.1', '职工满意。'),
      ...generated.slice(1),
    ];
    const { blocks, kept } = renew(
      old,
      generated,
      [
        { ...brief[0]!, parts: ['举办活动', chip('A1', '74场次'), '，成效好。'] },
        ...brief.slice(1),
      ],
      {
        ...today,
        sentences: new Map([
          ...today.sentences,
          ['a', ['举办活动', chip('A1', '74场次'), '，成效好。']],
        ]),
      },
    );
    expect(said(blocks)).toBe('广泛举办活动74场次，成效好。职工满意。新建5个。书屋33个。');
    expect(kept.map(({ id }) => id)).toEqual(['a', 'own.1']);
  });

  test('where own words and the new sentence cannot be joined, both stay', () => {
    const old = [
      { ...generated[0]!, parts: ['全年办了', chip('A1', '74场次'), '文体活动。'] },
      ...generated.slice(1),
    ];
    const { blocks } = renew(old, generated, brief, today);
    expect(blocks.map(({ id, hidden }) => [id, hidden])).toEqual([
      ['a', false],
      ['a~own', true],
      ['d', false],
      ['c', false],
    ]);
  });

  test('pinned stays word for word, hidden stays hidden, moved stays where it was put', () => {
    const old = [
      { ...generated[2]!, hidden: true },
      { ...generated[0]!, pinned: true },
      generated[1]!,
    ];
    const { blocks, kept } = renew(old, generated, brief, today);
    expect(blocks.map(({ id, hidden, pinned }) => [id, hidden, pinned])).toEqual([
      ['c', true, false],
      ['a', false, true],
      ['d', false, false],
    ]);
    expect(said(blocks)).toBe('书屋33个。举办活动74场次。新建5个。');
    expect(kept.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  test('own words stay where the new text leaves their sentence out; what was only generated goes', () => {
    const old = [
      generated[0]!,
      { ...generated[1]!, parts: ['职工', chip('A2', '21614人次'), '踊跃参加。'] },
      generated[2]!,
    ];
    const { blocks, kept, lost, dropped, unfounded } = renew(old, generated, brief, today);
    expect(said(blocks)).toBe('活动74场次。职工21614人次踊跃参加。新建5个。书屋33个。');
    expect(said(kept)).toBe('职工21614人次踊跃参加。');
    expect({ lost, dropped, unfounded }).toEqual({ lost: [], dropped: 0, unfounded: [] });
    // In full length again it is the sentence that it was.
    const again = renew(blocks, brief, generated, {
      ...today,
      sentences: new Map(generated.map(({ id, parts }) => [id, parts])),
    });
    expect(said(again.blocks)).toBe('举办活动74场次。职工21614人次踊跃参加。建成书屋33个。');
  });

  test('a heading of a part that is no more is named', () => {
    const heading = { ...generated[1]!, kind: 'heading' as const, parts: ['我们的话'] };
    const { lost } = renew([heading], generated, brief, today);
    expect(said(lost)).toBe('我们的话');
  });

  test('own words with a number that the new choice does not know are pointed out', () => {
    const { unfounded } = renew(
      [...generated, { ...own('own.1', ''), parts: ['是2012年的', chip('gone', '1.8倍'), '。'] }],
      generated,
      brief,
      today,
    );
    expect(unfounded.map(({ id }) => id)).toEqual(['own.1']);
  });

  test('nothing of the author is neither kept nor named, each block stands once, and the same again changes nothing', () => {
    const any = fc.record({
      order: fc.shuffledSubarray(generated, { minLength: 3 }),
      flags: fc.array(fc.constantFrom('', 'own', 'hidden', 'pinned'), {
        minLength: 3,
        maxLength: 3,
      }),
      extra: fc.nat(3),
    });
    fc.assert(
      fc.property(any, ({ order, flags, extra }) => {
        const touched = order.map((block, at) => ({
          ...block,
          hidden: flags[at] === 'hidden',
          pinned: flags[at] === 'pinned',
          parts: flags[at] === 'own' ? [...block.parts, '加的话。'] : block.parts,
        }));
        const old = [
          ...touched.slice(0, extra),
          own('own.x', '自己的话。'),
          ...touched.slice(extra),
        ];
        const { blocks, lost } = renew(old, generated, brief, today);
        const ids = blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const block of old.filter(
          ({ pinned, kind, parts, origin }) => pinned || kind === 'own' || parts !== origin,
        )) {
          const stands =
            blocks.some((one) => one.id === block.id || one.id === `${block.id}~own`) &&
            (said(blocks).includes('加的话。') || !said([block]).includes('加的话。'));
          expect(stands || lost.includes(block)).toBe(true);
        }
        expect(renew(blocks, brief, brief, today).blocks.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf } from './printed-form';
import {
  blocksOf,
  hasOwnWords,
  isChip,
  sourcesOf,
  textOf,
  type Block,
  type Part,
} from './manuscript';
import { paragraphsOf } from './paragraphs';
import { currentText, staleOf, update } from './merge';
import { narrate } from '@/prisma/world/narrated-documents';

const before = narrate('hn');
const corrected = narrate('hn', { JG001: '1700', BF003: '9000000', HT005: '1400' });
const blockOf = (id: string, narrated = before): Block =>
  narrated.blocks.find((block) => block.id === id)!;
const competitions = blockOf('JG.figures.JG001');

describe.each(['hn', 'hz', 'jh', 'ts', 'xz'])('the manuscript of %s', (document) => {
  const narrated = narrate(document);

  test('says what the summary says, every number from the same source', () => {
    const paragraphs = paragraphsOf({
      blocks: narrated.blocks,
      sources: sourcesOf(narrated.summary),
    });
    const textsOf = (all: typeof paragraphs) =>
      all.map(({ kind, segments }) => [kind, segments.map(({ text }) => text).join('')]);
    expect(textsOf(paragraphs)).toEqual(textsOf(narrated.summary.paragraphs));
    const again = blocksOf({ paragraphs });
    expect(again.map(({ id, parts }) => [id, parts])).toEqual(
      narrated.blocks.map(({ id, parts }) => [id, parts]),
    );
  });

  test('no two blocks have one name, and nothing is stale', () => {
    expect(new Set(narrated.blocks.map(({ id }) => id)).size).toBe(narrated.blocks.length);
    expect(narrated.blocks.filter((block) => staleOf(block, narrated))).toEqual([]);
  });

  test('stays as it is when the same figures are handed in again', () => {
    const code = narrated.input.catalogue.indicators[0]!.code;
    const again = narrate(document, {
      [code]:
        narrated.input.reports.at(-1)!.figures.find(({ indicator }) => indicator === code)?.value ??
        '0',
    });
    const same = new Map([...narrated.sentences].filter(([id]) => again.sentences.has(id)));
    expect(same.size).toBeGreaterThan(0);
    expect(
      narrated.blocks.filter((block) =>
        staleOf(block, { sentences: narrated.sentences, numbers: again.numbers }),
      ).length,
    ).toBe(0);
  });
});

describe('after a correction', () => {
  test('the sentences that state the figure are stale, with what they would say', () => {
    const stale = before.blocks.flatMap((block) => (staleOf(block, corrected) ? [block.id] : []));
    expect(stale).toContain('JG.figures.JG001');
    expect(stale).not.toContain('HT.figures.HT004');
    expect(textOf(staleOf(competitions, corrected)!.parts!)).toMatch(
      /^全年.+1700场次，.+40\.7万人次，分别比上年增长7\.4%和2\.8%。$/,
    );
  });

  test('own words are kept around the new numbers', () => {
    const own = withWords(competitions, (text) =>
      text.replace('全年', '全市上下同心，全年共').replace('。', '，成效明显。'),
    );
    const stale = staleOf(own, corrected)!;
    expect(stale.own).toBe('kept');
    expect(textOf(stale.parts!)).toMatch(
      /^全市上下同心，全年共.+1700场次，.+40\.7万人次，分别比上年增长7\.4%和2\.8%，成效明显。$/,
    );
  });

  test('own words that the new direction would make a lie are set apart, not lost', () => {
    const falling = narrate('hn', { JG001: '1400' });
    const own = withWords(competitions, (text) => text.replace('分别比上年增长', '双双大幅增长'));
    const stale = staleOf(own, falling)!;
    expect(stale.own).toBe('apart');
    const [updated, kept] = update(own, stale, falling);
    expect(textOf(updated!.parts)).toContain('比上年下降');
    expect(textOf(updated!.parts)).not.toContain('双双大幅增长7');
    expect(kept).toMatchObject({ kind: 'own', hidden: true, parts: own.parts });
  });

  test('in a sentence of the author’s own the verb decides whether the new number may stand', () => {
    const rate = [...before.numbers.values()].find(
      ({ ref }) => ref.startsWith('growth:') && ref.includes('JG001'),
    )!;
    const own = (verb: string): Block => ({
      ...competitions,
      id: 'own.1',
      kind: 'own',
      origin: null,
      parts: [`竞赛场次${verb}`, { ref: rate.ref, text: '7.1%' }, '。'],
    });
    const falling = narrate('hn', { JG001: '1400' });
    expect(staleOf(own('增长'), falling)).toEqual({ parts: null, own: 'kept' });
    expect(textOf(staleOf(own('变动'), falling)!.parts!)).toBe('竞赛场次变动11.6%。');
    expect(textOf(staleOf(own('增长'), corrected)!.parts!)).toBe('竞赛场次增长7.4%。');
  });

  test('a form chosen by the author stays where it is still true', () => {
    const formed: Block = {
      ...competitions,
      parts: competitions.parts.map((part) =>
        isChip(part) && part.text === '40.7万人次'
          ? { ...part, text: '40万余人次', form: '万.0.余' }
          : part,
      ),
    };
    expect(staleOf(formed, before)).toBeNull();
    expect(textOf(staleOf(formed, narrate('hn', { JG003: '408000' }))!.parts!)).toContain(
      '40万余人次',
    );
    expect(textOf(staleOf(formed, narrate('hn', { JG003: '418000' }))!.parts!)).toContain(
      '41万余人次',
    );
    expect(textOf(staleOf(formed, narrate('hn', { JG003: '410000' }))!.parts!)).toMatch(
      /参赛职工41(\.0)?万人次/,
    );
  });

  test('what is hidden is not stale before it is shown', () => {
    expect(staleOf({ ...competitions, hidden: true }, corrected)).toBeNull();
  });
});

describe('whatever the author does and whatever is corrected', () => {
  const codes = ['JG001', 'JG003', 'HT005', 'HT006', 'BF003', 'FL018', 'SX007', 'PH009'];
  const correction = fc.dictionary(
    fc.constantFrom(...codes),
    fc.integer({ min: 0, max: 5_000_000 }).map(String),
    { maxKeys: 3 },
  );
  const words = fc.stringMatching(/^[甲乙丙丁戊己]{1,6}$/);
  const edit = fc.record({ block: fc.nat(before.blocks.length - 1), at: fc.nat(200), words });

  test('an updated block is not stale any more, every number is one of today, and no own word is lost', () => {
    fc.assert(
      fc.property(correction, fc.array(edit, { maxLength: 8 }), (values, edits) => {
        const today = narrate('hn', values);
        const blocks = edits.reduce(
          (all, { block, at, words: own }) =>
            all.map((one, place) => (place === block ? insert(one, at, own) : one)),
          before.blocks,
        );
        for (const block of blocks) {
          const stale = staleOf(block, today);
          if (!stale?.parts) continue;
          const updated = update(block, stale, today);
          expect(updated.map((one) => staleOf(one, today))).toEqual(updated.map(() => null));
          for (const chip of updated[0]!.parts.filter(isChip))
            expect(currentText(chip, today)).toBe(chip.text);
          const left = updated.map(({ parts }) => textOf(parts)).join('');
          for (const { words: own } of edits.filter(
            (one) => before.blocks[one.block]!.id === block.id,
          )) {
            for (const sign of own) expect(left).toContain(sign);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('every form of a chip is a true print of its figure', () => {
    const all = [...before.numbers.values()].flatMap(({ quantity }) => quantity ?? []);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.integer({ min: 1, max: 900_000_000 }),
        (quantity, value) => {
          const exact = { ...quantity, value: String(value) };
          for (const { text } of formsOf(exact)) {
            const scale = text.includes('亿') ? 100_000_000 : /\d[余]?万/.test(text) ? 10_000 : 1;
            const printed = Number(/[\d.]+/.exec(text)![0]) * scale;
            if (text.includes('余')) expect(value).toBeGreaterThan(printed);
            else if (text.startsWith('近')) expect(value).toBeLessThan(printed);
            else
              expect(Math.abs(value - printed)).toBeLessThanOrEqual(
                value * (text.startsWith('约') ? 0.0501 : 0.00501) + 1e-6,
              );
          }
        },
      ),
    );
  });
});

function withWords(block: Block, reword: (text: string) => string): Block {
  const mark = (at: number) => String.fromCharCode(0xe000 + at);
  const chips = block.parts.filter(isChip);
  let at = 0;
  const text = reword(block.parts.map((part) => (isChip(part) ? mark(at++) : part)).join(''));
  const parts = text
    .split(/([\ue000-\ue0ff])/)
    .map((piece): Part =>
      /^[\ue000-\ue0ff]$/.test(piece) ? chips[piece.charCodeAt(0) - 0xe000]! : piece,
    );
  return { ...block, parts: parts.filter((part) => part !== '') };
}

function insert(block: Block, at: number, words: string): Block {
  const edited = withWords(
    block,
    (text) => text.slice(0, at % (text.length + 1)) + words + text.slice(at % (text.length + 1)),
  );
  expect(hasOwnWords(edited)).toBe(true);
  return edited;
}

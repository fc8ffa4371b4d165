// The author's text as a document: numbering, merged sentences, pasted paragraphs, two authors, what is gone through.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrate } from '@/prisma/world/narrated-documents';
import { formsOf, printForm } from './printed-form';
import { missingFrom } from './left-out';
import { hasOwnWords, isChip, joinParts, textOf, type Block } from './manuscript';
import { paragraphsOf } from './paragraphs';
import { staleOf } from './merge';
import { numeralOf } from './numbering';
import { linesOf, longestBlock, pastedBlocks, sentencesIn } from './paste';

const narrated = narrate('hn');
const blockOf = (id: string, of = narrated): Block => of.blocks.find((block) => block.id === id)!;
const competitions = blockOf('JG.figures.JG001');
describe('headings', () => {
  const numbers = (blocks: Block[]) =>
    paragraphsOf({ blocks, sources: {} })
      .filter(({ kind }) => kind === 'heading')
      .map(({ segments }) => segments[0]!.text.split('、')[0]);

  test('are counted through when one is deleted, hidden or moved', () => {
    const all = numbers(narrated.blocks);
    expect(all.slice(0, 3)).toEqual(['一', '二', '三']);
    const second = narrated.blocks.filter(({ kind }) => kind === 'heading')[1]!;
    const without = narrated.blocks.filter((block) => block !== second);
    expect(numbers(without)).toEqual(all.slice(0, -1));
    const hidden = narrated.blocks.map((one) => (one === second ? { ...one, hidden: true } : one));
    expect(numbers(hidden)).toEqual(all.slice(0, -1));
    expect(numbers([second, ...without])).toEqual(all);
  });

  test('are the same headings under another number', () => {
    const heading = narrated.blocks.find(({ kind }) => kind === 'heading')!;
    const renumbered = { ...heading, parts: [textOf(heading.parts).replace('一、', '九、')] };
    expect(hasOwnWords(renumbered)).toBe(false);
    expect(hasOwnWords({ ...heading, parts: [`${textOf(heading.parts)}新`] })).toBe(true);
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [36, '三十六'],
  ])('%i is %s', (count, numeral) => expect(numeralOf(count)).toBe(numeral));
});

describe('stale is what values make so', () => {
  test('the synonym that the writer chose by what stands around is none', () => {
    const reworded = new Map([...narrated.sentences]);
    const fall = narrated.blocks.find((block) => /下降|减少/.test(textOf(block.parts)))!;
    reworded.set(
      fall.id,
      fall.parts.map((part) =>
        isChip(part) ? part : part.replaceAll('下降', '回落').replaceAll('减少', '下降'),
      ),
    );
    expect(textOf(reworded.get(fall.id)!)).not.toBe(textOf(fall.parts));
    expect(staleOf(fall, { ...narrated, sentences: reworded })).toBeNull();
  });

  test('a direction that turned is, though the number prints the same', () => {
    const rise = narrated.blocks.find((block) => /增长/.test(textOf(block.parts)))!;
    const turned = new Map([...narrated.sentences]);
    turned.set(
      rise.id,
      rise.parts.map((part) => (isChip(part) ? part : part.replaceAll('增长', '下降'))),
    );
    expect(staleOf(rise, { ...narrated, sentences: turned })).not.toBeNull();
  });

  test('standing still that ended is, too', () => {
    const still = { ...competitions, parts: ['与上年持平。'], origin: ['与上年持平。'] };
    const moved = new Map([...narrated.sentences]).set(still.id, ['比上年略有变化。']);
    expect(staleOf(still, { ...narrated, sentences: moved })).not.toBeNull();
  });
});

test('a form keeps no zeros that say nothing', () => {
  const people = { value: '21614', unit: '人次', kind: 'amount' as const, isMoney: false };
  expect(printForm(people, '万.2.')).toBe('2.16万人次');
  expect(printForm({ ...people, value: '15000' }, '万.2.')).toBe('1.5万人次');
  expect(printForm({ ...people, value: '20000' }, '万.2.')).toBe('2万人次');
  const forms = formsOf({ ...people, value: '15000' }).map(({ text }) => text);
  expect(new Set(forms).size).toBe(forms.length);
  expect(forms).not.toContain('1.50万人次');
});

describe('left out', () => {
  const [first, second] = narrated.blocks.filter(
    ({ kind, parts }) => kind === 'sentence' && parts.some(isChip),
  ) as [Block, Block];

  test('is not what was merged into another sentence', () => {
    const merged = narrated.blocks
      .filter((block) => block !== second)
      .map((block) =>
        block === first ? { ...block, parts: joinParts([...first.parts, ...second.parts]) } : block,
      );
    expect(missingFrom(merged, narrated.blocks)).toEqual([]);
    const without = narrated.blocks.filter((block) => block !== second);
    expect(missingFrom(without, narrated.blocks)).toEqual([second]);
  });
});

describe('pasted', () => {
  test('paragraphs stay paragraphs, sentence by sentence', () => {
    const lines = linesOf('第一段第一句。第一段第二句。\r\n\r\n  第二段：“好！”他说。\n');
    const blocks = pastedBlocks(lines, 'JG');
    expect(blocks.map(({ opens, parts }) => [opens, textOf(parts)])).toEqual([
      [true, '第一段第一句。'],
      [false, '第一段第二句。'],
      [true, '第二段：“好！”'],
      [false, '他说。'],
    ]);
    expect(pastedBlocks([{ text: '一、新的一节。续', isHeading: true }], null)).toMatchObject([
      { kind: 'heading', parts: ['一、新的一节。续'] },
    ]);
  });

  test('nothing is lost and nothing is too long', () => {
    const text = fc.string({
      unit: fc.constantFrom('文', '字', '。', '！', '”', '，'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), (one, times) => {
        const whole = one.repeat(times);
        const sentences = sentencesIn(whole);
        expect(sentences.join('')).toBe(whole);
        expect(Math.max(0, ...sentences.map(({ length }) => length))).toBeLessThanOrEqual(
          longestBlock,
        );
      }),
    );
    expect(sentencesIn('长'.repeat(25_000)).length).toBe(5);
  });
});

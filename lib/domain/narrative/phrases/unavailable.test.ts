import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '@/lib/domain/summary/summarise';
import type { SummaryInput } from '@/lib/domain/comparison/source';
import { proseOf, scope } from '@/lib/domain/narrative/test-input';

const codes = [
  'JG001',
  'JG003',
  'JG006',
  'JG007',
  'HT005',
  'HT006',
  'ZZ025',
  'ZZ026',
  'FL010',
  'FL018',
];
const nameOf = ({ catalogue }: SummaryInput, code: string) =>
  catalogue.indicators.find((one) => one.code === code)?.name as string;

test('whatever was there and cannot be had is named, nothing else is', () => {
  const answers = fc.array(fc.constantFrom('number', 'not_available', 'blank'), {
    minLength: codes.length,
    maxLength: codes.length,
  });
  fc.assert(
    fc.property(answers, answers, (now, then) => {
      const valuesOf = (of: string[]) =>
        Object.fromEntries(
          codes.flatMap((code, at) =>
            of[at] === 'blank' ? [] : [[code, of[at] === 'number' ? String(100 + at) : null]],
          ),
        );
      const input = scope('2021', { '2020': valuesOf(then), '2021': valuesOf(now) });
      const sentences = proseOf(input)
        .split(/[。\n]/)
        .filter((sentence) => sentence.includes('无法取得'))
        .join('。');
      codes.forEach((code, at) =>
        expect([code, sentences.includes(nameOf(input, code))]).toEqual([
          code,
          now[at] === 'not_available' && then[at] === 'number',
        ]),
      );
    }),
    { numRuns: 60 },
  );
});

test('a brief text and a first year leave it to the notes', () => {
  const lost = scope('2021', { '2020': { JG001: '50' }, '2021': { JG001: null, ZZ025: '9' } });
  const brief = summarise({
    ...lost,
    style: { length: 'brief', headings: 'plain', falls: 'told', numbers: 'as-entered' },
  });
  expect(
    brief.paragraphs.flatMap(({ segments }) => segments.map(({ text }) => text)).join(''),
  ).not.toContain('无法取得');
  expect(brief.table.notes).toContain('报为无法取得的：2021年劳动竞赛场次。');
  expect(proseOf(scope('2021', { '2021': { JG001: null, ZZ025: '9' } }))).not.toContain('无法取得');
});

test('the sentence of a part of a year names its base, and keeps its name when figures change', () => {
  const input = scope('2021-01..2021-06', {
    '2020-01..2020-06': { JG001: '20', ZZ025: '8' },
    '2021-01..2021-06': { JG001: null, ZZ025: '9' },
  });
  expect(proseOf(input)).toContain('劳动竞赛场次本期数据无法取得，未与上年同期对比。');
  expect(
    summarise(input)
      .paragraphs.flatMap(({ sentences }) => sentences ?? [])
      .map(({ id }) => id),
  ).toContain('JG.unavailable');
});

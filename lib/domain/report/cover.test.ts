import { expect, test } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import { coverTotals, scanTypeOf } from './cover';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['封面.pdf', '%PDF-1.7', 'pdf'],
  ['封面.JPEG', '\xff\xd8\xff\xe0', 'jpg'],
  ['封面.png', '\x89PNG\r\n\x1a\n', 'png'],
  ['封面.pdf', '<html>', null],
  ['封面.png', '\xff\xd8\xff\xe0', null],
  ['封面.xlsx', 'PK\x03\x04[Content_Types].xml xl/workbook.xml', null],
  ['封面', '%PDF-1.7', null],
])('%s beginning with %j is taken as %s', (name, content, type) => {
  expect(scanTypeOf(name, bytes(content))).toBe(type);
});

test('a cover repeats the totals with the most parts, in the order of the form', () => {
  const row = (
    code: string,
    partOf: string | null = null,
    answer: 'number' | 'blank' = 'number',
    core = true,
  ) => ({
    indicator: { code, partOf, core } as Indicator,
    figure: {
      indicator: code,
      measure: 'level' as const,
      answer,
      value: answer === 'number' ? '1' : null,
      shown: null,
      qualifier: '' as const,
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: null,
    },
  });
  const rows = [
    row('A'),
    row('A1', 'A'),
    row('B'),
    row('B1', 'B'),
    row('B2', 'B'),
    row('C', null, 'blank'),
    row('C1', 'C'),
    row('D'),
    row('E', null, 'number', false),
    row('E1', 'E'),
  ];
  expect(coverTotals(rows).map(({ indicator }) => indicator.code)).toEqual(['A', 'B']);
  expect(coverTotals(rows, 1).map(({ indicator }) => indicator.code)).toEqual(['B']);
});

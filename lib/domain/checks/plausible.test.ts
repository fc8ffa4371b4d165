import { describe, expect, it } from 'vitest';
import type { Check } from '../catalogue/indicator';
import type { HintRow } from './figure-hints';
import { findOddities, oddityIssue } from './plausible';

const row = (code: string, value: string | null, last: string | null): HintRow => ({
  indicator: {
    ...{ code, name: `名${code}`, nameEn: code, nature: 'stock', unit: '人' },
    display: { scale: 'none', decimals: 0, moneyUnit: null },
  },
  value,
  last,
  history: [],
  peers: null,
});
const check = (kind: Check['kind']): Check => ({
  code: `C-${kind}`,
  kind,
  left: [{ code: 'P', factor: 1, period: 0 }],
  op: '<=',
  right: [{ code: 'W', factor: 1, period: 0 }],
  tolerance: 0,
  note: '部分不大于全部',
});
const odd = (
  rows: HintRow[],
  checks: Check[] = [],
  written = rows.map((one) => one.indicator.code),
) =>
  [...findOddities({ rows, checks, previous: null, members: null }, new Set(written))].flatMap(
    ([code, found]) =>
      found.map(
        (oddity) =>
          `${code} ${
            oddityIssue(
              oddity,
              rows.find(({ indicator }) => indicator.code === code)!,
            ).code
          }`,
      ),
  );

describe('figures that come from elsewhere', () => {
  it.each<[string, HintRow[], Check[], string[]]>([
    ['as every year', [row('A', '105', '100')], [], []],
    ['in another unit', [row('A', '1280000', '128')], [], ['A import-odd-slip']],
    ['in another unit, the other way', [row('A', '128', '1280000')], [], ['A import-odd-slip']],
    [
      'in each other’s place',
      [row('A', '31', '25148'), row('B', '26000', '29')],
      [],
      ['A import-odd-swap', 'B import-odd-swap'],
    ],
    ['far more', [row('A', '131', '100')], [], ['A import-odd-year-up']],
    ['far less', [row('A', '65', '100')], [], ['A import-odd-year-down']],
    [
      'a part larger than its whole',
      [row('P', '20', null), row('W', '10', null)],
      [check('mandatory')],
      ['P import-odd-check', 'W import-odd-check'],
    ],
    ['what a mere hint says', [row('P', '20', null), row('W', '10', null)], [check('hint')], []],
  ])('%s', (_, rows, checks, expected) => {
    expect(odd(rows, checks)).toEqual(expected);
  });

  it('are asked about, and not what stands beside them already', () => {
    const rows = [row('P', '20', null), row('W', '10', null)];
    expect(odd(rows, [check('verify')], ['P'])).toEqual(['P import-odd-check']);
  });
});

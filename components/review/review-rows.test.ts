import { expect, test } from 'vitest';
import type { Figure } from '@/lib/domain/figure/figure';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { isShown, reviewRows, type ReadForm } from './review-rows';

const check = catalogue.checks.find(
  ({ kind, left, right, op }) =>
    kind === 'mandatory' &&
    op === '<=' &&
    left.length === 1 &&
    right.length === 1 &&
    right[0]!.period === 0,
)!;
const [part, whole] = [check.left[0]!.code!, check.right[0]!.code!];

/** More in the part than in the whole. */
function form(waived: string[]): ReadForm {
  const rows = [part, whole].map((code, at) => ({
    indicator: catalogue.indicators.find((one) => one.code === code)!,
    figure: { answer: 'number', value: String(9 - at) } as Figure,
    previous: null,
    changes: [],
    isAsked: true,
    workedOut: null,
    previousWorkedOut: null,
  }));
  return {
    rows,
    checks: [check],
    explanations: [],
    waived: new Set(waived),
    previousPeriod: null,
  } as unknown as ReadForm;
}

test.each([
  ['a broken rule stands open at its figures', [], false],
  ['one that was let off says so', [check.code], true],
])('%s', (_, waived, isLetOff) => {
  const checks = reviewRows(form(waived)).flatMap(({ checks }) => checks);
  expect(checks.length).toBeGreaterThan(0);
  for (const one of checks)
    expect(one).toMatchObject({
      isLetOff,
      explanation: null,
      result: { check: { code: check.code } },
    });
  expect(checks.filter(({ isHere }) => isHere)).toHaveLength(1);
});

test('a figure that stands out is shown among the flagged, with why', () => {
  const hint = { kind: 'year', direction: 'up', percent: '310' } as StatisticalHint;
  const quiet = { ...form([]), checks: [] };
  const rows = reviewRows(quiet, { hints: new Map([[whole, hint]]) });
  expect(
    rows.map((row) => [
      row.indicator.code,
      row.hint,
      isShown(row, 'flagged'),
      isShown(row, 'marked'),
    ]),
  ).toEqual([
    [part, null, false, false],
    [whole, hint, true, false],
  ]);
});

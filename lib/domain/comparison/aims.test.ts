import { expect, test } from 'vitest';
import { documentScopes } from '@/prisma/world/document-scopes';
import { comparisonGrid } from '@/lib/export/comparison-grid';
import { compareReports } from './tabulate';
import type { Figure } from '../figure/figure';
import type { SummaryInput } from './source';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const { input } = documentScopes(catalogue).find(({ document }) => document === 'jh') as {
  input: SummaryInput;
};

/** The scope with a measure set for one of its figures. */
function withAim(code: string, measure: 'target' | 'limit', value: string): SummaryInput {
  const reports = input.reports.map((report) => {
    const level = report.figures.find((figure) => figure.indicator === code) as Figure;
    return report.period.code === input.scope.period.code
      ? {
          ...report,
          figures: [
            ...report.figures,
            { ...level, measure, value, qualifier: '' as const, shown: null },
          ],
        }
      : report;
  });
  return { ...input, reports };
}

const rowOf = (asked: SummaryInput, code: string) =>
  compareReports(asked).rows.find(({ indicator }) => indicator.code === code);

test('a target stands beside its figure with what was done of it, and with its source', () => {
  const aims = rowOf(withAim('HT020', 'target', '650'), 'HT020')?.aims;
  expect(aims).toMatchObject({
    target: { text: '650份', figures: [{ measure: 'target' }] },
    completion: { text: '105.1%', computed: { formula: '683份÷650份×100%' } },
    limit: null,
  });
  expect(aims?.completion?.figures).toHaveLength(2);
});

test('a control line has no completion, a row without either has no aims', () => {
  expect(rowOf(withAim('FL018', 'limit', '120'), 'FL018')?.aims).toMatchObject({
    target: null,
    completion: null,
    limit: { text: '120件' },
  });
  expect(rowOf(input, 'FL018')?.aims).toBeUndefined();
});

test('the note on completion stands only where there is a target', () => {
  const says = (asked: SummaryInput) =>
    compareReports(asked).notes.some((note) => note.includes('完成%'));
  expect([says(input), says(withAim('HT020', 'target', '650'))]).toEqual([false, true]);
});

test('files have the columns, as numbers that a spreadsheet can use', () => {
  const { columns, groups } = comparisonGrid(
    compareReports(withAim('HT020', 'target', '650')),
    catalogue.sections,
  );
  expect(columns.slice(-2).map(({ head }) => head)).toEqual(['目标', '完成%']);
  const row = groups
    .flatMap(({ rows }) => rows)
    .find(([name]) => name?.text === rowOf(input, 'HT020')?.indicator.name);
  expect(row?.slice(-2)).toMatchObject([
    { text: '650', number: { value: '650' } },
    { text: '105.1', number: { value: '105.1', decimals: 1 } },
  ]);
});

import { compareReports } from '@/lib/domain/comparison/tabulate';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, previousOf, type Period } from '@/lib/domain/tree/period';
import type { ComparisonRow } from '@/lib/domain/comparison/comparison-table';
import type { SummaryUnit } from '@/lib/domain/comparison/source';
import { messages } from '@/lib/i18n/messages';
import { comparisonGrid } from './comparison-grid';
import type { Grid } from './grid';

const { files } = messages['zh-CN'];

/** A report with its figures and those of the period before. */
export type ReportTable = {
  unit: SummaryUnit;
  period: Period;
  submission: number;
  previousSubmission: number | null;
  madeUp: boolean;
  sections: Catalogue['sections'];
  rows: {
    indicator: Indicator;
    figure: Figure | null;
    previous: Figure | null;
    changes: Figure[];
  }[];
};

/** The whole form, also what is blank, with the change against the period before as in the summary. */
export function reportGrid(report: ReportTable): Grid {
  const { period, previousSubmission, sections, rows } = report;
  const table = compare(report);
  const compared = new Map(table.rows.map((row) => [row.indicator.code, row]));
  const before = previousOf(period);
  const columns = [
    { period: period.code, label: labelOf(period, 'zh-CN'), role: 'current' as const },
    ...(previousSubmission === null
      ? []
      : [{ period: before.code, label: labelOf(before, 'zh-CN'), role: 'base' as const }]),
  ];
  const places = columns.map(({ period: code }) =>
    table.columns.findIndex((column) => column.period === code),
  );
  const all = rows.map((row): ComparisonRow => {
    const found = compared.get(row.indicator.code);
    if (found)
      return {
        ...found,
        cells: places.map((place) => found.cells[place] ?? { text: null, answer: 'blank' }),
      };
    return emptyRow(row, columns.length);
  });
  return {
    ...comparisonGrid({ columns, rows: all, notes: table.notes }, sections),
    name: files.parts.report,
  };
}

/** The report beside that of the period before, where there is one. */
function compare({
  unit,
  period,
  submission,
  previousSubmission,
  madeUp,
  sections,
  rows,
}: ReportTable): ReturnType<typeof compareReports> {
  const reportOf = (of: Period, number: number, figures: (Figure | null)[]) => ({
    unit: unit.code,
    period: of,
    submission: number,
    standing: 'approved' as const,
    madeUp,
    figures: figures.flatMap((figure) => figure ?? []),
  });
  const now = rows.flatMap(({ figure, changes }) => [figure, ...changes]);
  const before = rows.map(({ previous }) => previous);
  return compareReports({
    unit,
    scope: { kind: period.kind, period },
    reports: [
      reportOf(period, submission, now),
      ...(previousSubmission === null
        ? []
        : [reportOf(previousOf(period), previousSubmission, before)]),
    ],
    catalogue: { sections, indicators: rows.map(({ indicator }) => indicator), checks: [] },
  });
}

function emptyRow(
  { indicator, figure, previous }: ReportTable['rows'][number],
  columns: number,
): ComparisonRow {
  const { code, name, nameEn, section, partOf, nature, display, unit } = indicator;
  const cells = [figure, previous].slice(0, columns).map((one): ComparisonRow['cells'][number] => ({
    text: null,
    answer: one === null || one.answer === 'number' ? 'blank' : one.answer,
  }));
  return {
    indicator: { code, name, nameEn, section, partOf, nature },
    unit: display.moneyUnit ?? unit,
    cells,
    change: null,
    changePercent: null,
  };
}

// The comparison table in yearbook form: 指标 | 单位 | 本年 | 上年 | 增减量 | 增减%, for a term its years
// and their total or the last against the base. Cells print as the figures were reported.
import { aimsOf } from './aims';
import { averageOf, averageSpan, type AverageSpan } from './average-columns';
import type { TableColumn } from './columns';
import { compare, type Comparison, type Row } from './compare';
import { notesOf } from './notes';
import { figureNumber, growthNumber, movedNumber, totalNumber } from './number-cell';
import { prepare } from './prepare';
import { amountSegment, growthSegment, printTotal, totalFormula } from './print-row';
import { usableChange } from './reported-change';
import type { PreparedReport, Sourced } from './sourced';
import type { SummaryInput } from './source';
import type { ComparisonRow, ComparisonTable } from './comparison-table';
import type { Answer, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';

type Cell = ComparisonRow['cells'][number];

/** The table of everything that any of the reports holds. */
export function compareReports(input: SummaryInput): ComparisonTable {
  return tabulate(compare(prepare(input)));
}

/** The rows of a comparison as its table. */
export function tabulate(comparison: Comparison): ComparisonTable {
  const { input, columns } = comparison;
  const span = averageSpan(input, columns);
  const stated = columns
    .filter(({ role }) => role === 'current' || role === 'year')
    .flatMap(({ reports }) => reports);
  const rows = comparison.rows
    .map((row) => lineOf(row, { columns, span, stated, reports: input.reports }))
    .filter((row) => row !== null);
  const average =
    span && rows.some((row) => row.average) ? { from: span.from, to: span.to } : undefined;
  return {
    columns: columns.map(({ period, label, role }) => ({ period, label, role })),
    rows,
    notes: notesOf(comparison, average !== undefined),
    ...(average ? { average } : {}),
  };
}

/** What is the same for every row; `stated`: the reports that may say themselves by how much something changed. */
type Table = {
  columns: TableColumn[];
  span: AverageSpan | null;
  stated: PreparedReport[];
  reports: PreparedReport[];
};

function lineOf(row: Row, table: Table): ComparisonRow | null {
  const { columns, span } = table;
  const { indicator, found } = row;
  const reported = {
    change: reportedSegment(indicator, table, 'net_increase'),
    changePercent: reportedSegment(indicator, table, 'growth'),
  };
  if (
    !found.some((figures) => figures.some(isNumber)) &&
    !reported.change &&
    !reported.changePercent
  )
    return null;
  const { code, name, nameEn, section, partOf, nature } = indicator;
  const computed = changesOf(row);
  const aims = aimsOf(indicator, columns);
  const average = span && averageOf(indicator, span);
  return {
    indicator: { code, name, nameEn, section, partOf, nature },
    unit: indicator.display.moneyUnit ?? indicator.unit,
    cells: columns.map((column, place) => cellOf(row, column, found[place] as Sourced[])),
    change: reported.change ?? computed.change,
    changePercent: reported.changePercent ?? computed.changePercent,
    ...(aims ? { aims } : {}),
    ...(average ? { average } : {}),
  };
}

const isNumber = ({ figure }: Sourced): boolean => figure.value !== null;

function cellOf(row: Row, column: TableColumn, found: Sourced[]): Cell {
  const { indicator } = row;
  if (column.role === 'total') return totalCell(row, column);
  const first = found.find(isNumber);
  if (first)
    return {
      text: printFigure(first.figure, indicator),
      figures: first.keys,
      ...(first.computed ? { computed: first.computed } : {}),
      number: figureNumber(first.figure, indicator),
    };
  return { text: null, answer: (found[0]?.figure.answer ?? 'blank') as Exclude<Answer, 'number'> };
}

/** Of all years of the term, or none. */
function totalCell({ total, indicator }: Row, { reports }: TableColumn): Cell {
  if (!total?.parts || total.parts.length < reports.length) return { text: null, answer: 'blank' };
  const parts = total.parts.map(({ figure }) => figure);
  const value = total.figure.value as string;
  return {
    text: printTotal(value, parts, indicator),
    figures: total.parts.flatMap(({ keys }) => keys),
    computed: totalFormula(parts, indicator),
    number: totalNumber(value, parts, indicator),
  };
}

/** Current against the first base column, or the end of a term against its base year. */
function changesOf({ moved }: Row): Pick<ComparisonRow, 'change' | 'changePercent'> {
  const difference = moved?.difference;
  if (!difference || (difference.direction === 0 && difference.isBounded))
    return { change: null, changePercent: null };
  const rate = growthSegment(difference, true);
  return {
    change: { ...amountSegment(difference, true), number: movedNumber(difference) },
    changePercent: rate && { ...rate, number: growthNumber(difference) },
  };
}

/** A change that was reported without its base stands in its own column. */
function reportedSegment(
  indicator: Indicator,
  { stated, reports }: Table,
  measure: Measure,
): ComparisonRow['change'] {
  for (const report of stated) {
    const found = usableChange(report, indicator, measure, reports);
    if (!found) continue;
    const sign = found.figure.value?.startsWith('-') ? '−' : '+';
    return {
      text: `${sign}${printFigure(found.figure, indicator)}`,
      figures: found.keys,
      number: figureNumber(found.figure, indicator),
    };
  }
  return null;
}

// The comparison table in yearbook form: 指标 | 单位 | 本年 | 上年 | 增减量 | 增减%, for a term its years and their total or
// the last against the base. Cells print as the figures were reported.
import { averageOf, averageSpan, type AverageSpan } from './average-columns';
import { differenceOf } from './change';
import { columnsOf, type TableColumn } from './columns';
import { notesOf } from './notes';
import { figureNumber, growthNumber, movedNumber, totalNumber } from './number-cell';
import {
  amountFormula,
  growthFormula,
  printAmount,
  printGrowth,
  printTotal,
  totalFormula,
} from './print-row';
import type { Answer, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { findFigure, findNumber, type Sourced } from './sourced';
import { sum } from '../figure/number';
import { aimsOf } from './aims';
import { printFigure } from '../figure/print';
import type { ComparisonRow, ComparisonTable } from './table';
import type { SourceReport, SummaryInput } from './source';

type Cell = ComparisonRow['cells'][number];

/** The table of everything that any of the reports holds. */
export function compareReports(input: SummaryInput): ComparisonTable {
  const columns = columnsOf(input);
  const span = averageSpan(input, columns);
  const isTerm = columns.some(
    ({ period, role }) => role === 'total' || (period.includes('..') && period.length === 10),
  );
  const told = columns
    .filter(({ role }) => role === 'current' || role === 'year')
    .flatMap(({ reports }) => reports);
  const rows = input.catalogue.indicators
    .map((indicator) => rowOf(indicator, { columns, span, isTerm, told }))
    .filter((row) => row !== null);
  const average =
    span && rows.some((row) => row.average) ? { from: span.from, to: span.to } : undefined;
  return {
    columns: columns.map(({ period, label, role }) => ({ period, label, role })),
    rows,
    notes: notesOf(input, average !== undefined),
    ...(average ? { average } : {}),
  };
}

/** What is the same for every row; `told`: the reports that may say themselves by how much something changed. */
type Table = {
  columns: TableColumn[];
  span: AverageSpan | null;
  isTerm: boolean;
  told: SourceReport[];
};

function rowOf(indicator: Indicator, table: Table): ComparisonRow | null {
  const { columns, span, told } = table;
  const found = columns.map((column) => findFigures(indicator, column));
  const reported = {
    change: reportedSegment(indicator, told, 'net_increase'),
    changePercent: reportedSegment(indicator, told, 'growth'),
  };
  if (
    !found.some((figures) => figures.some(isNumber)) &&
    !reported.change &&
    !reported.changePercent
  )
    return null;
  const { code, name, nameEn, section, partOf, nature } = indicator;
  const computed = changesOf(
    indicator,
    found.map((figures) => figures.find(isNumber)),
    table,
  );
  const aims = aimsOf(indicator, columns);
  const average = span && averageOf(indicator, span);
  return {
    indicator: { code, name, nameEn, section, partOf, nature },
    unit: indicator.display.moneyUnit ?? indicator.unit,
    cells: columns.map((column, place) => cellOf(indicator, column, found[place] as Sourced[])),
    change: reported.change ?? computed.change,
    changePercent: reported.changePercent ?? computed.changePercent,
    ...(aims ? { aims } : {}),
    ...(average ? { average } : {}),
  };
}

function findFigures(indicator: Indicator, { reports, role }: TableColumn): Sourced[] {
  if (role === 'total' && indicator.nature !== 'flow') return [];
  return reports
    .map((report) => findFigure(report, indicator.code))
    .filter((found) => found !== undefined);
}

const isNumber = ({ figure }: Sourced): boolean => figure.value !== null;

function cellOf(indicator: Indicator, column: TableColumn, found: Sourced[]): Cell {
  const numbers = found.filter(isNumber);
  const first = numbers[0];
  if (column.role !== 'total') {
    if (first)
      return {
        text: printFigure(first.figure, indicator),
        figures: first.keys,
        ...(first.computed ? { computed: first.computed } : {}),
        number: figureNumber(first.figure, indicator),
      };
    return {
      text: null,
      answer: (found[0]?.figure.answer ?? 'blank') as Exclude<Answer, 'number'>,
    };
  }
  const parts = numbers.map(({ figure }) => figure);
  const isSummable =
    parts.length === column.reports.length &&
    parts.every(({ qualifier }) => ['', '余', '多', '以上'].includes(qualifier));
  if (!isSummable || parts.length === 0) return { text: null, answer: 'blank' };
  const total = sum(parts.map(({ value }) => value as string));
  const text = printTotal(total, parts, indicator);
  return {
    text,
    figures: numbers.flatMap(({ keys }) => keys),
    computed: totalFormula(parts, indicator),
    number: totalNumber(total, parts, indicator),
  };
}

type Changes = Pick<ComparisonRow, 'change' | 'changePercent'>;

/** Current against the first base column; a flow of a term's own report is not set against a single year. `numbers` stand
 *  in the order of the columns. */
function changesOf(
  indicator: Indicator,
  numbers: (Sourced | undefined)[],
  { columns, isTerm }: Table,
): Changes {
  const none = { change: null, changePercent: null };
  const isTold = (place: number) =>
    numbers[place] !== undefined && columns[place]?.role !== 'total';
  const isYear = (place: number) => isTold(place) && columns[place]?.role !== 'current';
  const places = [...numbers.keys()];
  const current = isTerm
    ? places.findLast(indicator.nature === 'flow' ? isYear : isTold)
    : places.find((place) => isTold(place) && !isYear(place));
  const base = places.find((place) => place !== current && isYear(place));
  if (current === undefined || base === undefined || (isTerm && base > current)) return none;
  const [now, then] = [numbers[current] as Sourced, numbers[base] as Sourced];
  const difference = differenceOf(now.figure, then.figure, indicator);
  if (!difference || (difference.direction === 0 && difference.isBounded)) return none;
  const figures = [...now.keys, ...then.keys];
  const amount = printAmount(difference, now.figure, then.figure, indicator, true);
  const rate = printGrowth(difference, true);
  return {
    change: {
      text: amount,
      figures,
      computed: amountFormula(now.figure, then.figure, indicator),
      number: movedNumber(difference, now.figure, then.figure, indicator),
    },
    changePercent:
      rate === null
        ? null
        : {
            text: rate,
            figures,
            computed: growthFormula(now.figure, then.figure, indicator),
            number: growthNumber(difference),
          },
  };
}

/** A change that was reported without its base stands in its own column. */
function reportedSegment(
  indicator: Indicator,
  told: SourceReport[],
  measure: Measure,
): ComparisonRow['change'] {
  for (const report of told) {
    const found = findNumber(report, indicator.code, measure);
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

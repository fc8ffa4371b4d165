// Chart series: figures of one unit and one order of size side by side, this year against last, or stocks over the
// years of a term. Only data: texts are the printed forms, values are for the length of a bar.
import type { Indicator } from '../catalogue/indicator';
import { wordingOf } from '../narrative/wording';
import { whyIncomparable } from '../comparison/comparability';
import type { TableColumn } from '../comparison/columns';
import type { Comparison } from '../comparison/compare';
import type { Prepared } from '../comparison/prepare';
import { findNumber, numberOf, type Sourced } from '../comparison/sourced';
import { compare, divide } from '../figure/number';
import { scaleFactors } from '../figure/print';
import { movementsOf } from './movements';
import type { Chart } from './summary';

const mostBars = 6;
const mostLines = 5;
const mostCharts = 3;

/** Charts worth drawing: at least two indicators of the same unit. */
export function chartsOf(comparison: Comparison): Chart[] {
  const { input, columns: all } = comparison;
  const columns = all.filter(({ role }) => role !== 'total');
  const years = columns.filter(({ role }) => role !== 'current');
  const isLines = input.scope.kind === 'term' && years.length > 2;
  const shown = isLines
    ? years
    : input.scope.kind === 'term'
      ? columns
      : columns.slice(0, 2).reverse();
  const pictures = families(input, shown, isLines);
  const charts = isLines
    ? pictures.map((family) => linesOf(family, shown))
    : input.scope.kind === 'term' || shown.length < 2
      ? pictures.map((family) => barsOf(family, shown))
      : movesOf(comparison, pictures, shown);
  const target = columns.filter(({ role }) => role === 'current');
  const single =
    charts.length > 0
      ? charts
      : families(input, target, false).map((family) => barsOf(family, target));
  return single.slice(0, mostCharts);
}

/** A year against the one before: what moved most, and each rate from where it was to where it is. Levels side by side
 *  would be pairs of nearly equal bars. */
function movesOf(comparison: Comparison, pictures: Family[], columns: TableColumn[]): Chart[] {
  const movements = movementsOf(comparison);
  const rates = pictures
    .filter(({ unit }) => unit === '%')
    .map((family) => withoutStanding(family, columns))
    .filter(({ indicators }) => indicators.length > 1)
    .map((family) => ({ ...barsOf(family, columns), kind: 'dots' as const }));
  const moves = [...(movements ? [movements] : []), ...rates];
  return moves.length > 0 ? moves : pictures.map((family) => barsOf(family, columns));
}

/** Rates that stand where they stood have no way to show. */
const withoutStanding = (family: Family, [then, now]: TableColumn[]): Family => ({
  ...family,
  indicators: family.indicators.filter(
    (indicator) => valueOf(indicator, then!) !== valueOf(indicator, now!),
  ),
});

type Family = { unit: string; title: string; indicators: Indicator[] };

/** Indicators of one unit that every column has, the largest first, none so small that its bar would not be seen. */
function families({ catalogue }: Prepared, columns: TableColumn[], isLines: boolean): Family[] {
  const usable = catalogue.indicators.filter(
    (indicator) =>
      isDrawn(indicator) &&
      columns.length > 0 &&
      columns.every((column) => valueOf(indicator, column) !== null) &&
      areComparable(indicator, columns),
  );
  const families = order.map((match): Family => {
    const { title, unit } = match;
    const of = usable.filter((indicator) => match.holds(indicator));
    const last = columns.at(-1) as TableColumn;
    const sorted = of.sort((a, b) =>
      compare(valueOf(b, last) as string, valueOf(a, last) as string),
    );
    const largest = sorted[0] ? (valueOf(sorted[0], last) as string) : '0';
    const visible = sorted.filter(
      (indicator) =>
        compare(valueOf(indicator, last) as string, divide(largest, 25) as string) >= 0,
    );
    return { unit, title, indicators: visible.slice(0, isLines ? mostLines : mostBars) };
  });
  return families.filter(({ indicators }) => indicators.length > 1);
}

const order: { title: string; unit: string; holds: (indicator: Indicator) => boolean }[] = [
  {
    title: '会员和职工人数',
    unit: '人',
    holds: ({ unit, nature }) => unit === '人' && nature === 'stock',
  },
  {
    title: '主要资金',
    unit: '万元',
    holds: ({ unit, nature }) => unit === '元' && nature === 'flow',
  },
  { title: '主要比率', unit: '%', holds: ({ nature }) => nature === 'ratio' },
  {
    title: '服务职工人次',
    unit: '人次',
    holds: ({ unit, nature }) => unit === '人次' && nature === 'flow',
  },
  {
    title: '服务职工人数',
    unit: '人',
    holds: ({ unit, nature }) => unit === '人' && nature === 'flow',
  },
  { title: '组织数', unit: '个', holds: ({ unit, nature }) => unit === '个' && nature === 'stock' },
];

function barsOf({ unit, title, indicators }: Family, columns: TableColumn[]): Chart {
  return {
    title: columns.length > 1 ? `${title}对比` : title,
    unit,
    kind: 'bars',
    categories: indicators.map(nameOf),
    series: columns.map((column) => ({
      name: column.label,
      ...pointsOf(indicators.map((indicator) => ({ indicator, column }))),
    })),
  };
}

function linesOf({ unit, title, indicators }: Family, columns: TableColumn[]): Chart {
  return {
    title: `${title}变化`,
    unit,
    kind: 'lines',
    categories: columns.map(({ label }) => label),
    series: indicators.map((indicator) => ({
      name: nameOf(indicator),
      ...pointsOf(columns.map((column) => ({ indicator, column }))),
    })),
  };
}

function pointsOf(
  points: { indicator: Indicator; column: TableColumn }[],
): Omit<Chart['series'][number], 'name'> {
  const found = points.map(({ indicator, column }) => {
    const sourced = findNumber(column.reports[0], indicator.code);
    return sourced && { ...numberOf(sourced, indicator), sourced, indicator };
  });
  return {
    // Money is drawn in 万元, as it is printed.
    values: found.map(
      (point) =>
        point &&
        Number(
          point.indicator.unit === '元'
            ? divide(valueIn(point.sourced), scaleFactors['万'])
            : valueIn(point.sourced),
        ),
    ),
    texts: found.map((point) => point && point.text),
    figures: found.map((point) => point?.figures ?? []),
  };
}

/** What is not of one scope and time is not drawn side by side. */
function areComparable(indicator: Indicator, columns: TableColumn[]): boolean {
  const [first, ...rest] = columns.flatMap(
    ({ reports }) => findNumber(reports[0], indicator.code) ?? [],
  );
  return !first || rest.every((one) => whyIncomparable(first, one, indicator.nature) === null);
}

const nameOf = (indicator: Indicator): string =>
  indicator.nature === 'ratio' ? indicator.name : wordingOf(indicator).noun;
const valueIn = ({ figure }: Sourced): string => figure.value as string;
const isDrawn = ({ nature }: Indicator): boolean =>
  nature === 'ratio' || nature === 'stock' || nature === 'flow';
const valueOf = (indicator: Indicator, { reports }: TableColumn): string | null =>
  findNumber(reports[0], indicator.code)?.figure.value ?? null;

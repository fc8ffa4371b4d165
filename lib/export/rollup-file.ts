import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { figureNumber } from '@/lib/domain/comparison/number-cell';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { isNarrowed, ruleOf, wayOf, type Total } from '@/lib/domain/rollup/rollup';
import {
  countedOf,
  figureOfTotal,
  printRollUp,
  printRollUpChange,
} from '@/lib/domain/rollup/print-rollup';
import { withoutUnit } from '@/lib/domain/summary/words';
import { messages } from '@/lib/i18n/messages';
import { none } from './comparison-grid';
import { writeExcel } from './excel/write-excel';
import { fileName } from './file-name';
import type { Grid, GridCell } from './grid';
import type { ExportedFile } from './write-summary-file';
import type { ReportFormat } from './report-file';
import { writeCsv } from './write-csv';

const { rollup: words, files } = messages['zh-CN'];

type RolledTotal = Total & { otherDate: number; beside: number };
type Row = { indicator: Indicator; totals: RolledTotal[]; alike: RolledTotal[] };
/** A roll-up as its page shows it; of each column how many of the expected units are counted. */
export type RollUpFile = {
  unit: { code: string; name: string };
  basis: 'then' | 'today';
  standing: 'submitted' | 'approved';
  columns: { period: Period; expected: number; reported: number; madeUp: boolean }[];
  rows: Row[];
  sections: readonly Section[];
};

/** A roll-up as Excel, CSV or JSON: totals, how many units are counted in each, and the change on what is complete in
 *  both periods. */
export async function writeRollUpFile(
  format: ReportFormat,
  file: RollUpFile,
): Promise<ExportedFile> {
  const title = words.pageTitle
    .replace('{unit}', file.unit.name)
    .replace('{period}', labelOf(file.columns[0]!.period, 'zh-CN'));
  const grid = rollUpGrid(file);
  const name = fileName(title, format);
  if (format === 'xlsx')
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeExcel({ title, lines: linesOf(file), grids: [grid] }),
    };
  if (format === 'csv')
    return {
      name,
      type: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(writeCsv([grid])),
    };
  return {
    name,
    type: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(`${JSON.stringify(dataOf(file), null, 2)}\n`),
  };
}

/** The table of the page, with its words. */
export function rollUpGrid({ columns, rows, sections }: RollUpFile): Grid {
  const { indicator, unit, way, counted, alikeUnits, alike, change, percent } = words.table;
  const layout = {
    expected: columns.map(({ expected }) => expected),
    isNarrowed: isNarrowed(rows),
  };
  const labels = columns.map(({ period }) => labelOf(period, 'zh-CN'));
  const [text, number] = [
    (head: string) => ({ head, kind: 'text' as const }),
    (head: string) => ({ head, kind: 'number' as const }),
  ];
  return {
    name: words.title,
    columns: [
      { ...text(indicator), width: 30 },
      text(unit),
      text(way),
      ...labels.flatMap((label) => [number(label), text(counted)]),
      ...(layout.isNarrowed
        ? [text(alikeUnits), ...labels.map((label) => number(alike.replace('{period}', label)))]
        : []),
      ...(columns.length > 1 ? [number(change), number(percent)] : []),
    ],
    groups: sections
      .map(({ code, name }) => ({
        name,
        rows: rows.filter((row) => row.indicator.section === code).map((row) => rowOf(row, layout)),
      }))
      .filter((group) => group.rows.length > 0),
    notes: [
      words.notes.stock,
      words.notes.ratio,
      words.notes.highest,
      ...(layout.isNarrowed ? [words.notes.alike] : []),
    ],
  };
}

type Layout = { expected: number[]; isNarrowed: boolean };
const firstTotal = 3;

function rowOf(
  { indicator, totals, alike }: Row,
  { expected, isNarrowed: hasAlike }: Layout,
): GridCell[] {
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const isCompared = alike.every(({ value }) => value !== null);
  const [now, then] = hasAlike ? [firstTotal + 5, firstTotal + 6] : [firstTotal, firstTotal + 2];
  return [
    { text: indicator.name, indent: indicator.partOf !== null },
    { text: unit },
    { text: words.table.ways[wayOf(indicator)] },
    ...totals.flatMap((total, at) => [
      cellOf(total, indicator, unit),
      { text: countedOf(total, expected[at]!) },
    ]),
    ...(hasAlike
      ? [
          { text: isCompared ? [...new Set(alike.map(({ units }) => units))].join(' / ') : none },
          ...alike.map((total) => (isCompared ? cellOf(total, indicator, unit) : { text: none })),
        ]
      : []),
    ...(totals.length > 1 ? changeOf({ indicator, alike }, unit, { now, then }) : []),
  ];
}

function cellOf(total: RolledTotal, indicator: Indicator, unit: string): GridCell {
  const text = printRollUp(total, indicator);
  if (text === null)
    return {
      text:
        total.why === 'not-summable'
          ? none
          : ruleOf(indicator) === 'ratio'
            ? words.table.noParts
            : none,
    };
  return {
    text: withoutUnit(text, unit),
    number: figureNumber(figureOfTotal(total, indicator), indicator),
  };
}

function changeOf(
  { indicator, alike: [now, before] }: Pick<Row, 'indicator' | 'alike'>,
  unit: string,
  cells: { now: number; then: number },
): GridCell[] {
  const change =
    now && before && ruleOf(indicator) !== 'highest'
      ? printRollUpChange(now, before, indicator)
      : null;
  if (!change) return [{ text: none }, { text: none }];
  return [
    {
      text: withoutUnit(change.amount, unit),
      number: change.amountNumber,
      formula: { kind: 'difference', ...cells },
    },
    change.percent && change.percentNumber
      ? {
          text: withoutUnit(change.percent, '%'),
          number: change.percentNumber,
          formula: { kind: 'growth', ...cells },
        }
      : { text: none },
  ];
}

/** How complete the totals are and by which tree they are made: without it they must not be quoted. */
function linesOf({ columns, basis, standing }: RollUpFile): string[] {
  const complete = columns.map(({ period, expected, reported }) => {
    const said = words.completeness
      .replace('{expected}', String(expected))
      .replace('{reported}', String(reported))
      .replace('{standing}', words.standing[standing]);
    return `${labelOf(period, 'zh-CN')}${said}`;
  });
  return [
    complete.join('　'),
    `${words.basis[basis === 'today' ? 'todayText' : 'thenText']}`,
    ...(columns.some(({ madeUp }) => madeUp) ? [files.sources.madeUp] : []),
  ];
}

/** What programs read: values as exact decimals in the indicator's base unit. */
function dataOf({ unit, basis, standing, columns, rows }: RollUpFile): object {
  return {
    unit,
    basis,
    standing,
    periods: columns.map(({ period, expected, reported, madeUp }) => ({
      period: period.code,
      expected,
      reported,
      madeUp,
    })),
    totals: rows.map(({ indicator, totals, alike }) => ({
      indicator: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      values: totals.map(({ value, qualifier, units, why, otherDate }) => ({
        value,
        qualifier,
        units,
        why: value === null ? why : null,
        otherDate,
      })),
      comparable: alike.map(({ value, qualifier, units }) => ({ value, qualifier, units })),
    })),
  };
}

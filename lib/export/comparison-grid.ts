import type { FigureKey } from '@/lib/domain/figure/figure';
import {
  goalSides,
  isOfTerm,
  sideHead,
  sideOf,
  sidesOf,
  sideUnit,
  type Side,
} from '@/lib/domain/comparison/sides';
import { keyText } from '@/lib/domain/figure/origin';
import type { CellNumber } from '@/lib/domain/comparison/source';
import type { ComparisonRow, ComparisonTable } from '@/lib/domain/comparison/comparison-table';
import { withoutUnit } from '@/lib/domain/summary/words';
import { messages } from '@/lib/i18n/messages';
import type { Formula, Grid, GridCell } from './grid';

const { summary, common } = messages['zh-CN'];
const columnsBefore = 2;

/** The comparison table by sections, in the order and words of the page; `besides`: the columns beside the changes,
 *  all that some row fills where left out. */
export function comparisonGrid(
  table: ComparisonTable,
  sections: { code: string; name: string }[],
  besides: Side[] = sidesOf(table),
): Grid {
  const { columns, rows, notes } = table;
  const heads = isOfTerm(table)
    ? [summary.table.termChange, summary.table.termPercent]
    : [summary.table.change, summary.table.percent];
  return {
    name: summary.table.title,
    columns: [
      { head: summary.table.indicator, kind: 'text', width: 30 },
      { head: summary.table.unit, kind: 'text' },
      ...columns.map(({ label }) => ({ head: label, kind: 'number' as const })),
      ...[...heads, ...besides.map((side) => sideHead(table, side))].map((head) => ({
        head,
        kind: 'number' as const,
      })),
    ],
    groups: sections
      .map(({ code, name }) => ({
        name,
        rows: rows
          .filter(({ indicator }) => indicator.section === code)
          .map((row) => rowOf(row, besides)),
      }))
      .filter((group) => group.rows.length > 0),
    notes,
  };
}

/** On paper the table and, apart from it, its targets and control lines: three columns that few rows fill would
 *  squeeze all others and lay the table across. The notes stand below the last. */
export function comparisonGrids(
  table: ComparisonTable,
  sections: { code: string; name: string }[],
): Grid[] {
  const besides = sidesOf(table);
  const goals = besides.filter((side) => goalSides.includes(side));
  if (goals.length === 0) return [comparisonGrid(table, sections)];
  const others = besides.filter((side) => !goalSides.includes(side));
  const told = table.columns.findLastIndex(({ role }) => role === 'current' || role === 'total');
  const rows = table.rows.filter((row) => goals.some((side) => sideOf(row, side)));
  return [
    { ...comparisonGrid(table, sections, others), notes: [] },
    {
      name: summary.table.goals,
      columns: [
        { head: summary.table.indicator, kind: 'text', width: 30 },
        { head: summary.table.unit, kind: 'text' },
        ...[table.columns[told]!.label, ...goals.map((side) => sideHead(table, side))].map(
          (head) => ({ head, kind: 'number' as const }),
        ),
      ],
      groups: [
        {
          name: null,
          rows: rows.map((row) => [
            { text: row.indicator.name },
            { text: row.unit },
            cellOf(row.cells[told]!, row.unit),
            ...goals.map((side) => changeOf(sideOf(row, side) ?? null, sideUnit(row, side), null)),
          ]),
        },
      ],
      notes: table.notes,
    },
  ];
}

/** A number of a table, or why there is none: a dash for a blank, words for an answer. */
export function cellOf(cell: ComparisonRow['cells'][number], unit: string): GridCell {
  if (cell.text === null)
    return { text: cell.answer === 'blank' ? none : common.answer[cell.answer] };
  return { text: withoutUnit(cell.text, unit), number: cell.number, figures: cell.figures };
}

export const none = '—';

function rowOf(row: ComparisonRow, besides: Side[]): GridCell[] {
  const { indicator, unit, cells, change, changePercent } = row;
  const values = cells.map((cell) => {
    const drawn = cellOf(cell, unit);
    const formula =
      cell.text !== null && cell.computed?.kind === 'sum' ? sumOf(cell.figures, cells) : undefined;
    return formula ? { ...drawn, formula } : drawn;
  });
  const sides = change && comparedCells(change.figures ?? [], cells);
  return [
    { text: indicator.name, indent: indicator.partOf !== null },
    { text: unit },
    ...values,
    changeOf(change, unit, sides && { kind: 'difference', ...sides }),
    changeOf(changePercent, '%', sides && { kind: 'growth', ...sides }),
    ...besides.map((side) => changeOf(sideOf(row, side) ?? null, sideUnit(row, side), null)),
  ];
}

type Change = { text: string; figures?: FigureKey[]; number?: CellNumber } | null;

function changeOf(change: Change, unit: string, formula: Formula | null): GridCell {
  if (!change) return { text: none };
  const { text, figures, number } = change;
  return {
    text: withoutUnit(text, unit),
    number,
    figures,
    ...(formula && number ? { formula } : {}),
  };
}

/** Which two cells a change is the difference of; null for a change that was reported as such. */
function comparedCells(
  figures: FigureKey[],
  cells: ComparisonRow['cells'],
): { now: number; then: number } | null {
  const keys = figures.map(keyText);
  for (const [now, current] of cells.entries()) {
    for (const [then, base] of cells.entries()) {
      if (now === then || current.text === null || base.text === null) continue;
      const both = [...current.figures, ...base.figures].map(keyText);
      if (both.length === keys.length && both.every((key, at) => key === keys[at]))
        return { now: now + columnsBefore, then: then + columnsBefore };
    }
  }
  return null;
}

/** The columns that a total adds up. */
function sumOf(figures: FigureKey[], cells: ComparisonRow['cells']): Formula | undefined {
  const parts = new Set(figures.map(keyText));
  const columns = cells.flatMap((cell, place) =>
    cell.text !== null &&
    cell.computed?.kind !== 'sum' &&
    cell.figures.every((key) => parts.has(keyText(key)))
      ? [place + columnsBefore]
      : [],
  );
  return columns.length === parts.size ? { kind: 'sum', columns } : undefined;
}

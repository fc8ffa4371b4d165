// How the tables of a foreign sheet are laid out: whether the indicators stand in rows or in columns, where
// the figures begin, and what each row and column of them calls itself. Nothing is taken on trust: the
// mapping page shows it and lets it be put right.
import { isNoteLabel, isUnitLine, notedUnits, scalesIn, tableUnits } from './label';
import { byColumns } from './by-columns';
import { byRows } from './by-rows';
import { distinct, isWord, looksLikeFigure, range } from './cell-text';
import { findTables, isYearRow, type Area } from './find-tables';
import { shown, spread, type SheetGrid } from './sheet-grid';
import { keyed, type Hints, type Layout } from './layout';
import type { Matcher } from './matcher';
import { findPeriod, readPeriod } from './read-period';
import type { Recogniser, Table } from './table';
import type { Whose, WhoseReader } from './unit-names';

/** The tables of a sheet, as far as they hold figures. */
export function recognise(sheet: SheetGrid, recogniser: Recogniser, hints: Hints = {}): Layout[] {
  const rows = shown(spread(sheet), sheet);
  const figures = shown(
    sheet.rows.map((row) => [...row]),
    sheet,
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return [];
  const areas =
    hints.head === undefined
      ? findTables(rows, recogniser.match)
      : [{ top: 0, bottom: rows.length - 1, left: 0, right: width - 1 }];
  const found = areas.flatMap((area, at) => {
    const part = { rows: within(rows, area, true), figures: within(figures, area), area };
    const layout = layoutOf(sheet.name, part, recogniser, hints);
    return layout ? [{ ...layout, key: at === 0 ? sheet.name : `${sheet.name} #${at + 1}` }] : [];
  });
  return found;
}

/** The rows of a table's area: `rows` with what merged cells and titles say everywhere, `figures` as the
 *  cells say it. */
type Part = { rows: string[][]; figures: string[][]; area: Area };

function layoutOf(
  name: string,
  { rows, figures, area }: Part,
  recogniser: Recogniser,
  hints: Hints,
): Omit<Layout, 'key'> | null {
  const at = range(area.top, area.bottom + 1);
  const filled = new Set(at.filter((row) => figures[row]!.some(looksLikeFigure)));
  if (filled.size === 0) return null;
  const { direction, head, names } = placesOf({ rows, area, filled }, recogniser.match, hints);
  const over = range(area.top, head).map((row) => rows[row]!);
  const titles = over.filter((row) => distinct(row).length === 1).map((row) => distinct(row)[0]!);
  const table: Table = {
    rows: carriedRight(rows, area, head, recogniser),
    figures,
    area,
    head,
    body: range(head, area.bottom + 1),
    recogniser,
    units: [
      distinct(
        over.flatMap((row) => (distinct(row).length === 1 ? row : row.filter(isUnitLine))),
      ).flatMap(tableUnits),
      notesIn({ rows, figures, area }, head).flatMap((text) => [
        ...tableUnits(text),
        ...notedUnits(text),
      ]),
    ].filter((units) => units.length > 0),
  };
  const lanes = direction === 'rows' ? byRows(table, names) : byColumns(table);
  if (lanes.lines.length === 0 || lanes.crossings.length === 0) return null;
  return {
    title: titles.find((title) => !isNoteLabel(title)) ?? '',
    area,
    direction,
    head,
    period: periodOf(name, over),
    whose: whoseOf(name, over, recogniser.whose),
    scales: scalesOf(at.flatMap((row) => distinct(rows[row]!))),
    lines: keyed(lanes.lines),
    crossings: keyed(lanes.crossings),
  };
}

/** Where the indicators stand, where the figures begin, and which column names the most indicators. */
function placesOf(
  { rows, area, filled }: Omit<Part, 'figures'> & { filled: ReadonlySet<number> },
  match: Matcher,
  hints: Hints,
): { direction: 'rows' | 'columns'; head: number; names: number } {
  const at = range(area.top, area.bottom + 1);
  const columns = range(area.left, area.right + 1);
  const inColumns = columns.map((column) =>
    namesIn(
      at.map((row) => rows[row]![column] ?? ''),
      match,
    ),
  );
  const inRows = at.map((row) => namesIn(rows[row]!, match));
  const [names, bestRow] = [columns[placeOfMost(inColumns)]!, at[placeOfMost(inRows)]!];
  const yearRows = new Set(at.filter((row) => isHeadRow(rows[row]!, match)));
  const isRow = yearRows.size > 0 || filled.has(bestRow);
  const direction =
    hints.direction ?? directionOf(Math.max(...inColumns), Math.max(...inRows), isRow);
  const head = hints.head ?? headOf({ rows, area, direction, yearRows, names, bestRow, filled });
  return { direction, head, names };
}

/** What stands alone in a row below the head and is no group. */
function notesIn({ rows, figures, area }: Part, head: number): string[] {
  return range(head, area.bottom + 1)
    .filter((row) => distinct(rows[row]!).length === 1 && !figures[row]!.some(looksLikeFigure))
    .map((row) => distinct(rows[row]!)[0]!)
    .filter((text) => isNoteLabel(text) || text.length > 12);
}

function scalesOf(cells: readonly string[]): Layout['scales'] {
  const scales = cells.filter((cell) => !looksLikeFigure(cell)).map(scalesIn);
  return { count: scales.some(({ count }) => count), money: scales.some(({ money }) => money) };
}

/** The period that the title or the tab says; null where they say none, or two. */
function periodOf(name: string, over: readonly string[][]): string | null {
  const titled = over
    .map(withoutUnitLines)
    .filter((row) => !row.some((cell) => isNoteLabel(cell)) || distinct(row).length === 1)
    .map((row) =>
      distinct(row).filter((cell) => distinct(row).length === 1 || readPeriod(cell) === null),
    )
    .filter((texts) => texts.length === 1 || texts.every((text) => text.length > 6))
    .map((texts) => texts.filter((text) => !isNoteLabel(text) && !isComparison(text)))
    .map((texts) => findPeriod(texts.join(' ')))
    .find((found) => found !== null);
  const tab = findPeriod(name);
  return titled && tab && titled !== tab ? null : (titled ?? tab);
}

/** A title with 单位：万元 beside it is still a title. */
const withoutUnitLines = (row: readonly string[]): string[] =>
  row.filter((cell) => !isUnitLine(cell));

const isComparison = (text: string): boolean =>
  /[比较为与]\s*(?:19|20)\d\d|增长|=\s*100/.test(text.normalize('NFKC'));

/** Whose table it is by its own words: a line 填报单位, the title, the tab. */
function whoseOf(name: string, over: readonly string[][], reader: WhoseReader): Whose | null {
  const texts = over.flatMap((row) => distinct(row).filter((cell) => cell.length > 3));
  const said = texts.filter((text) => /单位(?:名称)?[^:：]{0,4}[:：]/.test(text.normalize('NFKC')));
  const titles = over
    .map(withoutUnitLines)
    .filter((row) => distinct(row).length === 1)
    .flatMap(distinct);
  for (const text of [...said, ...titles.filter((text) => !isNoteLabel(text))]) {
    const found = reader.ofTitle(text);
    if (found) return found;
  }
  return reader.ofLabel(name) ?? reader.ofTitle(name);
}

/** The part of a grid that a table has; with what stands alone in a row over all tables beside each other. */
const within = (
  grid: string[][],
  { top, bottom, left, right }: Area,
  withTitles = false,
): string[][] =>
  grid.map((row, at) => {
    if (at < top || at > bottom) return [];
    const [title, ...more] = withTitles ? distinct(row) : [];
    return row.map((cell, column) => {
      if (title !== undefined && more.length === 0 && column === left) return title;
      return column < left || column > right ? '' : cell;
    });
  });

/** Rows whose heads of several columns hold for all of them, though only the first cell says it: 2021年 and
 *  nothing beside it, with names below. */
function carriedRight(
  rows: string[][],
  { top, left, right }: Area,
  head: number,
  { whose }: Recogniser,
): string[][] {
  return rows.map((row, at) => {
    if (at < top || at >= head - 1 || distinct(row).length < 2) return row;
    const copy = [...row];
    for (const column of range(left + 1, right + 1)) {
      const before = copy[column - 1] ?? '';
      const isHeld = readPeriod(before) !== null || whose.ofLabel(before)?.kind === 'unit';
      const isBelow = range(at + 1, head).some((below) => isWord(rows[below]![column] ?? ''));
      if ((copy[column] ?? '').trim() === '' && isHeld && isBelow) copy[column] = before;
    }
    return copy;
  });
}

/** How surely a row or column names indicators. */
function namesIn(cells: readonly string[], match: Matcher): number {
  const names = distinct(cells).filter((cell) => isWord(cell) && cell.length <= longestName);
  if (names.length === 0 || (new Set(cells).size < 2 && cells.length > 4)) return 0;
  return names.reduce((sum, name) => {
    const { code, suggestions } = match(name);
    return sum + (code ? 1 : suggestions.length > 0 ? 0.3 : 0);
  }, 0);
}

const longestName = 200;

/** A row of years over figures, or of the words 甲 乙 1 2 under a head. */
const isHeadRow = (row: readonly string[], match: Matcher): boolean =>
  isYearRow(row, match) || /^甲$/.test(distinct(row)[0] ?? '');

/** Of a table with one indicator, years across or a figure beside its name say that it stands in a row. */
function directionOf(inColumn: number, inRow: number, isRow: boolean): 'rows' | 'columns' {
  if (inColumn === inRow) return isRow ? 'rows' : 'columns';
  return inColumn > inRow ? 'rows' : 'columns';
}

type Heading = {
  rows: string[][];
  area: Area;
  direction: 'rows' | 'columns';
  yearRows: ReadonlySet<number>;
  names: number;
  bestRow: number;
  filled: ReadonlySet<number>;
};

/** The first row that holds figures under the head. */
function headOf({ rows, area, direction, yearRows, names, bestRow, filled }: Heading): number {
  const from =
    direction === 'columns'
      ? bestRow + 1
      : yearRows.size > 0
        ? Math.min(...yearRows) + 1
        : area.top;
  const first = range(from, area.bottom + 1).find(
    (at) =>
      filled.has(at) &&
      !yearRows.has(at) &&
      (direction === 'columns' ||
        (rows[at]!.slice(0, names + 2).some((cell) => isWord(cell) && !isNoteLabel(cell)) &&
          rows[at]!.some((cell, column) => column > names && looksLikeFigure(cell)))),
  );
  if (direction === 'columns' || first === undefined) return first ?? from;
  // What stands alone between the head and the first figure is a group of rows.
  let head = first;
  while (head > from && distinct(rows[head - 1]!).length === 1) head -= 1;
  return head > area.top && distinct(rows[head - 1]!).length > 1 ? head : first;
}

/** The place of the highest score, the first of equals. */
const placeOfMost = (scores: readonly number[]): number =>
  scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);

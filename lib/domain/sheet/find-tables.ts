// Where the tables of a sheet stand: one below the other, each with its own head, or side by side.
import { isNoteLabel } from './label';
import { distinct, isGap, isWord, looksLikeFigure, range } from './cell-text';
import type { Matcher } from './matcher';
import { isDated, readPeriod } from './read-period';
import { readUnitWord } from './label';

/** First and last row and column of a table, titles and notes along. */
export type Area = { top: number; bottom: number; left: number; right: number };

/** The tables of a sheet, from the top, then from the left. */
export function findTables(rows: readonly (readonly string[])[], match: Matcher): Area[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return bandsOf(rows, match).flatMap(({ top, bottom }) =>
    sidesOf(rows, { top, bottom, left: 0, right: width - 1 }, match),
  );
}

/** Cuts the rows wherever another head begins below figures. */
function bandsOf(
  rows: readonly (readonly string[])[],
  match: Matcher,
): { top: number; bottom: number }[] {
  const cuts: number[] = [0];
  let valueColumns = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const isHead = isYearRow(row, match);
    const isTitle = distinct(row).length === 1 && row.some(isDated);
    if (!isHead && !isTitle && row.some(looksLikeFigure)) {
      row.forEach((cell, column) => looksLikeFigure(cell) && valueColumns.add(column));
      continue;
    }
    if (valueColumns.size === 0 || !(isHead || isNewHead(rows, at, valueColumns))) continue;
    let start = at;
    while (start > cuts.at(-1)! + 1 && isOverHead(rows[start - 1]!)) start -= 1;
    cuts.push(start);
    valueColumns = new Set();
  }
  return cuts.map((top, one) => ({ top, bottom: (cuts[one + 1] ?? rows.length) - 1 }));
}

/** Whether a row that stands over a head belongs to it: a title, a line with a unit, nothing. */
function isOverHead(row: readonly string[]): boolean {
  const texts = distinct(row);
  if (texts.some((text) => /^(?:注|说明|备注|资料来源|数据来源|[a-z]\))/i.test(text))) return false;
  return !row.some(looksLikeFigure) && texts.length <= 3;
}

const headWord =
  /^(?:指标(?:名称)?|项目(?:名称)?|名称|内容|年份|年度|时间|地区|单位(?:名称)?|县区|县\(?市、?区\)?|代码|序号|填报单位|item|year|region|indicator)$/i;
const wordOf = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, '');

/** Whether a row of words over figures is the head of another table: it calls its columns by the words of
 *  heads, or stands alone under an empty row. */
function isNewHead(
  rows: readonly (readonly string[])[],
  at: number,
  valueColumns: ReadonlySet<number>,
): boolean {
  const row = rows[at]!;
  const over = [...valueColumns].filter((column) => {
    const cell = row[column] ?? '';
    return isWord(cell) && !isGap(cell) && readUnitWord(cell) === null && !isNoteLabel(cell);
  });
  if (over.length === 0 || distinct(row).length < 2) return false;
  if (row.some((cell) => headWord.test(wordOf(cell).replace(/\(.*\)$/, '')))) return true;
  const isAfterGap = distinct(rows[at - 1] ?? []).length === 0;
  return isAfterGap && over.length * 2 >= valueColumns.size;
}

/** Whether the figures of a row are years in order and nothing else but words before them. */
export function isYearRow(row: readonly string[], match: Matcher): boolean {
  const found = row.flatMap((cell, at) => {
    const code = readPeriod(cell);
    return code === null ? [] : [{ at, year: Number(code.slice(0, 4)) }];
  });
  if (found.length === 0 || found[0]!.at === 0) return false;
  if (row.some((cell) => !isDated(cell) && looksLikeFigure(cell))) return false;
  const before = row.slice(0, found[0]!.at);
  if (before.some((cell) => match(cell).code !== null)) return false;
  const years = found.map(({ year }) => year);
  return (
    years.every((year, at) => at === 0 || year >= years[at - 1]!) ||
    years.every((year, at) => at === 0 || year <= years[at - 1]!) ||
    years.some((year, at) => years.indexOf(year) !== at)
  );
}

/** Cuts a band at empty columns and where its head begins anew, as far as each piece is a table by itself. */
function sidesOf(rows: readonly (readonly string[])[], area: Area, match: Matcher): Area[] {
  const filled = range(area.left, area.right + 1).map((column) =>
    range(area.top, area.bottom + 1).some(
      (at) => (rows[at]![column] ?? '').trim() !== '' && distinct(rows[at]!).length > 1,
    ),
  );
  const starts = range(area.left + 1, area.right + 1).filter(
    (column) => filled[column] && (!filled[column - 1] || isHeadAgain(rows, area, column)),
  );
  const sides: Area[] = [];
  let left = area.left;
  for (const start of starts) {
    const piece = { ...area, left, right: start - 1 };
    if (!isTable(rows, piece, match) || !isTable(rows, { ...area, left: start }, match)) continue;
    sides.push(piece);
    left = start;
  }
  return [...sides, { ...area, left }];
}

/** Whether the word over the first column stands over this one again. */
function isHeadAgain(rows: readonly (readonly string[])[], area: Area, column: number): boolean {
  return range(area.top, area.bottom + 1).some((at) => {
    const word = wordOf(rows[at]![column] ?? '');
    if (!headWord.test(word) || !isWord(word)) return false;
    const first = rows[at]!.findIndex((cell) => wordOf(cell) === word);
    return first !== -1 && first < column && wordOf(rows[at]![column - 1] ?? '') !== word;
  });
}

/** Whether a piece has names of indicators, and figures with words or years to the left of them. */
function isTable(rows: readonly (readonly string[])[], area: Area, match: Matcher): boolean {
  const cells = range(area.top, area.bottom + 1).map((at) =>
    rows[at]!.slice(area.left, area.right + 1),
  );
  const isNamed = cells.some((row) =>
    row.some((cell) => isWord(cell) && match(cell).code !== null),
  );
  const figures = cells.filter((row) => row.some(looksLikeFigure) && !isYearRow(row, match));
  const led = figures.filter((row) => {
    const first = row.findIndex((cell) => isWord(cell) || readPeriod(cell) !== null);
    return first !== -1 && row.some((cell, at) => at > first && looksLikeFigure(cell));
  });
  return isNamed && figures.length > 0 && led.length * 2 > figures.length;
}

// What the texts over or beside a lane say, taken apart: years, units of measure, unions, roles, and names.
import { isNoteLabel, isTotalLabel, isUnitLine, readUnitWord, takeUnit } from './label';
import { isFigureRole, periodOfHead, roleOf, roleOfHead, yearsBefore } from './column-role';
import { distinct, looksLikeFigure, range } from './cell-text';
import { bareLane, type Bare } from './layout';
import type { Table } from './table';
import { readPeriod } from './read-period';

/** The texts of the head over a column, from the top, each once; titles and notes that lie over the whole
 *  table left out. */
export function headTexts({ rows, area, head }: Table, column: number): string[] {
  const over = range(area.top, head)
    .filter((row) => distinct(rows[row]!).length > 1)
    .map((row) => (rows[row]![column] ?? '').trim());
  return distinct(over).filter(
    (text) => !isUnitLine(text) && !isNoteLabel(text) && !/^[甲乙丙丁戊]$/.test(text),
  );
}

/** A row or column that crosses the indicators, by what stands over or beside it. */
export function crossingOf(
  { recogniser }: Table,
  at: number,
  texts: string[],
  sample: string,
): Bare {
  const words = texts.filter((text) => readPeriod(text) === null && readUnitWord(text) === null);
  const unit =
    texts.map((text) => readUnitWord(text) ?? takeUnit(text).unit).find((one) => one !== null) ??
    null;
  const whose =
    words.map((word) => recogniser.whose.ofLabel(word)).find((found) => found !== null) ?? null;
  const label = texts.join(' ');
  const isTotal = words.some(isTotalLabel);
  const role = roleOfHead(words.filter((word) => recogniser.whose.ofLabel(word)?.kind !== 'unit'));
  return {
    ...bareLane,
    at,
    label: label || String(at + 1),
    period: periodOfHead(texts),
    before: isFigureRole(role) ? yearsBefore(words) : 0,
    unit,
    whose: whose?.kind === 'part' && role !== 'part' ? { ...whose, kind: 'part' } : whose,
    isTotal,
    role,
    sample,
  };
}

/** Whether the figures of a lane all lie between 0 and 1, and not all at 0. */
export function isFractionOf(cells: readonly string[]): boolean {
  const numbers = cells.filter(looksLikeFigure).map((cell) => cell.normalize('NFKC').trim());
  return (
    numbers.length > 0 &&
    numbers.every((cell) => /^(?:0?\.\d+|0|1(?:\.0+)?)$/.test(cell)) &&
    numbers.some((cell) => !/^0$/.test(cell))
  );
}

/** 1, 2, 3 down the side of a table; 01, 02; or the next code each time, left of the figures. */
export function isNumbering(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '');
  if (numbers.length < 2 || !numbers.every((cell) => /^\d{1,4}$/.test(cell))) return false;
  return (
    numbers.every((cell, at) => Number(cell) === at + 1) ||
    numbers.every((cell) => /^0\d+$/.test(cell)) ||
    (numbers.length > 2 &&
      numbers.every((cell, at) => at === 0 || Number(cell) === Number(numbers[at - 1]) + 1))
  );
}

/** Whether a head says that its column holds no figures at all: codes, line numbers, remarks. */
export const isAside = (texts: readonly string[]): boolean =>
  texts.some((text) => ['code', 'number', 'note'].includes(roleOf(text) ?? ''));

// Tables whose indicators stand in columns: each column with figures is a line, each row with figures crosses them.
import { isNoteLabel, isPartLabel, isTotalLabel, readUnitWord, takeUnit } from './label';
import { periodOfHead, roleOf, roleOfHead, yearsBefore } from './column-role';
import { isWord, looksLikeFigure, range } from './cell-text';
import { crossingOf, headTexts, isAside, isFractionOf, isNumbering } from './lane-texts';
import { bareLane, type Bare } from './layout';
import type { Match } from './matcher';
import type { Table } from './table';
import { readPeriod } from './read-period';

/** Lines and crossings of a table with its names in the head. */
export function byColumns(table: Table): { lines: Bare[]; crossings: Bare[] } {
  const { area, figures, body } = table;
  const values = range(area.left, area.right + 1).filter((column) => isValueColumn(table, column));
  const first = values[0] ?? area.right + 1;
  const lines = linesOf(table, values);
  const labels = range(area.left, area.right + 1).filter(
    (column) => column < first || isLabelColumn(table, column, values),
  );
  const carried = new Map<number, string>();
  const crossings = body.flatMap((at): Bare[] => {
    const sample = values.map((column) => figures[at]![column] ?? '').find(looksLikeFigure);
    const texts = labels
      .map((column) => labelAt(table, at, column, labels, carried))
      .filter((text) => text !== '');
    if (sample === undefined || isNoteLabel(texts[0] ?? '')) return [];
    return [crossingOf(table, at, [...new Set(texts)], sample)];
  });
  return { lines, crossings };
}

/** The label of a row; a year or a union that is said once holds for the rows below that say none. */
function labelAt(
  { rows, recogniser }: Table,
  at: number,
  column: number,
  labels: readonly number[],
  carried: Map<number, string>,
): string {
  const text = (rows[at]![column] ?? '').trim();
  if (text !== '') {
    carried.set(column, text);
    return text;
  }
  const isLed = labels.some((other) => other !== column && (rows[at]![other] ?? '').trim() !== '');
  const before = carried.get(column) ?? '';
  const isHeld = readPeriod(before) !== null || recogniser.whose.ofLabel(before) !== null;
  return isLed && isHeld ? before : '';
}

/** A column of figures: neither years nor numbering nor codes; 1990 to 2050 under a name may be figures, too. */
function isValueColumn(table: Table, column: number): boolean {
  const { figures, body, recogniser } = table;
  const cells = body.map((at) => figures[at]![column] ?? '');
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (!filled.some(looksLikeFigure)) return false;
  const texts = headTexts(table, column);
  if (isAside(texts)) return false;
  const isNamed =
    recogniser.match(texts.join('')).code !== null ||
    texts.some((text) => recogniser.match(text).code !== null);
  if (isNamed) return true;
  if (/^(?:年份|年度|年|时间|year)/i.test(texts.at(-1) ?? '')) return false;
  const years = filled.filter((cell) => readPeriod(cell) !== null).length;
  if (years * 2 > filled.length) return false;
  return (
    filled.filter(isWord).length * 2 <= filled.length &&
    !(isNumbering(cells) && column === table.area.left)
  );
}

/** A column of words between the figures that names unions or years. */
function isLabelColumn(
  { rows, body, recogniser }: Table,
  column: number,
  values: readonly number[],
): boolean {
  if (values.includes(column)) return false;
  const cells = body.map((at) => rows[at]![column] ?? '').filter((cell) => cell.trim() !== '');
  return (
    cells.length > 0 &&
    cells.filter((cell) => readPeriod(cell) !== null || recogniser.whose.ofLabel(cell) !== null)
      .length *
      2 >
      cells.length
  );
}

/** The column before this one that was no part: 其中 and the like go on with it. */
type Before = { code: string | null; units: string[][] };

function linesOf(table: Table, values: readonly number[]): Bare[] {
  let before: Before | null = null;
  return values.map((column): Bare => {
    const { line, isPart, unit } = lineOf(table, column, before);
    if (!isPart) before = { code: line.code, units: unit ? [[unit]] : [] };
    return line;
  });
}

/** What the head says of a column. `named`: what may name its indicator. */
function headOf(table: Table, column: number) {
  const { whose } = table.recogniser;
  const texts = headTexts(table, column);
  const words = texts.filter((text) => readPeriod(text) === null && readUnitWord(text) === null);
  const named = words.filter((text) => whose.ofLabel(text)?.kind !== 'unit');
  const units = [...texts].reverse().map((text) => readUnitWord(text) ?? takeUnit(text).unit);
  return {
    texts,
    words,
    named,
    unit: units.find((one) => one !== null) ?? null,
    ownUnit: units[0] ?? null,
    whose:
      words
        .map((text) => whose.ofLabel(text))
        .find((one) => one?.kind === 'unit' || one?.kind === 'other') ?? null,
  };
}

function lineOf(
  table: Table,
  column: number,
  before: Before | null,
): { line: Bare; isPart: boolean; unit: string | null } {
  const { match } = table.recogniser;
  const { texts, words, named, unit, ownUnit, whose } = headOf(table, column);
  const owner = isPartLabel(named.at(-1) ?? '') ? before : null;
  const isPart = owner !== null;
  const above = named.slice(0, -1).map((text) => match(text).code);
  const whole = owner ? owner.code : (above.findLast((code) => code !== null) ?? null);
  const found = nameOf(match, named, isPart, whole);
  const unnamed = named.filter((text) => match(text).code === null);
  const role = roleOfHead(unnamed.filter((text) => !(found.code !== null && found.used.has(text))));
  const cells = table.body.map((at) => table.figures[at]![column] ?? '');
  const line = {
    ...bareLane,
    at: column,
    label: words.join(' ').replace(/\s+/g, ' ') || String(column + 1),
    code: found.code,
    suggestions: found.code ? [] : found.suggestions,
    unit: ownUnit ?? (isPart ? null : unit),
    units: [
      ...(owner?.units ?? []),
      ...(unit && ownUnit === null ? [[unit]] : []),
      ...cornerUnits(table),
      ...table.units,
    ],
    period: periodOfHead(texts),
    before: role === 'figure' ? yearsBefore(unnamed) : 0,
    role: isPart && role === 'part' ? ('figure' as const) : role,
    whose,
    isTotal: words.length > 0 && words.every(isTotalLabel),
    isFraction: isFractionOf(cells),
    sample: cells.find(looksLikeFigure) ?? '',
  };
  return { line, isPart, unit };
}

/** A unit in the corner of the table: 年份（万人）. */
function cornerUnits(table: Table): string[][] {
  const unit = takeUnit(headTexts(table, table.area.left).at(-1) ?? '').unit;
  return unit ? [[unit]] : [];
}

/** The indicator that the texts over a column name, and the texts that it took. */
function nameOf(
  match: Table['recogniser']['match'],
  named: readonly string[],
  isPart: boolean,
  whole: string | null,
): Match & { used: ReadonlySet<string> } {
  const last = named.at(-1) ?? '';
  const of = (texts: readonly string[], found: Match) => ({ ...found, used: new Set(texts) });
  if (whole !== null) {
    const part = match(last, whole);
    if (part.code !== null) return of([last], part);
  }
  // A head broken over rows is one name; what stands above may be a group.
  for (const from of range(0, named.length)) {
    const texts = named.slice(from);
    const found = match(texts.map((text) => takeUnit(text).name).join(''));
    if (found.code !== null && (from < named.length - 1 || !isPart || whole === null))
      return of(texts, found);
  }
  if (/已建(?:立)?工会|建会/.test(named.slice(0, -1).join('')) && /^女?职工/.test(last)) {
    const found = match(`已建会单位${last}`);
    if (found.code !== null) return of(named, found);
  }
  for (const text of [...named].reverse()) {
    const found = match(text);
    if (found.code !== null && roleOf(text) === null) return of([text], found);
  }
  const { suggestions } = whole === null && isPart ? { suggestions: [] } : match(last, whole);
  return of([], { code: null, suggestions });
}

// Tables whose indicators stand in rows: each row with figures is a line, each column with figures crosses them.
import {
  cleanLabel,
  indentOf,
  isNoteLabel,
  isPartLabel,
  isTotalLabel,
  readUnitWord,
  takeUnit,
} from './label';
import { looksLikeFigure } from './cell-text';
import { crossingOf, headTexts, isFractionOf } from './lane-texts';
import { bareLane, type Bare } from './layout';
import { labelIn, labelOf, nameOf, nextLabel, withRest, type Above } from './row-name';
import { columnsOf, isDitto, type Columns } from './row-columns';
import type { Table } from './table';
import { readPeriod } from './read-period';
import type { Whose } from './unit-names';

/** Lines and crossings of a table with its names in the column `names`. */
export function byRows(table: Table, names: number): { lines: Bare[]; crossings: Bare[] } {
  const columns = columnsOf(table, names);
  const lines = linesOf(table, columns);
  const crossings = columns.values.map((column) =>
    crossingOf(
      table,
      column,
      headTexts(table, column),
      table.figures[lines[0]?.at ?? 0]?.[column] ?? '',
    ),
  );
  return { lines, crossings };
}

/** A row without figures that stands over others: 工会组织（单位：万人）. */
type Group = { units: string[][]; period: string | null; whose: Whose | null };

/** What rows further up have said and what still holds. `joined`: a name that began in the row before;
 *  `last`: the indicator of the line before that is no part. */
type Walk = {
  around: string[][];
  above: Above[];
  group: Group | null;
  unit: string | null;
  carried: Map<number, string>;
  joined: { to: number; label: string } | null;
  last: string | null;
};

function linesOf(table: Table, columns: Columns): Bare[] {
  const corner = takeUnit(headTexts(table, columns.corner).at(-1) ?? '').unit;
  const walk: Walk = {
    around: [...(corner ? [[corner]] : []), ...table.units],
    above: [],
    group: null,
    unit: null,
    carried: new Map(),
    joined: null,
    last: null,
  };
  return table.body.flatMap((at) => {
    const row = rowAt(table, columns, walk, at);
    if (!row || (!row.hasCell && isNameOnly(table, columns, walk, row))) return [];
    return lineOf(table, columns, walk, row) ?? [];
  });
}

/** What a row says. `named`: its cells that name it, `raw` the one that counts; `said`: what its unit column says. */
type Row = {
  at: number;
  named: string[];
  raw: string;
  said: string;
  period: string | null;
  whose: Whose | null;
  hasCell: boolean;
};

function rowAt(
  { rows, figures, recogniser }: Table,
  { names, units, values }: Columns,
  walk: Walk,
  at: number,
): Row | null {
  const cells = names.map((column) => (rows[at]![column] ?? '').replace(/\s+$/, ''));
  const figured = values.map((column) => figures[at]![column] ?? '');
  if (cells.every((cell) => cell.trim() === '') && !figured.some(looksLikeFigure)) return null;
  const named = cells.map((cell, one) => carriedDown(walk.carried, names, one, cell));
  const raw = walk.joined?.to === at ? walk.joined.label : labelIn(named);
  if (raw.trim() === '' || isNoteLabel(raw)) return null;
  const said = units === undefined ? '' : (rows[at]![units] ?? '').trim();
  if (said !== '') walk.unit = readUnitWord(said) ?? (isDitto(said) ? walk.unit : null);
  const others = named.map((cell) => (cell === raw ? null : recogniser.whose.ofLabel(cell)));
  return {
    at,
    named,
    raw,
    said,
    period: named.map(readPeriod).find((code) => code !== null) ?? null,
    whose: others.find((one) => one !== null) ?? null,
    hasCell: figured.some((cell) => cell.trim() !== ''),
  };
}

/** A name said once holds for the rows below that say none; what was said further right belonged to the name before. */
function carriedDown(
  carried: Map<number, string>,
  names: readonly number[],
  at: number,
  cell: string,
): string {
  const column = names[at]!;
  if (cell.trim() === '') return at < names.length - 1 ? (carried.get(column) ?? '') : '';
  if (carried.get(column) !== cell) for (const other of names.slice(at + 1)) carried.delete(other);
  carried.set(column, cell);
  return cell;
}

/** Whether a row without figures says nothing more: it begins the name of the next row, or stands over a group. */
function isNameOnly(table: Table, columns: Columns, walk: Walk, { at, raw }: Row): boolean {
  const { match, whose } = table.recogniser;
  const next = nextLabel(table, at, columns);
  const isNamed = match(raw).code !== null;
  if (next && match(next.label).code === null && match(`${raw}${next.label}`).code !== null) {
    walk.joined = { to: next.at, label: `${raw}${next.label}` };
    return true;
  }
  const own = takeUnit(raw).unit;
  if (!isNamed || own !== null)
    walk.group = {
      units: own ? [[own]] : [],
      period: readPeriod(raw),
      whose: whose.ofLabel(raw),
    };
  if (!isNamed && indentOf(raw) === 0) walk.above = [];
  return !isNamed;
}

function lineOf(table: Table, columns: Columns, walk: Walk, row: Row): Bare | null {
  const { figures, recogniser } = table;
  const { at, named, raw, said, period, hasCell } = row;
  const { values } = columns;
  const label =
    walk.joined?.to === at
      ? raw
      : withRest(table, at, raw, { columns: columns.names, values, match: recogniser.match });
  const isPart = isPartLabel(raw);
  const outer = named
    .slice(0, -1)
    .filter((cell) => cell !== '' && cell !== raw && readPeriod(cell) === null);
  const owner = ownerOf(walk, raw);
  const isUnder = owner !== undefined && (isPart || indentOf(raw) > owner.indent);
  const unitSaid = said !== '' ? walk.unit : null;
  const counted = unitSaid && takeUnit(label).unit === null ? `${label}（${unitSaid}）` : label;
  const found = nameOf(recogniser.match, counted, {
    whole: isUnder ? owner.code : null,
    outer,
    isPart,
    last: walk.last,
  });
  const unit = takeUnit(label).unit ?? unitSaid;
  const units = unitsAround(walk, {
    isAlone: columns.units === undefined || said !== '',
    owner: isUnder || found.isPart ? owner : undefined,
    outer,
  });
  const whole = isPart || found.isPart ? owner : undefined;
  walk.above.push({
    label: cleanLabel(takeUnit(raw).name),
    indent: indentOf(raw),
    isPart: isPart || found.isPart,
    code: found.code,
    units: unit ? [[unit], ...units] : units,
  });
  // A name without a figure stands over its parts.
  if (!hasCell && found.code !== null && !isPart) return null;
  const sampled = values.map((column) => figures[at]?.[column] ?? '');
  const sample = sampled.find(looksLikeFigure) ?? '';
  if (sample === '' && found.code === null) return null;
  if (found.code !== null && !found.isPart) walk.last = found.code;
  return {
    ...bareLane,
    at,
    label: labelOf(label, outer, whole, period),
    code: found.code,
    suggestions: found.code ? [] : found.suggestions,
    unit,
    units,
    period: period ?? walk.group?.period ?? null,
    whose: row.whose ?? walk.group?.whose ?? null,
    isTotal: isTotalLabel(raw),
    role: found.isPart ? 'part' : 'figure',
    isFraction: isFractionOf(sampled),
    sample,
  };
}

/** The row above that this one may be a part of; rows that are no longer above are forgotten. */
function ownerOf(walk: Walk, raw: string): Above | undefined {
  const [indent, isPart] = [indentOf(raw), isPartLabel(raw)];
  walk.above = walk.above.filter(
    (one) => one.indent < indent || (isPart && !one.isPart && one.indent === indent),
  );
  return walk.above.at(-1);
}

/** The units of measure said around a row, the nearest first. `isAlone`: no unit column speaks for it from above. */
function unitsAround(
  { unit, group, around }: Walk,
  { isAlone, owner, outer }: { isAlone: boolean; owner: Above | undefined; outer: string[] },
): string[][] {
  const inColumn = isAlone || !unit ? [] : [[unit]];
  const beside = outer.flatMap((cell) => {
    const said = takeUnit(cell).unit;
    return said ? [[said]] : [];
  });
  return [...inColumn, ...(owner?.units ?? []), ...beside, ...(group?.units ?? []), ...around];
}

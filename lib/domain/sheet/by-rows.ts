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
import { distinct, isGap, isWord, looksLikeFigure, range } from './cell-text';
import { crossingOf, headTexts, isAside, isFractionOf, isNumbering } from './lane-texts';
import { bareLane, type Bare } from './layout';
import { labelIn, labelOf, nameOf, nextLabel, withRest, type Above } from './row-name';
import type { Table } from './table';
import { readPeriod } from './read-period';
import type { Whose } from './unit-names';

/** Lines and crossings of a table with its names in the column `names`. */
export function byRows(table: Table, names: number): { lines: Bare[]; crossings: Bare[] } {
  const { rows, figures, area, body } = table;
  const values = valueColumns(table, names);
  const first = values[0] ?? area.right + 1;
  const units = range(area.left, area.right + 1).find(
    (column) => column !== names && isUnitColumn(table, column),
  );
  const beside = range(area.left, first).filter(
    (column) =>
      column !== names &&
      column !== units &&
      !isAside(headTexts(table, column)) &&
      body.some(
        (at) => isWord(rows[at]![column] ?? '') || readPeriod(rows[at]![column] ?? '') !== null,
      ) &&
      isNaming(table, names, column),
  );
  const lines = linesOf(table, { names, beside, units, values });
  const crossings = values.map((column) =>
    crossingOf(table, column, headTexts(table, column), figures[lines[0]?.at ?? 0]?.[column] ?? ''),
  );
  return { lines, crossings };
}

/** The columns with figures: no codes, no numbering, no years that the rows are of. */
function valueColumns(table: Table, names: number): number[] {
  const { rows, figures, area, body } = table;
  const cellsOf = (column: number) => body.map((at) => figures[at]![column] ?? '');
  const all = range(names + 1, area.right + 1).filter(
    (column) => cellsOf(column).some(looksLikeFigure) && !isUnitColumn(table, column),
  );
  const isYears = (column: number) =>
    /^(?:年份|年度|时间|year)/i.test(headTexts(table, column).at(-1) ?? '') &&
    body.every((at) => {
      const cell = rows[at]![column] ?? '';
      return cell.trim() === '' || readPeriod(cell) !== null || isWord(cell);
    });
  const kept = all.filter((column) => !isAside(headTexts(table, column)) && !isYears(column));
  const figured = kept.filter(
    (column, at) =>
      at === kept.length - 1 || !isNumbering(cellsOf(column)) || periodIn(table, column),
  );
  return figured.length > 0 ? figured : kept;
}

const periodIn = (table: Table, column: number): boolean =>
  headTexts(table, column).some((text) => readPeriod(text) !== null);

/** Whether a column of words beside the names says more of the name: years, unions, parts, other names of indicators. */
function isNaming(
  { rows, body, recogniser, area, head }: Table,
  names: number,
  column: number,
): boolean {
  const cells = distinct(body.map((at) => rows[at]![column] ?? '')).filter(
    (cell) => !readUnitWord(cell),
  );
  // A column in English repeats the names.
  if (!cells.some((cell) => /[\u4e00-\u9fff]|\d{4}/.test(cell))) return false;
  const named = cells.filter(
    (cell) =>
      readPeriod(cell) !== null ||
      recogniser.whose.ofLabel(cell) !== null ||
      recogniser.match(cell).code !== null ||
      isPartLabel(cell) ||
      isTotalLabel(cell) ||
      /^(?:男|女)(?:性|职工|会员)?$/.test(cell),
  );
  if (named.length > 0) return true;
  // Groups stand to the left; what stands to the right goes on with the name where there is none.
  return column < names
    ? true
    : body.some(
        (at) => (rows[at]![names] ?? '').trim() === '' && isWord(rows[at]![column] ?? ''),
      ) && range(area.top, head).some((at) => (rows[at]![column] ?? '').trim() === '');
}

type Columns = { names: number; beside: number[]; units: number | undefined; values: number[] };

function linesOf(table: Table, { names, beside, units, values }: Columns): Bare[] {
  const { rows, figures, body, recogniser } = table;
  const { match } = recogniser;
  const corner = takeUnit(headTexts(table, names).at(-1) ?? '').unit;
  const around = [...(corner ? [[corner]] : []), ...table.units];
  const columns = [...beside, names].sort((a, b) => a - b);
  const lines: Bare[] = [];
  let above: Above[] = [];
  let group: {
    text: string;
    units: string[][];
    period: string | null;
    whose: Whose | null;
  } | null = null;
  let unit: string | null = null;
  const carried = new Map<number, string>();
  let joined: { to: number; label: string } | null = null;
  for (const at of body) {
    const hasFigure = values.some((column) => looksLikeFigure(figures[at]![column] ?? ''));
    const hasCell =
      hasFigure || values.some((column) => (figures[at]![column] ?? '').trim() !== '');
    const cells = columns.map((column) => (rows[at]![column] ?? '').replace(/\s+$/, ''));
    if (cells.every((cell) => cell.trim() === '') && !hasFigure) continue;
    const named = cells.map((cell, one) => {
      const column = columns[one]!;
      if (cell.trim() !== '') {
        // What was said further right belonged to the name before.
        if (carried.get(column) !== cell)
          for (const other of columns.slice(one + 1)) carried.delete(other);
        carried.set(column, cell);
        return cell;
      }
      return one < columns.length - 1 ? (carried.get(column) ?? '') : '';
    });
    const raw: string = joined?.to === at ? joined.label : labelIn(named);
    if (raw.trim() === '' || isNoteLabel(raw)) continue;
    const said = units === undefined ? '' : (rows[at]![units] ?? '').trim();
    if (said !== '') unit = readUnitWord(said) ?? (isDitto(said) ? unit : null);
    const period = named.map(readPeriod).find((code) => code !== null) ?? null;
    const whose =
      named
        .map((cell) => (cell === raw ? null : recogniser.whose.ofLabel(cell)))
        .find((one) => one !== null) ?? null;
    if (!hasCell) {
      const next = nextLabel(table, at, { names: columns, values });
      if (next && match(next.label).code === null && match(`${raw}${next.label}`).code !== null) {
        joined = { to: next.at, label: `${raw}${next.label}` };
        continue;
      }
      const own = takeUnit(raw).unit;
      if (match(raw).code === null || own !== null)
        group = {
          text: raw,
          units: own ? [[own]] : [],
          period: readPeriod(raw),
          whose: recogniser.whose.ofLabel(raw),
        };
      if (match(raw).code === null) {
        if (indentOf(raw) === 0) above = [];
        continue;
      }
    }
    const isLast = joined?.to === at;
    const label = isLast ? raw : withRest(table, at, raw, { columns, values, match });
    const isPart = isPartLabel(raw);
    const indent = indentOf(raw);
    above = above.filter(
      (one) => one.indent < indent || (isPart && !one.isPart && one.indent === indent),
    );
    const owner = above.at(-1);
    const outer = named
      .slice(0, -1)
      .filter((cell) => cell !== '' && cell !== raw && readPeriod(cell) === null);
    const whole = owner && (isPart || indent > owner.indent) ? owner.code : null;
    const counted =
      said !== '' && unit && takeUnit(label).unit === null ? `${label}（${unit}）` : label;
    const found = nameOf(match, counted, {
      whole,
      outer,
      isPart,
      last: lines.findLast((line) => line.code !== null && line.role !== 'part')?.code ?? null,
    });
    const ownUnit = takeUnit(label).unit ?? (said !== '' ? unit : null);
    const lineUnits = [
      ...(units !== undefined && unit && said === '' ? [[unit]] : []),
      ...(owner && (isPart || found.isPart || indent > owner.indent) ? owner.units : []),
      ...outer.flatMap((cell) => (takeUnit(cell).unit ? [[takeUnit(cell).unit!]] : [])),
      ...(group?.units ?? []),
      ...around,
    ];
    above.push({
      label: cleanLabel(takeUnit(raw).name),
      indent,
      isPart: isPart || found.isPart,
      code: found.code,
      units: ownUnit ? [[ownUnit], ...lineUnits] : lineUnits,
    });
    if (!hasCell && found.code !== null && above.at(-1)!.code !== null && !isPart) {
      // A name without a figure stands over its parts.
      continue;
    }
    const sample = values.map((column) => figures[at]?.[column] ?? '').find(looksLikeFigure) ?? '';
    if (sample === '' && found.code === null) continue;
    lines.push({
      ...bareLane,
      at,
      label: labelOf(label, outer, isPart || found.isPart ? above.at(-2) : undefined, period),
      code: found.code,
      suggestions: found.code ? [] : found.suggestions,
      unit: ownUnit,
      units: lineUnits,
      period: period ?? group?.period ?? null,
      whose: whose ?? group?.whose ?? null,
      isTotal: isTotalLabel(raw),
      role: found.isPart ? 'part' : 'figure',
      isFraction: isFractionOf(values.map((column) => figures[at]?.[column] ?? '')),
      sample,
    });
  }
  return lines;
}

const isDitto = (cell: string): boolean =>
  /^(?:〃|″|"|”|“|同上|‖|\/\/)$/.test(cell.normalize('NFKC').trim()) || isGap(cell);

function isUnitColumn({ rows, body }: Table, column: number): boolean {
  const cells = body
    .map((at) => (rows[at]![column] ?? '').trim())
    .filter((cell) => cell !== '' && !isDitto(cell));
  return (
    cells.length > 0 &&
    cells.filter((cell) => readUnitWord(cell) !== null).length * 2 > cells.length
  );
}

// How a foreign table is laid out: whether its indicators stand in rows or in columns, where the figures begin, and what
// each row and column of them calls itself. Nothing is taken on trust: the mapping page shows it and lets it be put right.
import { addressOf, spread, type SheetGrid } from './grid';
import { isNoteLabel, isTotalLabel, readUnitWord, tableUnit, takeUnit } from '../entry/label';
import type { Matcher } from './match-indicator';
import { findPeriod, readPeriod } from './read-period';

/** A row or a column of the table. `key` is what it calls itself, with its number where several say the same: what a
 *  person decided for it holds wherever the same name stands. */
export type Lane = {
  at: number;
  key: string;
  label: string;
  /** The code it means, and what it may mean; of lines alone. */
  code: string | null;
  suggestions: string[];
  /** What its own texts say. */
  unit: string | null;
  period: string | null;
  /** Whose figures it holds, where the table names units. */
  whose: 'own' | 'other' | null;
  isTotal: boolean;
  /** A growth or a share beside the figures, not a figure. */
  isChange: boolean;
  /** A figure of it, to know it by. */
  sample: string;
};

/** `direction`: where the indicators stand. `lines` are theirs, `crossings` the periods or units that cross them. `head`:
 *  the rows before the first figure. */
export type Layout = {
  direction: 'rows' | 'columns';
  head: number;
  lines: Lane[];
  crossings: Lane[];
  period: string | null;
  unit: string | null;
};

/** What a person says against what was recognised: where the indicators stand, how many rows are head. */
export type Hints = { direction?: 'rows' | 'columns'; head?: number };

export type Recogniser = { match: Matcher; ownNames: readonly string[] };

/** The layout of a sheet; null where there is no table with figures. */
export function recognise(
  sheet: SheetGrid,
  { match, ownNames }: Recogniser,
  hints: Hints = {},
): Layout | null {
  const rows = spread(sheet);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = new Set(
    sheet.rows.flatMap((row, at) => (row.some((cell) => looksLikeFigure(cell)) ? [at] : [])),
  );
  if (filled.size === 0 || width < 2) return null;
  const isOwn = ownTest(ownNames);
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column] ?? ''),
  );
  const inColumns = columns.map((cells) => named(cells, match));
  const inRows = rows.map((cells) => named(cells, match));
  const [bestColumn, bestRow] = [placeOfMost(inColumns), placeOfMost(inRows)];
  // A row that names an indicator holds its figures, though they might be years.
  const yearRows = new Set(
    rows.flatMap((row, at) =>
      isPeriodLine(row) && row.every((cell) => match(cell).code === null) ? [at] : [],
    ),
  );
  const direction =
    hints.direction ??
    directionOf(inColumns[bestColumn]!, inRows[bestRow]!, yearRows.size > 0 || filled.has(bestRow));
  const head =
    hints.head ?? headOf({ rows, direction, yearRows, names: bestColumn, bestRow, filled });
  // Over the whole table, or in a cell of its own; a unit in the name of a column is that column's.
  const title = rows
    .slice(0, head)
    .flatMap((row) => (distinct(row).length === 1 ? distinct(row) : row.filter(isUnitLine)));
  const period =
    findPeriod(sheet.name) ??
    rows
      .slice(0, head)
      .map((row) => findPeriod(distinct(row.filter((cell) => readPeriod(cell) === null)).join(' ')))
      .find((found) => found !== null) ??
    null;
  const unit = title.map(tableUnit).find((found) => found !== null) ?? null;
  const body = rows.map((_, at) => at).filter((at) => at >= head);
  const figures = sheet.rows;
  const isValueColumn = (column: number) =>
    body.some((at) => looksLikeFigure(figures[at]?.[column] ?? '')) &&
    !isNumbering(body.map((at) => rows[at]![column] ?? ''));
  const table = { rows, figures, head, body, width, match, isOwn, isValueColumn };
  const lanes = direction === 'rows' ? byRows(table, bestColumn) : byColumns(table);
  if (lanes.lines.length === 0 || lanes.crossings.length === 0) return null;
  return {
    direction,
    head,
    period,
    unit,
    lines: keyed(lanes.lines),
    crossings: keyed(relative(lanes.crossings, period)),
  };
}

type Table = {
  rows: string[][];
  figures: SheetGrid['rows'];
  head: number;
  body: number[];
  width: number;
  match: Matcher;
  isOwn: (label: string) => boolean;
  isValueColumn: (column: number) => boolean;
};
type Bare = Omit<Lane, 'key'>;
type Found = { lines: Bare[]; crossings: Bare[] };

/** Indicators in rows: each row of the body that has figures is a line, each column with figures crosses them. */
function byRows(
  { rows, figures, head, body, width, match, isOwn, isValueColumn }: Table,
  names: number,
): Found {
  const values = range(names + 1, width).filter(
    (column) => isValueColumn(column) && !isUnitColumn(rows, body, column),
  );
  const units = range(0, width).find(
    (column) => column !== names && isUnitColumn(rows, body, column),
  );
  let whole: string | null = null;
  const lines = body.flatMap((row): Bare[] => {
    const label = (rows[row]![names] ?? '').trim();
    const sample = values.map((column) => figures[row]?.[column] ?? '').find(looksLikeFigure) ?? '';
    if (label === '' || isNoteLabel(label) || (sample === '' && match(label).code === null))
      return [];
    const codeBeside =
      rows[row]!.slice(0, names)
        .map((cell) => match(cell).code)
        .find((code) => code !== null) ?? null;
    const isPart = /^[\s#]|其中/.test((rows[row]![names] ?? '').normalize('NFKC'));
    const { code, suggestions } = match(label, isPart ? whole : null);
    const found = codeBeside ?? code;
    if (!isPart) whole = found;
    const unit =
      takeUnit(label).unit ?? (units === undefined ? null : readUnitWord(rows[row]![units] ?? ''));
    return [
      {
        ...plain,
        at: row,
        label,
        code: found,
        suggestions: found ? [] : suggestions,
        unit,
        isTotal: isTotalLabel(label),
        sample,
      },
    ];
  });
  const crossings = values.map((column): Bare =>
    crossingOf(
      column,
      headTexts(rows, head, column),
      figures[lines[0]?.at ?? 0]?.[column] ?? '',
      isOwn,
    ),
  );
  return { lines, crossings };
}

/** Indicators in columns: each column with figures is a line, each row of the body with figures crosses them. */
function byColumns({
  rows,
  figures,
  head,
  body,
  width,
  match,
  isOwn,
  isValueColumn,
}: Table): Found {
  // 1990 to 2050 may be so many things, too: then their column has a name.
  const isYears = (column: number) =>
    body.every(
      (at) =>
        readPeriod(rows[at]![column] ?? '') !== null || (rows[at]![column] ?? '').trim() === '',
    );
  const values = range(0, width).filter(
    (column) =>
      isValueColumn(column) &&
      (!isYears(column) || headTexts(rows, head, column).some((text) => match(text).code !== null)),
  );
  const first = values.find((column) => column > 0 || values.length === width) ?? 0;
  const lines = values
    .filter((column) => column >= first)
    .map((column): Bare => {
      const texts = headTexts(rows, head, column);
      const period = texts.map(readPeriod).find((code) => code !== null) ?? null;
      const words = texts.filter((text) => readPeriod(text) === null);
      const unit =
        [...words]
          .reverse()
          .map((text) => takeUnit(text).unit ?? readUnitWord(text))
          .find((one) => one !== null) ?? null;
      const namedBy = words.filter((text) => readUnitWord(text) === null);
      const tries = [
        namedBy.at(-1) ?? '',
        namedBy.map((text) => takeUnit(text).name).join(''),
        ...[...namedBy].reverse(),
      ];
      const parent = namedBy.length > 1 ? match(namedBy.at(-2)!).code : null;
      const found =
        tries.map((text) => match(text, parent)).find(({ code }) => code !== null) ??
        match(tries[0]!, parent);
      const label = namedBy.join(' ');
      return {
        ...plain,
        at: column,
        label: label || addressOf(head, column),
        code: found.code,
        suggestions: found.code ? [] : found.suggestions,
        unit,
        period,
        isTotal: isTotalLabel(label),
        isChange: isChangeHead(label),
        sample: body.map((row) => figures[row]?.[column] ?? '').find(looksLikeFigure) ?? '',
      };
    });
  const crossings = body.flatMap((row): Bare[] => {
    const sample = values
      .filter((column) => column >= first)
      .map((column) => figures[row]?.[column] ?? '')
      .find(looksLikeFigure);
    const texts = distinct(rows[row]!.slice(0, first));
    return sample === undefined || isNoteLabel(texts[0] ?? '')
      ? []
      : [crossingOf(row, texts, sample, isOwn)];
  });
  return { lines, crossings: otherwise(crossings) };
}

const plain = {
  code: null,
  suggestions: [],
  unit: null,
  period: null,
  whose: null,
  isTotal: false,
  isChange: false,
} satisfies Partial<Lane>;

function crossingOf(
  at: number,
  texts: string[],
  sample: string,
  isOwn: (label: string) => boolean,
): Bare {
  const period = texts.map(readPeriod).find((code) => code !== null) ?? null;
  const words = texts.filter((text) => readPeriod(text) === null);
  const unit =
    words.map((text) => readUnitWord(text) ?? takeUnit(text).unit).find((one) => one !== null) ??
    null;
  const label = texts.join(' ');
  const whose = words.some(isOwn) ? 'own' : words.some(looksLikeUnitName) ? 'other' : null;
  return {
    ...plain,
    at,
    label: label || String(at + 1),
    period,
    unit,
    whose,
    isTotal: words.some(isTotalLabel),
    isChange: isChangeHead(label),
    sample,
  };
}

// Where one row is the viewer's own unit by name, the rows beside it are other units', whatever they are called.
function otherwise(crossings: Bare[]): Bare[] {
  if (!crossings.some(({ whose }) => whose === 'own')) return crossings;
  return crossings.map((one) =>
    one.whose === null && /[^\d\s.]/.test(one.label.replace(/\S*\d{4}\S*/g, ''))
      ? { ...one, whose: 'other' as const }
      : one,
  );
}

/** 本年 and 上年 beside a table whose year is known. */
function relative(crossings: Bare[], period: string | null): Bare[] {
  if (period === null || !/^\d{4}$/.test(period)) return crossings;
  return crossings.map((one) => {
    if (one.period !== null) return one;
    return /上年|去年|上期/.test(one.label) && !one.isChange
      ? { ...one, period: String(Number(period) - 1) }
      : one;
  });
}

function keyed(lanes: Bare[]): Lane[] {
  const times = new Map<string, number>();
  return lanes.map((lane) => {
    const name = lane.label.normalize('NFKC').replace(/\s+/g, '');
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { ...lane, key: time === 1 ? name : `${name}#${time}` };
  });
}

/** Of a table with one indicator, years across or a figure beside its name say that it stands in a row. */
function directionOf(inColumn: number, inRow: number, isRow: boolean): 'rows' | 'columns' {
  if (inColumn === inRow) return isRow ? 'rows' : 'columns';
  return inColumn > inRow ? 'rows' : 'columns';
}

type Heading = {
  rows: string[][];
  direction: 'rows' | 'columns';
  yearRows: ReadonlySet<number>;
  names: number;
  bestRow: number;
  filled: ReadonlySet<number>;
};

/** The first row that holds figures under the head. */
function headOf({ rows, direction, yearRows, names, bestRow, filled }: Heading): number {
  if (direction === 'columns') {
    // Under the lowest row that names indicators there may be one with their units.
    const from = bestRow + 1;
    const first = rows.findIndex((row, at) => at >= from && filled.has(at) && !yearRows.has(at));
    return first === -1 ? from : first;
  }
  const from = yearRows.size > 0 ? Math.min(...yearRows) + 1 : 0;
  const first = rows.findIndex(
    (row, at) =>
      at >= from &&
      filled.has(at) &&
      (row[names] ?? '').trim() !== '' &&
      !isNoteLabel(row[names]!) &&
      row.some((cell, column) => column > names && looksLikeFigure(cell)) &&
      !yearRows.has(at),
  );
  return first === -1 ? from : first;
}

/** Whether the figures of a row are periods: 2016 2017 2018 in order and nothing else but words before them. */
function isPeriodLine(row: readonly string[]): boolean {
  const found = row.flatMap((cell, at) =>
    readPeriod(cell) === null ? [] : [{ at, code: readPeriod(cell)! }],
  );
  if (found.length === 0) return false;
  const others = row.filter((cell) => readPeriod(cell) === null && looksLikeFigure(cell));
  const years = found.map(({ code }) => Number(code.slice(0, 4)));
  const isOrdered =
    years.every((year, at) => at === 0 || year >= years[at - 1]!) ||
    years.every((year, at) => at === 0 || year <= years[at - 1]!);
  return others.length === 0 && isOrdered && found[0]!.at > 0;
}

/** How surely a row or column names indicators. */
const named = (cells: readonly string[], match: Matcher): number =>
  new Set(cells).size < 2 && cells.length > 4
    ? 0
    : [...new Set(cells)].reduce((sum, cell) => sum + scoreOf(cell, match), 0);

function scoreOf(cell: string, match: Matcher): number {
  if (cell.trim() === '' || looksLikeFigure(cell) || cell.length > longestName) return 0;
  const { code, suggestions } = match(cell);
  return code ? 1 : suggestions.length > 0 ? 0.3 : 0;
}

const longestName = 60;

/** The texts of the head over a column, from the top, each once; titles and notes that lie over the whole table left out. */
function headTexts(rows: string[][], head: number, column: number): string[] {
  const over = rows
    .slice(0, head)
    .filter((row) => distinct(row).length > 1)
    .map((row) => (row[column] ?? '').trim());
  return distinct(over).filter((text) => !isUnitLine(text) && !isNoteLabel(text));
}

const isUnitLine = (text: string): boolean => /^[(（]?(计量)?单位\s*[:：]/.test(text.trim());
const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** The place of the highest score, the first of equals. */
const placeOfMost = (scores: readonly number[]): number =>
  scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);

function isUnitColumn(rows: string[][], body: number[], column: number): boolean {
  const cells = body.map((at) => (rows[at]![column] ?? '').trim()).filter((cell) => cell !== '');
  return (
    cells.length > 0 &&
    cells.filter((cell) => readUnitWord(cell) !== null).length * 2 > cells.length
  );
}

/** 1, 2, 3 down the side of a table. */
function isNumbering(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return numbers.length > 1 && numbers.every((cell, at) => cell === String(at + 1));
}

const looksLikeFigure = (cell: string): boolean =>
  /^(?:大约|约|近|接近|将近)?[+-]?(?:\d[\d,.' ]*|\.\d+)(?:[余多万亿%‰]|人|元|个|家|件|以上|左右)*$/.test(
    cell.normalize('NFKC').trim(),
  ) && cell.length < 40;
const isChangeHead = (label: string): boolean =>
  /增长|增幅|增减|增速|比上年|同比|环比|±|占比|比重|位次|排名/.test(label);
const looksLikeUnitName = (text: string): boolean =>
  /(总工会|工会|[市县区州盟旗省])$/.test(text) && !readUnitWord(text) && text.length < 30;

/** Whether a text is the unit's name, with or without 总工会. */
function ownTest(names: readonly string[]): (text: string) => boolean {
  const short = (name: string) =>
    name
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/总?工会$/, '')
      .replace(/[市县区]$/, '');
  const own = new Set(names.map(short).filter((name) => name.length > 1));
  return (text) => own.has(short(text));
}

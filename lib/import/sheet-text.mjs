// Sheets as rows of text, with what their spreadsheet does not show.
import { createRequire } from 'node:module';
import { shownNumber } from './number-format.mjs';

/** The sheets of an .xlsx. */
export async function readSheets(bytes, limits, readStyles) {
  const { readXlsx } = await import('hucre/xlsx');
  // Of a file with so many rows nothing is read; that it has them is what is asked.
  const { sheets } = await readXlsx(bytes, { maxRows: limits.rows + 1, readStyles });
  return within(
    limits,
    sheets.map(({ name, rows, cells, merges = [], hidden, veryHidden, rowDefs, columns }) => ({
      name,
      isHidden: Boolean(hidden || veryHidden),
      rows: rows.map((row, at) =>
        Array.from(row, (value, column) => textOf(value, cells?.get(`${at},${column}`))),
      ),
      merges: merges.map(({ startRow, startCol, endRow, endCol }) => [
        startRow,
        startCol,
        endRow,
        endCol,
      ]),
      hidden: {
        rows: [...(rowDefs ?? [])].flatMap(([at, { hidden: isHidden }]) => (isHidden ? [at] : [])),
        columns: (columns ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])),
      },
    })),
  );
}

/** The sheets of an .xls, .et or .ods. */
export function readOldSheets(bytes, limits) {
  const xlsx = createRequire(import.meta.url)('@e965/xlsx');
  const book = xlsx.read(bytes, {
    type: 'buffer',
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    cellText: true,
    sheetRows: limits.rows + 1,
  });
  return within(
    limits,
    book.SheetNames.map((name, at) => {
      const sheet = book.Sheets[name];
      return {
        name,
        isHidden: Boolean(book.Workbook?.Sheets?.[at]?.Hidden),
        rows: rowsOf(xlsx, sheet, limits),
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c]),
        hidden: {
          rows: placesOf(sheet['!rows'] ?? []),
          columns: placesOf(sheet['!cols'] ?? []),
        },
      };
    }),
  );
}

const placesOf = (defined) =>
  Object.entries(defined).flatMap(([at, one]) => (one?.hidden ? [Number(at)] : []));

function rowsOf(xlsx, sheet, limits) {
  const rows = [];
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const { r, c } = xlsx.utils.decode_cell(address);
    const text = oldText(xlsx, sheet[address]);
    if (text === '') continue;
    // Beyond the limits one cell is enough to say so.
    if (r > limits.rows || c > limits.columns)
      return [...rows.slice(0, r > limits.rows ? 0 : 1), ...tooMany(r, c, limits)];
    rows[r] ??= [];
    rows[r][c] = text;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
}

const tooMany = (row, column, limits) =>
  row > limits.rows
    ? Array.from({ length: limits.rows + 1 }, () => ['…'])
    : [Array.from({ length: limits.columns + 1 }, () => '…')];

function oldText(xlsx, { t, v, w, z, f }) {
  if (v === undefined || v === null) return f ? `=${f}`.slice(0, 200) : '';
  if (t === 'e') return w ?? '#REF!';
  if (t === 'n') {
    if (typeof z !== 'string' || !xlsx.SSF.is_date(z)) return shownNumber(v, z);
    const { y, m, d } = xlsx.SSF.parse_date_code(v);
    return [String(y), ...[m, d].map((part) => String(part).padStart(2, '0'))].join('-');
  }
  return v instanceof Date ? v.toISOString().slice(0, 10) : String(v);
}

/** Cuts off what is formatted and empty, and says what is too large. */
function within(limits, sheets) {
  for (const sheet of sheets) {
    for (const row of sheet.rows) while (row.length > 0 && row.at(-1) === '') row.pop();
    while (sheet.rows.length > 0 && sheet.rows.at(-1).length === 0) sheet.rows.pop();
    if (sheet.rows.length > limits.rows) return { fault: 'file-too-many-rows' };
    if (sheet.rows.some((row) => row.length > limits.columns))
      return { fault: 'file-too-many-columns' };
    sheet.merges = sheet.merges.filter(([row]) => row < sheet.rows.length).slice(0, 10_000);
    sheet.hidden.columns = sheet.hidden.columns.filter((column) => column < limits.columns);
  }
  return { sheets };
}

/** A cell as text. A number is as its format shows it; of a formula it is what was worked out last, and
 *  where nothing was, the formula itself, which is no figure. */
function textOf(value, cell) {
  if (value === null || value === undefined || value === '')
    return cell?.formula && cell.formulaResult === null ? `=${cell.formula}`.slice(0, 200) : '';
  if (typeof value === 'number') return shownNumber(value, cell?.style?.numFmt);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

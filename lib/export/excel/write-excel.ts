// Grids as an Excel workbook: numbers as numbers, changes and totals as formulas that come to our numbers, where each
// figure comes from as a note on its cell, ready to print on A4.
import { keyText, type Origin } from '@/lib/domain/figure/origin';
import { round } from '@/lib/domain/figure/number';
import { messages } from '@/lib/i18n/messages';
import type { Grid, GridCell } from '../grid';
import { originNote } from '../sources-grid';
import { formatOf, formulaText, isRisky, letterOf } from './formats';
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from './hucre';

const { files } = messages['zh-CN'];

/** `lines` stand under the title of every sheet: cautions, who reported. */
export type Workbook = { title: string; lines: string[]; grids: Grid[]; origins?: Origin[] };

/** The workbook as an .xlsx file. */
export async function writeExcel({
  title,
  lines,
  grids,
  origins = [],
}: Workbook): Promise<Uint8Array> {
  const notes = new Map(origins.map((origin) => [keyText(origin.key), originNote(origin)]));
  const names = sheetNames(grids);
  const sheets = grids.map((grid, place) =>
    sheetOf(grid, names[place]!, grids.length > 1 ? `${title}　${grid.name}` : title, lines, notes),
  );
  return writeXlsx({
    sheets,
    properties: { title, creator: files.product },
    defaultFont: { name: '宋体', size: 11 },
  });
}

type Notes = Map<string, string>;

function sheetOf(
  grid: Grid,
  name: string,
  title: string,
  lines: string[],
  notes: Notes,
): WriteSheet {
  const width = grid.columns.length;
  const said = [...lines, ...(grid.unit ? [`${files.unitLine}${grid.unit}`] : [])];
  const head = 1 + said.length;
  const { cells, end } = bodyCells(grid, head + 1, notes);
  const put = (row: number, column: number, cell: Partial<Cell>) =>
    cells.set(`${row},${column}`, cell);
  put(0, 0, text(title, titleStyle));
  said.forEach((line, place) => put(1 + place, 0, text(line, wordsStyle)));
  grid.columns.forEach(({ head: words }, column) => put(head, column, text(words, headStyle)));
  grid.notes.forEach((note, place) =>
    put(
      end + place,
      0,
      text(`${place === 0 ? files.noteMark : ''}${place + 1}. ${note}`, wordsStyle),
    ),
  );
  const last = end + grid.notes.length;
  const wide = [
    0,
    ...said.map((_, place) => 1 + place),
    ...grid.notes.map((_, place) => end + place),
  ];
  return {
    name,
    cells,
    rows: Array.from({ length: last }, () => []),
    columns: grid.columns.map((column, place) => ({ width: widthOf(grid, place, column.width) })),
    merges: wide.map((at) => ({ startRow: at, startCol: 0, endRow: at, endCol: width - 1 })),
    rowDefs: new Map([
      [0, { height: 30 }],
      ...grid.notes.map((note, place): [number, { height: number }] => [
        end + place,
        { height: 16 * Math.max(1, Math.ceil((note.length * 2) / 90)) },
      ]),
    ]),
    freezePane: { rows: head + 1, columns: 1 },
    pageSetup: pageOf(width, head, last),
    headerFooter: { oddFooter: `&C${files.pageOf}` },
  };
}

const pageOf = (width: number, head: number, last: number): WriteSheet['pageSetup'] => ({
  paperSize: 'a4',
  orientation: width > mostUpright ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { top: 0.75, bottom: 0.75, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
  printTitlesRow: `$${head + 1}:$${head + 1}`,
  printArea: `$A$1:$${letterOf(width - 1)}$${last}`,
});

const mostUpright = 7;

/** The groups with their rows, from the row `start` on; `end` is the row after them. */
function bodyCells(
  { columns, groups }: Grid,
  start: number,
  notes: Notes,
): { cells: Map<string, Partial<Cell>>; end: number } {
  const cells = new Map<string, Partial<Cell>>();
  let row = start;
  for (const group of groups) {
    if (group.name !== null) {
      for (let column = 0; column < columns.length; column += 1)
        cells.set(`${row},${column}`, text(column === 0 ? group.name : '', groupStyle));
      row += 1;
    }
    const first = row + 1;
    for (const line of group.rows) {
      for (const [column, cell] of line.entries())
        cells.set(`${row},${column}`, bodyCell(cell, { row: row + 1, first, column }, notes));
      row += 1;
    }
  }
  return { cells, end: row };
}

function bodyCell(
  cell: GridCell,
  at: { row: number; first: number; column: number },
  notes: Notes,
): Partial<Cell> {
  const note = cell.figures?.length === 1 ? notes.get(keyText(cell.figures[0]!)) : undefined;
  const comment = note ? { comment: { author: files.product, text: note } } : {};
  const { number } = cell;
  if (!number)
    return {
      ...text(cell.text, {
        ...bodyStyle,
        alignment: {
          ...bodyStyle.alignment,
          horizontal: at.column > 1 ? 'right' : 'left',
          indent: cell.indent ? 1 : undefined,
        },
      }),
      ...comment,
    };
  const isChange =
    cell.formula?.kind === 'difference' ||
    cell.formula?.kind === 'growth' ||
    /^[+−]/.test(cell.text);
  const value = Number(round(number.value, Math.max(number.decimals, 0)));
  const style: CellStyle = {
    ...bodyStyle,
    numFmt: formatOf(number, isChange),
    alignment: { vertical: 'center', horizontal: 'right' },
  };
  return cell.formula
    ? {
        value,
        type: 'formula',
        formula: formulaText(cell.formula, number, at),
        formulaResult: value,
        style,
        ...comment,
      }
    : { value, type: 'number', style, ...comment };
}

// A word that begins like a formula stays a word, also when somebody edits the cell: the format says text.
function text(value: string, style: CellStyle): Partial<Cell> {
  return {
    value: value.replaceAll('\0', ''),
    type: 'string',
    style: isRisky(value) ? { ...style, numFmt: '@' } : style,
  };
}

const thin = { style: 'thin' as const, color: { rgb: '8A929C' } };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const titleStyle: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const wordsStyle: CellStyle = {
  font: { name: '宋体', size: 10 },
  alignment: { vertical: 'top', wrapText: true },
};
const headStyle: CellStyle = {
  font: { name: '黑体', size: 11 },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F5F6F8' } },
};
const groupStyle: CellStyle = {
  font: { name: '宋体', size: 11, bold: true },
  border,
  alignment: { vertical: 'center' },
};
const bodyStyle: CellStyle = {
  font: { name: '宋体', size: 11 },
  border,
  alignment: { vertical: 'center', wrapText: true },
};

/** In characters of the default font: what the widest cell needs, no more than leaves room for the others. */
function widthOf({ columns, groups }: Grid, column: number, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.min(wanted * 1.4, 44);
  const texts = groups.flatMap(({ rows }) => rows.map((cells) => cells[column]!.text));
  return Math.min(
    Math.max(
      ...[columns[column]!.head, ...texts].map((words) =>
        [...words].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0),
      ),
    ) + 3,
    24,
  );
}

/** Sheets are named for their grids: 31 characters, none of []:*?/\, each name once. */
function sheetNames(grids: Grid[]): string[] {
  const used = new Set<string>();
  return grids.map(({ name }) => {
    const plain =
      name
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 28) || files.parts.table;
    let unique = plain;
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${plain}${number}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

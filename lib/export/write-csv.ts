// Grids as CSV: UTF-8 with a byte order mark, so that Excel reads Chinese; numbers as digits, so that programs read
// them.
import { round } from '@/lib/domain/figure/number';
import { messages } from '@/lib/i18n/messages';
import { isRisky } from './excel/formats';
import type { Grid, GridCell } from './grid';

const { files } = messages['zh-CN'];

/** One table after the other, an empty line between; what a printed number says besides its digits stands in the last
 *  column of a table with numbers. */
export function writeCsv(grids: Grid[]): string {
  const tables = grids.map((grid) => {
    const hasGroups = grid.groups.some(({ name }) => name !== null);
    const hasNumbers = grid.columns.some(({ kind }) => kind === 'number');
    const head = [
      ...(hasGroups ? [files.csv.group] : []),
      ...grid.columns.map(({ head: words }) => words),
      ...(hasNumbers ? [files.csv.remark] : []),
    ];
    const rows = grid.groups.flatMap(({ name, rows: lines }) =>
      lines.map((cells) => [
        ...(hasGroups ? [name ?? ''] : []),
        ...cells.map(valueOf),
        ...(hasNumbers ? [remarkOf(cells, grid)] : []),
      ]),
    );
    const above =
      grids.length > 1 ? [[grid.unit ? `${grid.name}（${grid.unit}）` : grid.name]] : [];
    return [...above, head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  });
  return `\ufeff${tables.join('\r\n\r\n')}\r\n`;
}

type Value = { text: string } | { digits: string };

function valueOf({ text, number }: GridCell): Value {
  return number
    ? { digits: round(number.value, number.decimals) }
    : { text: text === '—' ? '' : text };
}

/** "2021年：近2000" for every number that is not exactly its digits. */
function remarkOf(cells: GridCell[], { columns }: Grid): string {
  return cells
    .flatMap(({ text, number }, place) =>
      number && number.qualifier !== '' ? [`${columns[place]!.head}：${text}`] : [],
    )
    .join('；');
}

// A word that a spreadsheet would take for a formula gets an apostrophe before it; numbers keep their sign.
function quoted(value: string | Value): string {
  if (typeof value === 'object' && 'digits' in value) return value.digits;
  const words = (typeof value === 'string' ? value : value.text).replaceAll('\0', '');
  const safe = isRisky(words)
    ? `'${words}`
    : isDateLike.test(words)
      ? words.replaceAll('/', '／')
      : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// 5/10, five of ten units: opened in a spreadsheet it became the tenth of May.
const isDateLike = /^\d+( ?\/ ?\d+)+$/;

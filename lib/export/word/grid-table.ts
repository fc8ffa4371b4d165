import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  BorderStyle,
} from 'docx';
import { messages } from '@/lib/i18n/messages';
import type { Grid, GridCell } from '../grid';
import { style } from './styles';

const { files } = messages['zh-CN'];

/** A grid as a Word table: unit line, head repeated on every page, no row broken over two pages, notes below. */
export function tableOf(grid: Grid, width: number): (Paragraph | Table)[] {
  const widths = columnWidths(grid, width);
  const rows = grid.groups.flatMap(({ name, rows: lines }) => [
    ...(name === null
      ? []
      : [
          row([
            cell(
              name,
              widths.reduce((sum, one) => sum + one, 0),
              style.head,
              'left',
              widths.length,
            ),
          ]),
        ]),
    ...lines.map((cells) =>
      row(cells.map((one, place) => bodyCell(one, widths[place]!, grid.columns[place]!.kind))),
    ),
  ]);
  return [
    new Paragraph({
      style: style.unitLine,
      children: [new TextRun(`${files.unitLine}${grid.unit ?? files.unitsInTable}`)],
    }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      margins: { left: 60, right: 60, top: 8, bottom: 8 },
      borders,
      rows: [
        row(
          grid.columns.map(({ head }, place) => cell(head, widths[place]!, style.head, 'center')),
          true,
        ),
        ...rows,
      ],
    }),
    ...grid.notes.map(
      (note, place) =>
        new Paragraph({
          style: style.note,
          children: [new TextRun(`${place === 0 ? files.noteMark : ''}${place + 1}. ${note}`)],
        }),
    ),
  ];
}

const hair = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: { ...hair, size: 8 },
  bottom: { ...hair, size: 8 },
  left: hair,
  right: hair,
  insideHorizontal: hair,
  insideVertical: hair,
};

function row(children: TableCell[], isHead = false): TableRow {
  return new TableRow({ children, tableHeader: isHead, cantSplit: true });
}

function bodyCell({ text, indent }: GridCell, width: number, kind: 'text' | 'number'): TableCell {
  return cell(text, width, style.cell, kind === 'number' ? 'right' : 'left', 1, indent);
}

function cell(
  text: string,
  width: number,
  of: string,
  alignment: 'left' | 'right' | 'center',
  columnSpan = 1,
  indent = false,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: of,
        alignment:
          AlignmentType[alignment === 'left' ? 'LEFT' : alignment === 'right' ? 'RIGHT' : 'CENTER'],
        indent: indent ? { left: 210 } : undefined,
        children: [new TextRun(text)],
      }),
    ],
  });
}

// Half a character of 小五 in twips, with a little more for fonts with wide digits, and what the cell keeps free at
// its sides.
const halfCharacter = 110;
const padding = 180;
const mostHalves = 13;

/** Numbers and short words get what they need, the columns with a width of their own share the rest. */
function columnWidths({ columns, groups }: Grid, width: number): number[] {
  const needed = columns.map(({ head, width: characters }, place) => {
    if (characters !== undefined) return characters * 2 * halfCharacter + padding;
    const texts = groups.flatMap(({ rows }) => rows.map((cells) => cells[place]!.text));
    return (
      Math.min(Math.max(halves(head), ...texts.map(halves)), mostHalves) * halfCharacter + padding
    );
  });
  const isFlexible = columns.map(({ width: characters }) => characters !== undefined);
  const fixed = needed.reduce((sum, one, place) => (isFlexible[place] ? sum : sum + one), 0);
  const flexible = needed.reduce((sum, one) => sum + one, 0) - fixed;
  // Where the words would be squeezed to less than a third, everything gives in proportion.
  const isTooFull = width - fixed < flexible / 3;
  const widths = needed.map((one, place) =>
    Math.floor(
      isTooFull
        ? (one * width) / (fixed + flexible)
        : isFlexible[place]
          ? ((width - fixed) * one) / flexible
          : one,
    ),
  );
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, place) => (place === 0 ? one + rest : one));
}

// Chinese beside Latin stands a quarter apart.
function halves(text: string): number {
  const characters = [...text].reduce(
    (sum, character) => sum + (character > '\u2e7f' || character === '—' ? 2 : 1),
    0,
  );
  return (
    characters + (text.match(/[\u2e80-\uffff][\d+−]|[\d%][\u2e80-\uffff]/g)?.length ?? 0) * 0.5
  );
}

// A summary as plain text, as Markdown and as data, drawn from what `summarise` made; nothing is computed here.
import { changeHeads, sideHead, sideOf, sidesOf } from '../comparison/sides';
import type { ComparisonRow, ComparisonTable } from '../comparison/comparison-table';
import type { Paragraph } from '../comparison/source';
import type { Summary, UnitLine, UnitsTable } from './summary';

/** The narrative as plain text, paragraphs indented by two characters as in an official letter. */
export function toText({ paragraphs }: Summary): string {
  return `${paragraphs.map((paragraph) => (paragraph.kind === 'body' ? `　　${textOf(paragraph)}` : textOf(paragraph))).join('\n\n')}\n`;
}

/** Narrative, table and notes in Markdown. */
export function toMarkdown({ paragraphs, table, units }: Summary): string {
  const marks = { title: '# ', heading: '## ', body: '' };
  const prose = paragraphs.map(
    (paragraph) => `${marks[paragraph.kind]}${escape(textOf(paragraph))}`,
  );
  return `${[...prose, ...(units ? ['## 单位对比表', ...unitTables(units)] : []), '## 数据对比表', tableOf(table), table.notes.map((note, place) => `${place + 1}. ${escape(note)}`).join('\n')].join('\n\n')}\n`;
}

type Data = Omit<Summary, 'paragraphs' | 'keyPoints'> & {
  paragraphs: Paragraph['segments'][];
  keyPoints?: Paragraph['segments'][];
};

/** What programs read: every paragraph a list of segments. */
export function toData({
  title,
  unit,
  period,
  cautions,
  paragraphs,
  keyPoints,
  table,
  units,
  charts,
  explained,
  unstated,
}: Summary): Data {
  return {
    title,
    unit,
    period,
    cautions,
    paragraphs: paragraphs.map(({ segments }) => segments),
    ...(keyPoints?.length ? { keyPoints: keyPoints.map(({ segments }) => segments) } : {}),
    table,
    ...(units ? { units } : {}),
    charts,
    ...(explained ? { explained } : {}),
    unstated,
  };
}

/** The tables of the indicators that the text states most of. */
function unitTables({ units, indicators, headlines }: UnitsTable): string[] {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return indicators
    .filter(({ indicator }) => headlines.includes(indicator.code))
    .map(({ indicator, unit, lines, total, comparable, notes }) => {
      const heads = ['单位', '数值', '占比', '位次', '上期', '增减量', '增减%'];
      const row = (
        name: string,
        { value, share, place, previous, change, changePercent }: Omit<UnitLine, 'unit'>,
      ) => [
        escape(name),
        cellText(value),
        share?.text ?? '—',
        place?.text ?? '—',
        cellText(previous),
        change?.text ?? '—',
        changePercent?.text ?? '—',
      ];
      const rows = [
        ...lines.map((line) => row(names.get(line.unit) ?? line.unit, line)),
        ...(total ? [row('合计', { ...total, place: null })] : []),
        ...(comparable ? [row('可比口径', { ...comparable, share: null, place: null })] : []),
      ];
      const table = [heads, heads.map((_, place) => (place === 0 ? ':---' : '---:')), ...rows]
        .map((line) => `| ${line.join(' | ')} |`)
        .join('\n');
      return [`### ${escape(indicator.name)}（${unit}）`, table, ...notes.map(escape)].join('\n\n');
    });
}

function textOf({ segments }: Pick<Paragraph, 'segments'>): string {
  return segments.map(({ text }) => text).join('');
}

function tableOf(table: ComparisonTable): string {
  const sides = sidesOf(table);
  const heads = [
    '指标',
    '单位',
    ...table.columns.map(({ label }) => label),
    ...changeHeads(table),
    ...sides.map((side) => sideHead(table, side)),
  ];
  const aligned = heads.map((_, place) => (place < 2 ? ':---' : '---:'));
  const lines = table.rows.map((row) => [
    escape(row.indicator.name),
    row.unit,
    ...row.cells.map(cellText),
    row.change?.text ?? '—',
    row.changePercent?.text ?? '—',
    ...sides.map((side) => sideOf(row, side)?.text ?? '—'),
  ]);
  return [heads, aligned, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cellText(cell: ComparisonRow['cells'][number]): string {
  return (
    cell.text ?? { blank: '', not_applicable: '不适用', not_available: '无法取得' }[cell.answer]
  );
}

const escape = (text: string): string => text.replaceAll('|', '\\|');

// A summary as plain text, as Markdown and as data, drawn from what `summarise` made; nothing is computed here.
import type { ComparisonRow, ComparisonTable, Paragraph, Summary } from './summary';

/** The narrative as plain text, paragraphs indented by two characters as in an official letter. */
export function toText({ paragraphs }: Summary): string {
  return `${paragraphs.map((paragraph) => (paragraph.kind === 'body' ? `　　${textOf(paragraph)}` : textOf(paragraph))).join('\n\n')}\n`;
}

/** Narrative, table and notes in Markdown. */
export function toMarkdown({ paragraphs, table }: Summary): string {
  const marks = { title: '# ', heading: '## ', body: '' };
  const prose = paragraphs.map((paragraph) => `${marks[paragraph.kind]}${escape(textOf(paragraph))}`);
  return `${[...prose, '## 数据对比表', tableOf(table), table.notes.map((note, place) => `${place + 1}. ${escape(note)}`).join('\n')].join('\n\n')}\n`;
}

/** What programs read: every paragraph a list of segments. */
export function toData({ title, unit, period, cautions, paragraphs, table, charts, untold }: Summary): Omit<Summary, 'paragraphs'> & { paragraphs: Paragraph['segments'][] } {
  return { title, unit, period, cautions, paragraphs: paragraphs.map(({ segments }) => segments), table, charts, untold };
}

function textOf({ segments }: Pick<Paragraph, 'segments'>): string {
  return segments.map(({ text }) => text).join('');
}

function tableOf({ columns, rows }: ComparisonTable): string {
  const heads = ['指标', '单位', ...columns.map(({ label }) => label), '增减量', '增减%'];
  const aligned = heads.map((_, place) => (place < 2 ? ':---' : '---:'));
  const lines = rows.map((row) => [escape(row.indicator.name), row.unit, ...row.cells.map(cellText), row.change?.text ?? '—', row.changePercent?.text ?? '—']);
  return [heads, aligned, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cellText(cell: ComparisonRow['cells'][number]): string {
  return cell.text ?? { blank: '', not_applicable: '不适用', not_available: '无法取得' }[cell.answer];
}

const escape = (text: string): string => text.replaceAll('|', '\\|');

// Headings of the sections: the catalogue's plain names, four characters, or couplets. The latter two are written in
// headings.json; they name the work and claim no success. A section that has none there keeps its plain name, and an
// office's own heading is what the office wrote.
import type { Paragraph, SummaryStyle } from '@/lib/domain/comparison/source';
import type { Part } from '../parts';
import written from '../headings.json';

/** 一、思想引领与职工文化: the heading of the part at this place. */
export function headingOf(
  { id, heading, section }: Part,
  place: number,
  style: SummaryStyle['headings'] = 'plain',
): Paragraph {
  const words = section && (written as Record<string, Record<'four' | 'couplet', string>>)[id];
  const text = style === 'plain' ? heading : (words?.[style] ?? heading);
  return { kind: 'heading', section: id, segments: [{ text: `${numerals[place]}、${text}` }] };
}

const numerals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
];

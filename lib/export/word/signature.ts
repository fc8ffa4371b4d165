// 署名 and 成文日期 of a document without a seal, GB/T 9704—2012, 7.3.5.2: the name two characters from the
// right, the date below it beginning two characters further in; a date longer than the name stands two characters from
// the right instead.
import { Paragraph, TextRun } from 'docx';
import { dayInWords } from '@/lib/domain/tree/office-day';
import { em, lineHeight } from './official-format';
import { widthOf } from './prose';
import { style } from './styles';

/** `date` as "2021-12-31"; it prints without leading zeros. */
export type Signature = { name: string; date: string };

export function signatureParagraphs({ name, date }: Signature): Paragraph[] {
  const printed = dayInWords(date);
  const right = rightIndents(widthOf(name), widthOf(printed));
  const line = (text: string, indent: number, before: number, keepNext: boolean) =>
    new Paragraph({
      style: style.body,
      alignment: 'right',
      keepNext,
      spacing: { before },
      indent: { right: Math.round(indent * em), firstLine: 0, firstLineChars: 0 },
      children: [new TextRun(text)],
    });
  return [line(name, right.name, lineHeight, true), line(printed, right.date, 0, false)];
}

/** Characters left free at the right of the name and of the date, both given by their widths. */
export function rightIndents(name: number, date: number): { name: number; date: number } {
  const dateRight = name - date;
  return dateRight >= 2 ? { name: 2, date: dateRight } : { name: 4 + date - name, date: 2 };
}

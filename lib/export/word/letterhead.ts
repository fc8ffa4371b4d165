// 版头 and 版记 of a document, GB/T 9704—2012, 7.2 and 7.4: the issuer in red over the number and a red line,
// those it goes to before the text, those who get a copy between two lines at its end.
import { BorderStyle, Paragraph, TextRun } from 'docx';
import type { Letterhead } from '@/lib/domain/document-plan/letterhead';
import { em, fontOf, lineHeight, size, type FontSet } from './official-format';
import { style } from './styles';

const red = 'FF0000';
/** 初号 would not leave room for a long name; 26 pt is what the format has for 2号 at most. */
const issuerSize = 72;

/** Issuer, number and the red line, and what stands between it and the title. */
export function letterheadParagraphs({ issuer, number }: Letterhead, fonts: FontSet): Paragraph[] {
  if (issuer === '' && number === '') return [];
  const numbered = new Paragraph({
    style: style.body,
    alignment: 'center',
    indent: { firstLine: 0, firstLineChars: 0 },
    spacing: { before: lineHeight, after: lineHeight },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
    children: [new TextRun(number)],
  });
  if (issuer === '') return [numbered];
  const fitting = Math.min(issuerSize, Math.floor((28 * size.three) / Math.max(issuer.length, 1)));
  return [
    new Paragraph({
      alignment: 'center',
      spacing: { line: 1000, lineRule: 'atLeast', before: lineHeight, after: 0 },
      children: [
        new TextRun({ text: issuer, font: fontOf(fonts, 'title'), size: fitting, color: red }),
      ],
    }),
    numbered,
  ];
}

/** Those it goes to, at the left margin before the text. */
export function recipientParagraphs({ to }: Letterhead): Paragraph[] {
  if (to === '') return [];
  return [
    new Paragraph({
      style: style.body,
      alignment: 'left',
      keepNext: true,
      indent: { firstLine: 0, firstLineChars: 0 },
      children: [new TextRun(`${to}：`)],
    }),
  ];
}

/** Those who get a copy, in 4号 between two lines, one character in. */
export function copiesParagraphs({ copies }: Letterhead, fonts: FontSet): Paragraph[] {
  if (copies === '') return [];
  const line = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 };
  const one = Math.round((em * size.four) / size.three);
  return [
    new Paragraph({
      alignment: 'left',
      spacing: { before: Math.round(lineHeight / 2), line: lineHeight, lineRule: 'exact' },
      indent: { left: 4 * one, right: one, hanging: 3 * one },
      border: { top: line, bottom: line },
      children: [
        new TextRun({ text: `抄送：${copies}。`, font: fontOf(fonts, 'body'), size: size.four }),
      ],
    }),
  ];
}

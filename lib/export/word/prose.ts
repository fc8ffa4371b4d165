// The text of a summary, paragraph by paragraph, in the format's levels: 一、黑体, （一）楷体, 1. and （1）
// 仿宋.
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { Paragraph as TextParagraph } from '@/lib/domain/comparison/source';
import { em } from './official-format';
import { style } from './styles';

/** The paragraphs of the text; not a character is added or left out. `isFollowed`: the last does not leave what comes
 *  after it alone on a page. */
export function proseOf(paragraphs: TextParagraph[], isFollowed: boolean): Paragraph[] {
  return paragraphs.map((paragraph, place) => {
    const text = textOf(paragraph);
    if (paragraph.kind === 'title')
      return new Paragraph({ heading: HeadingLevel.TITLE, children: titleRuns(text) });
    const level = paragraph.kind === 'heading' ? levelOf(text) : undefined;
    return level
      ? new Paragraph({ heading: level, children: [new TextRun(text)] })
      : new Paragraph({
          style: style.body,
          keepNext: isFollowed && place === paragraphs.length - 1 ? true : undefined,
          children: [new TextRun(text)],
        });
  });
}

/** What must be known before the text is quoted. */
export function noteParagraphs(notes: string[]): Paragraph[] {
  return notes.map(
    (note) =>
      new Paragraph({ style: style.body, keepNext: true, children: [new TextRun({ text: note })] }),
  );
}

/** "附件：1.……" below the text: an empty line, two characters in, the second under the first. */
export function attachmentList(names: string[]): Paragraph[] {
  const [first, ...others] = names;
  if (first === undefined) return [];
  const number = (place: number, name: string) => (others.length > 0 ? `${place}.${name}` : name);
  const line = (text: string, left: number, hanging: number, before = 0) =>
    new Paragraph({
      style: style.body,
      alignment: 'left',
      spacing: { before },
      indent: { left, hanging, firstLineChars: 0 },
      keepNext: true,
      children: [new TextRun(text)],
    });
  return [
    line(`附件：${number(1, first)}`, 6 * em, 4 * em, 579),
    ...others.map((name, place) => line(number(place + 2, name), 6 * em, em)),
  ];
}

export const textOf = ({ segments }: Pick<TextParagraph, 'segments'>): string =>
  segments.map(({ text }) => text).join('');

const levels: [RegExp, (typeof HeadingLevel)[keyof typeof HeadingLevel]][] = [
  [/^（[一二三四五六七八九十]+）/, HeadingLevel.HEADING_2],
  [/^\d+[.．]/, HeadingLevel.HEADING_3],
  [/^（\d+）/, HeadingLevel.HEADING_4],
];

const levelOf = (text: string) =>
  levels.find(([mark]) => mark.test(text))?.[1] ?? HeadingLevel.HEADING_1;

// 20 characters of 2号 fill a line, and digits beside Chinese take a little room of their own.
const titleWidth = 19;
const wholeWords = /总工会|\d年(?!度|[）)])|年度|关于|.(?=（)/g;

/** A title too long for a line is broken where a word ends, into lines of nearly the same length (梯形或菱形). */
export function titleLines(text: string): string[] {
  if (widthOf(text) <= titleWidth) return [text];
  const places = [...text.matchAll(wholeWords)]
    .map((match) => match.index + match[0].length)
    .filter((place) => place < text.length);
  const fitting = places
    .map((place) => [text.slice(0, place), text.slice(place)])
    .filter((lines) => lines.every((line) => widthOf(line) <= titleWidth));
  const uneven = ([first, second]: string[]) => Math.abs(widthOf(first!) - widthOf(second!));
  return fitting.sort((a, b) => uneven(a) - uneven(b))[0] ?? [text];
}

function titleRuns(text: string): TextRun[] {
  return titleLines(text).map(
    (line, place) => new TextRun(place === 0 ? line : { text: line, break: 1 }),
  );
}

/** Width in full-width characters: digits and Latin letters take half. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (character > '\u2e7f' || character === '—' ? 1 : 0.5),
    0,
  );
}

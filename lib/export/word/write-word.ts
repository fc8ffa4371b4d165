// A document in the format of official documents (党政机关公文格式, GB/T 9704—2012). It is made from
// paragraphs, grids and charts; whoever has those, a summary, an edition or a form, gets the same document.
import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Chart } from '@/lib/domain/summary/summary';
import type { Paragraph as TextParagraph } from '@/lib/domain/comparison/source';
import { messages } from '@/lib/i18n/messages';
import type { Letterhead } from '@/lib/domain/document-plan/letterhead';
import type { Grid } from '../grid';
import { chartsOf } from './charts';
import { tableOf } from './grid-table';
import { copiesParagraphs, letterheadParagraphs, recipientParagraphs } from './letterhead';
import {
  lineHeight,
  page,
  textWidth,
  wideTextWidth,
  widePage,
  size,
  type FontSet,
} from './official-format';
import { attachmentList, noteParagraphs, proseOf, textOf } from './prose';
import { signatureParagraphs, type Signature } from './signature';
import { style, stylesOf } from './styles';

const { files } = messages['zh-CN'];

export type Attachment = { title: string; grids: Grid[] } | { title: string; charts: Chart[] };

export type WordDocument = {
  /** A page before the text, if any. */
  first?: TextParagraph[];
  /** Title, headings and text. */
  paragraphs: TextParagraph[];
  /** Sentences that must be known before quoting: after the text, and in short at the head of every page. */
  cautions: string[];
  marks: string[];
  attachments: Attachment[];
  /** Who issues it and when; null leaves both out. */
  signature: Signature | null;
  /** What the office prints around the text; null prints nothing. */
  letterhead?: Letterhead | null;
  fonts: FontSet;
};

/** The document as a .docx file. */
export async function writeWord(document: WordDocument): Promise<Uint8Array> {
  const { first = [], cautions, marks, attachments, signature, fonts } = document;
  const { paragraphs, letterhead } = document;
  const around = { headers: headersOf(marks), footers };
  const isFollowed = cautions.length > 0 || attachments.length > 0 || signature !== null;
  const [head, body] = [paragraphs.slice(0, 1), paragraphs.slice(1)];
  const text: FileChild[] = [
    ...(letterhead ? letterheadParagraphs(letterhead, fonts) : []),
    ...proseOf(head, isFollowed && body.length === 0),
    ...(letterhead ? recipientParagraphs(letterhead) : []),
    ...proseOf(body, isFollowed),
    ...noteParagraphs(cautions.map((caution) => `${files.noteMark}${caution}`)),
    ...attachmentList(attachments.map(({ title }) => title)),
    ...(signature ? signatureParagraphs(signature) : []),
    ...(letterhead ? copiesParagraphs(letterhead, fonts) : []),
  ];
  const sections: ISectionOptions[] = [proseOf(first, false), text]
    .filter((children) => children.length > 0)
    .map((children) => ({ ...around, properties: upright, children }));
  for (const [place, attachment] of attachments.entries()) {
    const mark = attachments.length > 1 ? `${files.attachment}${place + 1}` : files.attachment;
    const isWide =
      'grids' in attachment && attachment.grids.some(({ columns }) => columns.length > mostUpright);
    const width = isWide ? wideTextWidth : textWidth;
    const body =
      'grids' in attachment ? gridsOf(attachment, width) : await chartsOf(attachment.charts, width);
    const heading = [
      new Paragraph({ style: style.attachment, children: [new TextRun(mark)] }),
      new Paragraph({ style: style.attachmentTitle, children: [new TextRun(attachment.title)] }),
    ];
    sections.push({
      ...around,
      properties: isWide ? across : sheet,
      children: [...heading, ...body],
    });
  }
  const title = textOf(paragraphs.find(({ kind }) => kind === 'title') ?? { segments: [] });
  const file = new Document({
    title,
    creator: signature?.name ?? files.product,
    lastModifiedBy: signature?.name ?? files.product,
    description: cautions.join(' '),
    styles: stylesOf(fonts),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections,
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

// More columns than this do not fit on an upright page.
const mostUpright = 7;

/** Each table under its name, where that is not the name of the attachment. */
function gridsOf({ title, grids }: { title: string; grids: Grid[] }, width: number): FileChild[] {
  if (grids.length === 1) return tableOf(grids[0]!, width);
  const headOf = ({ name }: Grid) =>
    new Paragraph({
      style: style.head,
      spacing: { before: 240, after: 60 },
      children: [new TextRun(name)],
    });
  return grids.flatMap((grid) => [
    ...(grid.name === title ? [] : [headOf(grid)]),
    ...tableOf(grid, width),
  ]);
}

const sheet = { page: { size: { width: page.width, height: page.height }, margin: page.margin } };
// Attachments have no line grid: it would stretch every row of a table to a line of text.
const upright = { ...sheet, grid: { type: 'lines' as const, linePitch: lineHeight } };
// The library swaps width and height itself.
const across = {
  page: {
    size: {
      width: widePage.height,
      height: widePage.width,
      orientation: PageOrientation.LANDSCAPE,
    },
    margin: widePage.margin,
  },
};

/** "— 1 —" in 4号 宋体, outside: at the right of odd pages, at the left of even ones, one character in. */
const footers = {
  default: new Footer({ children: [pageNumber('right')] }),
  even: new Footer({ children: [pageNumber('left')] }),
};

function pageNumber(side: 'left' | 'right'): Paragraph {
  const one = (size.four / 2) * 20;
  return new Paragraph({
    style: style.number,
    alignment: side,
    indent: side === 'right' ? { right: one } : { left: one },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function headersOf(marks: string[]): ISectionOptions['headers'] {
  if (marks.length === 0) return undefined;
  const header = () =>
    new Header({
      children: [new Paragraph({ style: style.mark, children: [new TextRun(marks.join('　'))] })],
    });
  return { default: header(), even: header() };
}

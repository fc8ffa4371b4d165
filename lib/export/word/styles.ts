import type { IStylesOptions } from 'docx';
import {
  characterSpacing,
  em,
  fontOf,
  lineHeight,
  size,
  type Face,
  type FontSet,
} from './official-format';

/** Ids of the styles that paragraphs are given; the office edits on with the same. */
export const style = {
  body: 'OfficialBody',
  attachment: 'AttachmentMark',
  attachmentTitle: 'AttachmentTitle',
  head: 'TableHead',
  cell: 'TableCell',
  unitLine: 'UnitLine',
  note: 'TableNote',
  figure: 'Figure',
  number: 'PageNumber',
  mark: 'PageMark',
} as const;

const exact = { line: lineHeight, lineRule: 'exact' as const, before: 0, after: 0 };
const twoCharacters = { firstLine: 2 * em, firstLineChars: 200 };

const small = { line: 300, lineRule: 'exact' as const, before: 0, after: 0 };
/** Lines of tables: 170 rows of a county fit five pages. */
const tight = { ...small, line: 230 };
const titleSpacing = { line: 680, lineRule: 'exact' as const, before: 0 };

/** Real styles, so that the navigation pane shows the parts and a change of style changes the document. */
export function stylesOf(set: FontSet): IStylesOptions {
  const run: Run = (face, points) => ({
    font: fontOf(set, face),
    size: points,
    bold: false,
    color: '000000',
  });
  return {
    default: headingStyles(run),
    paragraphStyles: [...textStyles(run), ...tableStyles(run), ...pageStyles(run)],
  };
}

type Run = (
  face: Face,
  points: number,
) => { font: ReturnType<typeof fontOf>; size: number; bold: boolean; color: string };
type Paragraphs = NonNullable<IStylesOptions['paragraphStyles']>;

function headingStyles(run: Run): IStylesOptions['default'] {
  const heading = (face: Face, name: string) => ({
    name,
    basedOn: 'Normal',
    next: style.body,
    quickFormat: true,
    run: { ...run(face, size.three), characterSpacing },
    paragraph: { spacing: exact, indent: twoCharacters, keepNext: true, keepLines: true },
  });
  return {
    document: {
      run: { ...run('body', size.three), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: style.body,
      quickFormat: true,
      run: run('title', size.two),
      paragraph: {
        alignment: 'center',
        spacing: { ...titleSpacing, after: lineHeight },
        keepNext: true,
      },
    },
    heading1: heading('black', 'heading 1'),
    heading2: heading('kai', 'heading 2'),
    heading3: heading('body', 'heading 3'),
    heading4: heading('body', 'heading 4'),
  };
}

const textStyles = (run: Run): Paragraphs => [
  {
    id: style.body,
    name: '公文正文',
    basedOn: 'Normal',
    quickFormat: true,
    run: { ...run('body', size.three), characterSpacing },
    paragraph: { alignment: 'both', spacing: exact, indent: twoCharacters },
  },
  {
    id: style.attachment,
    name: '附件标识',
    basedOn: 'Normal',
    next: style.attachmentTitle,
    run: { ...run('black', size.three), characterSpacing },
    paragraph: { spacing: exact, keepNext: true },
  },
  {
    id: style.attachmentTitle,
    name: '附件标题',
    basedOn: 'Title',
    next: style.body,
    run: run('title', size.two),
    paragraph: {
      alignment: 'center',
      outlineLevel: 0,
      keepNext: true,
      spacing: { ...titleSpacing, after: 120 },
    },
  },
];

const tableStyles = (run: Run): Paragraphs => [
  {
    id: style.head,
    name: '表头',
    basedOn: 'Normal',
    run: run('black', size.smallFive),
    paragraph: { alignment: 'center', spacing: tight, keepNext: true },
  },
  {
    id: style.cell,
    name: '表内文字',
    basedOn: 'Normal',
    run: run('song', size.smallFive),
    paragraph: { alignment: 'left', spacing: tight },
  },
  {
    id: style.unitLine,
    name: '单位行',
    basedOn: style.cell,
    run: run('song', size.smallFive),
    paragraph: { alignment: 'right', spacing: { ...tight, after: 40 }, keepNext: true },
  },
  {
    id: style.note,
    name: '表注',
    basedOn: style.cell,
    run: run('song', size.smallFive),
    paragraph: { alignment: 'left', spacing: { ...tight, before: 40 } },
  },
];

const pageStyles = (run: Run): Paragraphs => [
  {
    id: style.figure,
    name: '图',
    basedOn: 'Normal',
    run: run('song', size.five),
    paragraph: {
      alignment: 'center',
      spacing: { line: 240, lineRule: 'auto', before: 120, after: 0 },
      keepNext: true,
    },
  },
  {
    id: style.number,
    name: '页码',
    basedOn: 'Normal',
    run: run('song', size.four),
    paragraph: { spacing: { line: 360, lineRule: 'exact', before: 0, after: 0 } },
  },
  {
    id: style.mark,
    name: '页眉标识',
    basedOn: 'Normal',
    run: run('kai', size.five),
    paragraph: { alignment: 'center', spacing: small },
  },
];

// A summary as a file of any kind: page, command line and batch write the same bytes from the same Summary.
import type { Letterhead } from '@/lib/domain/document-plan/letterhead';
import type { Origin } from '@/lib/domain/figure/origin';
import type { Summary } from '@/lib/domain/summary/summary';
import { toData, toMarkdown, toText } from '@/lib/domain/summary/text';
import { messages } from '@/lib/i18n/messages';
import { writeExcel } from './excel/write-excel';
import { fileName } from './file-name';
import { summaryGrids } from './summary-grids';
import type { FontSet } from './word/official-format';
import type { Signature } from './word/signature';
import { writeSummaryWord } from './word/summary-word';
import { writeCsv } from './write-csv';

const { summary: words, files } = messages['zh-CN'];

export const fileFormats = ['docx', 'xlsx', 'csv', 'json', 'markdown', 'text'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** `listsSources`: a Word document ends with a table of where every number comes from; `startsWithPoints`: its first
 *  page holds the key points. */
export type FileOptions = {
  sections: { code: string; name: string }[];
  origins: Origin[];
  signature: Signature | null;
  fonts: FontSet;
  listsSources: boolean;
  startsWithPoints?: boolean;
  letterhead?: Letterhead | null;
};

export type ExportedFile = { name: string; type: string; bytes: Uint8Array };

/** The summary as a file with its name. */
export async function writeSummaryFile(
  format: FileFormat,
  summary: Summary,
  options: FileOptions,
): Promise<ExportedFile> {
  return {
    name: fileName(summary.title, extensions[format]),
    type: types[format],
    bytes: await bytesOf(format, summary, options),
  };
}

/** Extension of a format's files. */
export const extensions: Record<FileFormat, string> = {
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  json: 'json',
  markdown: 'md',
  text: 'txt',
};

/** Whether the format says where its numbers come from, so that it has to be looked up. */
export const needsOrigins = (format: FileFormat, listsSources: boolean): boolean =>
  format === 'xlsx' || (format === 'docx' && listsSources);

const types: Record<FileFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  text: 'text/plain; charset=utf-8',
};

async function bytesOf(
  format: FileFormat,
  summary: Summary,
  { sections, origins, signature, fonts, listsSources, startsWithPoints, letterhead }: FileOptions,
): Promise<Uint8Array> {
  const cautions = summary.cautions.map((caution) => words.cautions[caution]);
  switch (format) {
    case 'docx':
      return writeSummaryWord(summary, {
        sections,
        signature,
        fonts,
        origins: listsSources ? origins : undefined,
        startsWithPoints,
        letterhead,
      });
    case 'xlsx':
      return writeExcel({
        title: summary.title,
        lines: cautions.map((caution) => `${files.noteMark}${caution}`),
        grids: summaryGrids(summary, sections),
        origins,
      });
    case 'csv':
      return encoded(writeCsv(summaryGrids(summary, sections)));
    case 'json':
      return encoded(`${JSON.stringify(toData(summary), null, 2)}\n`);
    case 'markdown':
      return encoded(toMarkdown(summary) + said(cautions, '> '));
    case 'text':
      return encoded(toText(summary) + said(cautions, files.noteMark));
  }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

// What must be known before the text is quoted belongs to it, also on paper.
const said = (cautions: string[], mark: string): string =>
  cautions.map((caution) => `\n${mark}${caution}\n`).join('');

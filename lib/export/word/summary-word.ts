import type { Origin } from '@/lib/domain/figure/origin';
import type { Letterhead } from '@/lib/domain/document-plan/letterhead';
import type { Summary } from '@/lib/domain/summary/summary';
import { messages } from '@/lib/i18n/messages';
import { comparisonGrids } from '../comparison-grid';
import { sourcesGrid } from '../sources-grid';
import { unitGrids } from '../units-grid';
import type { FontSet } from './official-format';
import type { Signature } from './signature';
import { writeWord, type Attachment } from './write-word';

const { files, summary: words } = messages['zh-CN'];

/** `startsWithPoints`: its first page holds the key points. `origins`: with them the document ends with a list of
 *  where every number comes from. */
export type SummaryWordOptions = {
  sections: { code: string; name: string }[];
  signature: Signature | null;
  fonts: FontSet;
  origins?: Origin[];
  startsWithPoints?: boolean;
  letterhead?: Letterhead | null;
};

/** A summary as a Word document: its text, then comparison table, units and charts as attachments. */
export function writeSummaryWord(
  summary: Summary,
  { sections, signature, fonts, origins, startsWithPoints, letterhead }: SummaryWordOptions,
): Promise<Uint8Array> {
  const { title, paragraphs, keyPoints = [], cautions, table, units, charts } = summary;
  const attachments: Attachment[] = [];
  if (table.rows.length > 0)
    attachments.push({ title: files.parts.table, grids: comparisonGrids(table, sections) });
  if (units) attachments.push({ title: files.parts.units, grids: unitGrids(units) });
  if (charts.length > 0) attachments.push({ title: files.parts.charts, charts });
  if (origins)
    attachments.push({ title: files.parts.sources, grids: [sourcesGrid(summary, origins)] });
  const heading = { kind: 'title' as const, segments: [{ text: `${title}${files.keyPoints}` }] };
  return writeWord({
    first: startsWithPoints && keyPoints.length > 0 ? [heading, ...keyPoints] : [],
    paragraphs,
    cautions: cautions.map((caution) => words.cautions[caution]),
    marks: cautions.map((caution) => files.marks[caution]),
    attachments,
    signature,
    letterhead,
    fonts,
  });
}

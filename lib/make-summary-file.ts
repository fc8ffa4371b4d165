import 'server-only';
import type { Viewer } from './data/database/access';
import { findUnitName } from './data/summary/batch-units';
import { findCatalogue } from './data/catalogue/catalogue';
import { findEdition, listEditions } from './data/desk/editions';
import type { DeskKey } from './data/desk/desk-unit';
import { findOrigins } from './data/figures/origins';
import { findSummary } from './data/summary/summaries';
import { findPrintedLetterhead } from './data/summary/letterheads';
import { findUnitsSummary } from './data/summary/units-summary';
import type { Catalogue } from './domain/catalogue/indicator';
import { officeDay } from './domain/tree/office-day';
import type { Summary } from './domain/summary/summary';
import { figuresOf } from './domain/summary/keys';
import {
  needsOrigins,
  writeSummaryFile,
  type ExportedFile,
  type FileFormat,
} from '@/lib/export/write-summary-file';
import type { FontSet } from '@/lib/export/word/official-format';

/** Which summary, how it is compared and written; `date` is the day it is issued on, "2021-12-31";
 *  `areUnits`: not of the unit itself, but of those below it side by side. */
export type AskedFile = {
  key: Parameters<typeof findSummary>[1];
  areUnits?: boolean;
  format: FileFormat;
  date: string;
  fonts: FontSet;
  listsSources: boolean;
  startsWithPoints?: boolean;
};

/** A summary as a file; null where the viewer may not see the unit or nothing is reported. Pages, batch and command
 *  line all come here. */
export async function makeSummaryFile(
  viewer: Viewer,
  { key, areUnits = false, ...how }: AskedFile,
): Promise<ExportedFile | null> {
  const [summary, catalogue, unit] = await Promise.all([
    areUnits ? findUnitsSummary(viewer, key) : findSummary(viewer, key),
    findCatalogue(),
    findUnitName(viewer, key.unit),
  ]);
  return summary && write(viewer, summary, { ...how, unit, code: key.unit, catalogue });
}

/** An edition as a file: the text, tables and charts that were frozen, whatever the figures are today; signed on
 *  `date`, or else on the day it was issued on. Null where there is none that the viewer may see. */
export async function makeEditionFile(
  viewer: Viewer,
  {
    key,
    number,
    date,
    ...how
  }: Omit<AskedFile, 'key' | 'areUnits' | 'date'> & {
    key: DeskKey;
    number: number;
    date: string | null;
  },
): Promise<ExportedFile | null> {
  const [edition, catalogue] = await Promise.all([
    findEdition(viewer, key, number),
    findCatalogue(),
  ]);
  if (!edition) return null;
  return write(viewer, edition.content.summary, {
    ...how,
    unit: edition.unit,
    code: key.unit,
    date: date ?? officeDay(edition.issuedAt),
    catalogue,
  });
}

/** What a unit hands out: its newest edition, or else the summary as it is written now. `edition` says which. */
export async function makeIssuedFile(
  viewer: Viewer,
  asked: AskedFile,
): Promise<(ExportedFile & { edition: number | null }) | null> {
  const { key, format, fonts, listsSources } = asked;
  const [newest] = (await listEditions(viewer, key)) ?? [];
  const file = newest
    ? await makeEditionFile(viewer, {
        key,
        number: newest.number,
        format,
        date: null,
        fonts,
        listsSources,
      })
    : await makeSummaryFile(viewer, asked);
  return file && { ...file, edition: newest?.number ?? null };
}

type Writing = Omit<AskedFile, 'key' | 'areUnits'> & {
  unit: { name: string } | null;
  code: string;
  catalogue: Catalogue;
};

async function write(
  viewer: Viewer,
  summary: Summary,
  { unit, code, format, date, fonts, listsSources, startsWithPoints, catalogue }: Writing,
): Promise<ExportedFile> {
  const origins = needsOrigins(format, listsSources)
    ? await findOrigins(viewer, figuresOf(summary))
    : [];
  const letterhead = format === 'docx' ? await findPrintedLetterhead(viewer, code, date) : null;
  return writeSummaryFile(format, summary, {
    sections: catalogue.sections,
    origins,
    signature: unit && { name: unit.name, date },
    fonts,
    listsSources,
    startsWithPoints,
    letterhead,
  });
}

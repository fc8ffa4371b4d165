import 'server-only';
import type { Viewer } from '@/lib/data/access';
import { findCatalogue } from '@/lib/data/catalogue';
import { findOrigins } from '@/lib/data/origins';
import { findSummary } from '@/lib/data/summaries';
import { findUnitsSummary } from '@/lib/data/units-summary';
import { findUnitName } from '@/lib/data/batch-units';
import { figuresOf } from '@/lib/domain/summary-keys';
import { needsOrigins, writeSummaryFile, type ExportedFile, type FileFormat } from '@/lib/export/summary-file';
import type { FontSet } from '@/lib/export/word/official-format';

/** Which summary, how it is compared and written; `date` is the day it is issued on, "2021-12-31";
 *  `areUnits`: not of the unit itself, but of those below it side by side. */
export type AskedFile = { key: Parameters<typeof findSummary>[1]; areUnits?: boolean; format: FileFormat; date: string; fonts: FontSet; listsSources: boolean };

/** A summary as a file; null where the viewer may not see the unit or nothing is reported. Pages, batch and command line
 *  all come here. */
export async function makeSummaryFile(viewer: Viewer, { key, areUnits = false, format, date, fonts, listsSources }: AskedFile): Promise<ExportedFile | null> {
  const [summary, catalogue, unit] = await Promise.all([areUnits ? findUnitsSummary(viewer, key) : findSummary(viewer, key), findCatalogue(), findUnitName(viewer, key.unit)]);
  if (!summary) return null;
  const origins = needsOrigins(format, listsSources) ? await findOrigins(viewer, figuresOf(summary)) : [];
  return writeSummaryFile(format, summary, { sections: catalogue.sections, origins, signature: unit && { name: unit.name, date }, fonts, listsSources });
}

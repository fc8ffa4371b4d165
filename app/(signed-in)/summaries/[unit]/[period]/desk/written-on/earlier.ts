import { z } from 'zod';
import type { Viewer } from '@/lib/data/database/access';
import type { Earlier } from '@/lib/data/desk/written-on';
import { findReading } from '@/lib/data/imports/readings';

/** How an address or a form names an earlier text: an import with the place of the report in it, or a period with the
 *  number of its edition. */
export const earlierFields = {
  import: z.string().max(100).optional(),
  report: z.coerce.number().int().min(0).max(9).default(0),
  of: z.string().max(40).optional(),
  edition: z.coerce.number().int().min(1).max(1_000_000).optional(),
};
type Named = z.infer<z.ZodObject<typeof earlierFields>>;

/** The text that is named; null where there is none that the viewer may read. */
export async function findEarlier(viewer: Viewer, named: Named): Promise<Earlier | null> {
  if (named.of && named.edition) return { period: named.of, edition: named.edition };
  const reading = named.import ? await findReading(viewer, named.import) : null;
  const report = reading?.reports[named.report];
  if (!reading || !report) return null;
  const { text, period } = report;
  const accepted = reading.accepted.filter((one) => one.report === named.report);
  return { period, text, accepted };
}

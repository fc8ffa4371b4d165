import 'server-only';
import { scoreOf, type ReportScore } from '@/lib/domain/report/score';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { qualityBelow } from './quality-queries';
import { listReports, type ReportRow } from './reports';

/** How a report came about: what was handed in and approved when, how often it was changed since it was handed in
 *  first, and its score. `approved`: the submission that was approved last, also where that was taken back;
 *  `changedSince`: how many figures the newest one handed in says otherwise. */
export type ReportQuality = ReportRow &
  ReportScore & {
    returns: number;
    marked: number;
    changes: number;
    lastChangeAt: Date | null;
    handedIn: number | null;
    handedInAt: Date | null;
    approved: number | null;
    approvedAt: Date | null;
    changedSince: number;
  };

/** The reports of a period below a unit, in the order of the tree; those the viewer may see, as ever. */
export async function listReportQuality(
  viewer: Viewer,
  { lineage, period }: { lineage: string; period: string },
  now: Date,
): Promise<ReportQuality[]> {
  const reports = (await listReports(viewer, period)).filter(
    ({ unit }) => unit.lineage !== lineage && unit.lineage.startsWith(lineage),
  );
  if (reports.length === 0) return [];
  const rows = await qualityBelow.read(db, viewer, lineage, period);
  const known = new Map(rows.map((row) => [row.id, row]));
  return reports.flatMap((report) => {
    const row = known.get(report.id);
    return row
      ? [{ ...row, ...report, ...scoreOf({ ...row, expected: report.expected }, now) }]
      : [];
  });
}

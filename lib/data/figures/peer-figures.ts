import 'server-only';
import { memberIndicator, perMember } from '@/lib/domain/checks/figure-hints';
import { previousOf, type Period } from '@/lib/domain/tree/period';
import { peersOf, type Peers } from '@/lib/domain/checks/statistical-hints';
import { isId, scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';

/** What the peers of a unit have, and in which period. */
export type PeerFigures = ReadonlyMap<string, Peers & { period: string }>;

type Row = { period: string; submissionId: string; indicator: string; value: string };

/** What the units of the same level under the same union have between them, by indicator, of what was approved: of the
 *  report's period or, while fewer than five are approved, of the one before. No single unit's figure leaves this function. */
export async function findPeers(
  viewer: Viewer,
  report: { id: string; period: Period },
): Promise<PeerFigures> {
  if (!isId(report.id) || viewer.roles.length === 0) return new Map();
  const periods = [report.period.code, previousOf(report.period).code];
  const [{ indicators }, rows] = await Promise.all([
    findCatalogue(),
    db.$queryRaw<Row[]>`
    WITH "me" AS (SELECT u."id", u."level", u."kind", regexp_replace(u."lineage", '[^/]+/$', '') AS "above"
      FROM "report" t JOIN "unit" u ON u."id" = t."unit_id" WHERE t."id" = ${report.id}::uuid AND ${scopeSql(viewer)})
    SELECT p."code" AS "period", s."id" AS "submissionId", f."indicator_code" AS "indicator", trim_scale(f."value")::text AS "value"
    FROM "me" JOIN "unit" q ON q."level" = "me"."level" AND q."kind" = "me"."kind" AND q."id" <> "me"."id" AND NOT q."counted_elsewhere"
      AND q."lineage" = "me"."above" || q."code" || '/'
    JOIN "report" r ON r."unit_id" = q."id" JOIN "period" p ON p."id" = r."period_id" AND p."code" = ANY(${periods}::text[])
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" = 'approved'
    JOIN "figure" f ON f."submission_id" = s."id" AND f."measure" = 'level' AND f."answer" = 'number'`,
  ]);
  const byIndicator = new Map<string, Row[]>();
  for (const row of rows)
    byIndicator.set(row.indicator, [...(byIndicator.get(row.indicator) ?? []), row]);
  const members = new Map(
    (byIndicator.get(memberIndicator) ?? []).map(({ submissionId, value }) => [
      submissionId,
      value,
    ]),
  );
  return new Map(
    indicators.flatMap((indicator) => {
      const here = byIndicator.get(indicator.code) ?? [];
      for (const period of periods) {
        const values = here.flatMap((row) =>
          row.period === period
            ? (perMember(row.value, indicator, members.get(row.submissionId) ?? null) ?? [])
            : [],
        );
        const peers = peersOf(values);
        if (peers) return [[indicator.code, { ...peers, period }] as const];
      }
      return [];
    }),
  );
}

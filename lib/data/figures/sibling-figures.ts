import 'server-only';
import type { Figure } from '@/lib/domain/figure/figure';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { isId, scopeSql, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from './figure-row';

/** `members`: the unit's members, where it has said how many. */
export type SiblingFigure = {
  unit: { name: string; nameEn: string };
  figure: Figure;
  members: string | null;
  isHere: boolean;
};

/** What the units directly beside one have handed in of an indicator for the same period, as far as the viewer sees them;
 *  the report's own unit among them. In the order of the tree. */
export async function findSiblings(
  viewer: Viewer,
  reportId: string,
  indicator: string,
): Promise<SiblingFigure[]> {
  if (!isId(reportId) || viewer.roles.length === 0) return [];
  const rows = await db.$queryRaw<
    (FigureRow & { name: string; nameEn: string; members: string | null; isHere: boolean })[]
  >`
    SELECT ${figureColumns}, u."name", u."name_en" AS "nameEn", trim_scale(m."value")::text AS "members", r."id" = t."id" AS "isHere"
    FROM "report" t JOIN "unit" o ON o."id" = t."unit_id"
    JOIN "unit" u ON u."level" = o."level" AND u."kind" = o."kind" AND u."lineage" = regexp_replace(o."lineage", '[^/]+/$', '') || u."code" || '/' AND ${scopeSql(viewer)}
    JOIN "report" r ON r."unit_id" = u."id" AND r."period_id" = t."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
    JOIN "figure" f ON f."submission_id" = s."id" AND f."indicator_code" = ${indicator} AND f."measure" = 'level' AND f."answer" = 'number'
    LEFT JOIN "figure" m ON m."submission_id" = s."id" AND m."indicator_code" = ${memberIndicator} AND m."measure" = 'level'
    WHERE t."id" = ${reportId}::uuid AND o."lineage" LIKE ${`${viewer.unit.lineage}%`}
    ORDER BY u."lineage"`;
  return rows.map(({ name, nameEn, members, isHere, ...row }) => ({
    unit: { name, nameEn },
    figure: figureOf(row),
    members,
    isHere,
  }));
}

import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { indicatorsOf } from '@/lib/domain/checks/checks';
import type { Explained } from '@/lib/domain/checks/explained-note';
import { printRollUp } from '@/lib/domain/rollup/print';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import type { RollUpView } from '../rollup/rollup';

/** `check` and `note`: the check that was explained, and what it asks. */
export type ExplainedCheck = Explained & { submissionId: string; check: string; note: string };

/** What was explained in these submissions when their checks were run, in the order of the checks; only while the
 *  submission's figures are those that were explained, as `isOutOfDate` has it. What the period before had is not asked
 *  again: that it was corrected later takes no word away that was handed in. Whoever asks has been let see the submissions. */
export async function readExplained(submissionIds: readonly string[]): Promise<ExplainedCheck[]> {
  return checksOf(
    await db.$queryRaw<CheckRow[]>(Prisma.sql`/* kept */ ${checksSql(submissionIds)}`),
  );
}

/** Why totals that were entered by hand in these submissions are not the sum of those below, in the order of the catalogue's
 *  codes; only while the figure is the one that was explained. Whoever asks has been let see the submissions. */
export async function readExplainedTotals(
  submissionIds: readonly string[],
): Promise<ExplainedTotal[]> {
  if (submissionIds.length === 0) return [];
  return totalsOf(
    await db.$queryRaw<TotalRow[]>(Prisma.sql`/* kept */ ${totalsSql(submissionIds)}`),
  );
}

export type UnitExplained = Explained & {
  unit: RollUpView['unit'] | RollUpView['columns'][number]['sources'][number]['unit'];
  reportId: string;
};

/** What the units of a roll-up explained of the figures that it adds: at their checks, and where a total entered by hand
 *  differs from the sum below. Only of reports that the viewer may open. */
export async function listExplained(viewer: Viewer, view: RollUpView): Promise<UnitExplained[]> {
  const open = (view.columns[0]?.sources ?? []).filter(
    ({ submissionId, isOpenTo }) => submissionId !== null && isOpenTo && viewer.roles.length > 0,
  );
  const ids = open.map(({ submissionId }) => submissionId!);
  // A part of the tree, small or large: not marked (decision 027).
  const [checks, totals] = await Promise.all([
    db.$queryRaw<CheckRow[]>(checksSql(ids)),
    db.$queryRaw<TotalRow[]>(totalsSql(ids)),
  ]);
  const all: (Explained & { submissionId: string })[] = [
    ...(await checksOf(checks)),
    ...(await totalsOf(totals)),
  ];
  const bySubmission = groupBy(all, ({ submissionId }) => submissionId);
  return open.flatMap(({ submissionId, unit, reportId }) =>
    (bySubmission.get(submissionId!) ?? []).map(({ indicators, text, by, sum }) => ({
      indicators,
      text,
      by,
      ...(sum !== undefined && { sum }),
      unit,
      reportId,
    })),
  );
}

type CheckRow = { submissionId: string; checkCode: string; text: string; by: string };
type TotalRow = {
  submissionId: string;
  indicatorCode: string;
  text: string;
  by: string;
  sum: string;
};
type ExplainedTotal = Explained & { submissionId: string };

const checksSql = (submissionIds: readonly string[]): Prisma.Sql => Prisma.sql`
    SELECT x."submission_id" AS "submissionId", x."check_code" AS "checkCode", x."text", w."name" AS "by"
    FROM "explanation" x JOIN "person" w ON w."id" = x."person_id"
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM jsonb_each_text(x."values") v
      LEFT JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."measure" = 'level' AND f."indicator_code" = split_part(v."key", '@', 1)
      WHERE split_part(v."key", '@', 2) = '0' AND f."value" IS DISTINCT FROM v."value"::numeric)
    ORDER BY x."check_code", x."submission_id"`;

const totalsSql = (submissionIds: readonly string[]): Prisma.Sql => Prisma.sql`
    SELECT x."submission_id" AS "submissionId", x."indicator_code" AS "indicatorCode", x."text", w."name" AS "by", x."values"->>'sum' AS "sum"
    FROM "roll_up_explanation" x JOIN "person" w ON w."id" = x."person_id"
    JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."indicator_code" = x."indicator_code" AND f."measure" = 'level'
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND f."value" = (x."values"->>'entered')::numeric
    ORDER BY x."indicator_code", x."submission_id"`;

async function checksOf(rows: readonly CheckRow[]): Promise<ExplainedCheck[]> {
  const { checks } = await findCatalogue();
  return rows.flatMap(({ submissionId, checkCode, text, by }) => {
    const check = checks.find(({ code }) => code === checkCode);
    return check
      ? [
          {
            submissionId,
            check: checkCode,
            note: check.note,
            indicators: indicatorsOf(check),
            text,
            by,
          },
        ]
      : [];
  });
}

async function totalsOf(rows: readonly TotalRow[]): Promise<ExplainedTotal[]> {
  const { indicators } = await findCatalogue();
  return rows.flatMap(({ submissionId, indicatorCode, text, by, sum }) => {
    const indicator = indicators.find(({ code }) => code === indicatorCode);
    const printed = indicator && printRollUp({ value: sum, qualifier: '' }, indicator);
    return printed ? [{ submissionId, indicators: [indicatorCode], text, by, sum: printed }] : [];
  });
}

import 'server-only';
import type { FigureKey, Measure } from '@/lib/domain/figure/figure';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import { can } from '@/lib/domain/access/policy';
import { printFigure } from '@/lib/domain/figure/print';
import { printRollUp } from '@/lib/domain/rollup/print';
import { readsDrafts, scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { readExplained } from '../figures/explained-checks';
import { figureOf, storedFigureColumns, type StoredFigureRow } from '../figures/figure-row';
import {
  periodOf,
  stateColumns,
  stateTables,
  type PeriodView,
  type StateRow,
} from '../report/report-state';
import { isCode } from '../database/words';

export type Trace = FigureTrace & { period: PeriodView };

/** Where a number in a text comes from; null where the viewer may not see it. */
export async function findTrace(viewer: Viewer, key: FigureKey): Promise<Trace | null> {
  const catalogue = await findCatalogue();
  const indicator = catalogue.indicators.find(({ code }) => code === key.indicator);
  const isKey =
    isCode(key.unit) &&
    isCode(key.period) &&
    (key.measure === undefined || changes.includes(key.measure));
  const report =
    indicator && isKey && viewer.roles.length > 0 ? await findReportOf(viewer, key) : undefined;
  if (!indicator || !report) return null;
  const editions = await readEditions(
    report.unitId,
    key.indicator,
    key.measure ?? 'level',
    readsDrafts(viewer, report.lineage),
  );
  const edition = editions.find(
    ({ period, number }) => period === key.period && number === key.submission,
  );
  if (!edition) return null;
  const { submissionId, enteredBy, enteredAt, system, signedBy, signedAt, approvedBy, approvedAt } =
    edition;
  const explained = await readExplained([submissionId]);
  const account = await db.rollUpExplanation.findUnique({
    where: { submissionId_indicatorCode: { submissionId, indicatorCode: indicator.code } },
    select: { text: true, values: true, person: { select: { name: true } } },
  });
  const imported = await findImportedFrom(viewer, submissionId, indicator.code, report.unitId);
  return {
    imported: key.measure === undefined ? imported : null,
    key,
    reportId: report.id,
    indicator,
    figure: figureOf(edition),
    enteredBy,
    enteredAt,
    system,
    signedBy,
    signedAt,
    approvedBy,
    approvedAt,
    unit: { code: report.unitCode, name: report.unitName, nameEn: report.unitNameEn },
    period: periodOf(report),
    madeUp: report.madeUp,
    source: report.source,
    explanations: explained
      .filter(({ indicators }) => indicators.includes(indicator.code))
      .map(({ check, note, text, by }) => ({ check, note, text, by })),
    handTotal:
      account && key.measure === undefined
        ? {
            text: account.text,
            by: account.person.name,
            sum:
              printRollUp(
                { value: (account.values as { sum: string }).sum, qualifier: '' },
                indicator,
              ) ?? '—',
          }
        : null,
    history: editions.map(({ period, number, ...other }) => ({
      period,
      submission: number,
      value: other.value,
      text: printFigure(other, indicator),
    })),
  };
}

const changes: FigureKey['measure'][] = [
  'growth',
  'average_growth',
  'gross_new',
  'net_increase',
  'target',
  'limit',
];

/** Where a figure was imported from, as long as it stands as it was imported. A correction begins as a copy of what was
 *  returned: its figures have the times of those they were copied from. */
async function findImportedFrom(
  viewer: Viewer,
  submissionId: string,
  indicator: string,
  unitId: string,
): Promise<Trace['imported']> {
  const [row] = await db.$queryRaw<
    { file: string; sheet: string; cell: string; by: string; at: Date; importId: string }[]
  >`
    SELECT m."file_name" AS "file", o."sheet", o."cell", w."name" AS "by", m."written_at" AS "at", m."id" AS "importId"
    FROM "figure" f JOIN "submission" s ON s."id" = f."submission_id"
    JOIN "submission" e ON e."report_id" = s."report_id" AND e."number" <= s."number"
    JOIN "figure" g ON g."submission_id" = e."id" AND g."indicator_code" = f."indicator_code" AND g."measure" = f."measure" AND g."entered_at" = f."entered_at"
    JOIN "import_figure" o ON o."submission_id" = g."submission_id" AND o."indicator_code" = g."indicator_code" AND o."revision" = g."revision" AND o."restored" IS NOT TRUE
    JOIN "import" m ON m."id" = o."import_id" JOIN "person" w ON w."id" = m."written_by_id"
    WHERE f."submission_id" = ${submissionId}::uuid AND f."indicator_code" = ${indicator} AND f."measure" = 'level'
    LIMIT 1`;
  return row
    ? { ...row, importId: unitId === viewer.unit.id && mayReadDrafts(viewer) ? row.importId : null }
    : null;
}

const mayReadDrafts = (viewer: Viewer): boolean =>
  can(viewer, 'report.readDraft', { relation: 'own' });

async function findReportOf(
  viewer: Viewer,
  { unit, period }: FigureKey,
): Promise<StateRow | undefined> {
  const [row] = await db.$queryRaw<StateRow[]>`
    SELECT ${stateColumns(viewer)} FROM ${stateTables}
    WHERE u."code" = ${unit} AND p."code" = ${period} AND ${scopeSql(viewer)}`;
  return row;
}

type Edition = StoredFigureRow & {
  period: string;
  number: number;
  submissionId: string;
  system: string | null;
  signedBy: string | null;
  signedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
};

function readEditions(
  unitId: string,
  indicator: string,
  measure: Measure,
  drafts: boolean,
): Promise<Edition[]> {
  return db.$queryRaw<Edition[]>`
    SELECT ${storedFigureColumns}, p."code" AS "period", s."number", s."id" AS "submissionId",
      signer."name" AS "signedBy", s."signed_at" AS "signedAt", judge."name" AS "approvedBy", v."decided_at" AS "approvedAt", k."name" AS "system"
    FROM "report" r JOIN "period" p ON p."id" = r."period_id" JOIN "submission" s ON s."report_id" = r."id"
    JOIN "figure" f ON f."submission_id" = s."id" AND f."indicator_code" = ${indicator} AND f."measure" = ${measure}::"Measure"
    JOIN "person" h ON h."id" = f."entered_by_id"
    LEFT JOIN "person" signer ON signer."id" = s."signed_by_id"
    LEFT JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'approved'
    LEFT JOIN "person" judge ON judge."id" = v."person_id"
    LEFT JOIN "proposal" o ON o."id" = f."proposal_id" LEFT JOIN "access_token" k ON k."id" = o."token_id"
    WHERE r."unit_id" = ${unitId}::uuid AND (s."signed_at" IS NOT NULL OR ${drafts}::boolean)
    ORDER BY p."from_month", p."to_month", s."number"`;
}

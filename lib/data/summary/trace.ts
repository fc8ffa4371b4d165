import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { FigureKey, Measure } from '@/lib/domain/figure/figure';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import { can } from '@/lib/domain/access/policy';
import { printFigure } from '@/lib/domain/figure/print';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { readsDrafts, scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { readExplained } from '../figures/explained-checks';
import { figureOf, storedFigureFrom, storedFigureSelect } from '../figures/figure-row';
import { handsOf, handsSelect } from '../figures/origins';
import { states } from '../report/queries';
import { periodOf, type PeriodView, type StateRow } from '../report/report-state';
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
  const isLevel = key.measure === undefined;
  const [explained, imported, handTotal] = await Promise.all([
    readExplained([submissionId]),
    isLevel ? findImported(viewer, edition, editions, report.unitId) : null,
    isLevel ? findHandTotal(submissionId, indicator) : null,
  ]);
  return {
    ...{ key, indicator, imported, handTotal },
    reportId: report.id,
    figure: figureOf(edition),
    ...{ enteredBy, enteredAt, system, signedBy, signedAt, approvedBy, approvedAt },
    unit: { code: report.unitCode, name: report.unitName, nameEn: report.unitNameEn },
    period: periodOf(report),
    madeUp: report.madeUp,
    source: report.source,
    explanations: explained
      .filter(({ indicators }) => indicators.includes(indicator.code))
      .map(({ check, note, text, by }) => ({ check, note, text, by })),
    history: editions.map(({ period, number, ...other }) => ({
      period,
      submission: number,
      value: other.value,
      text: printFigure(other, indicator),
    })),
  };
}

/** Why a total that was entered by hand is not the sum of those below. */
async function findHandTotal(
  submissionId: string,
  indicator: Indicator,
): Promise<Trace['handTotal']> {
  const row = await db.rollUpExplanation.findUnique({
    where: { submissionId_indicatorCode: { submissionId, indicatorCode: indicator.code } },
    select: { text: true, values: true, person: { select: { name: true } } },
  });
  if (!row) return null;
  const { sum } = row.values as { sum: string };
  return {
    text: row.text,
    by: row.person.name,
    sum: printRollUp({ value: sum, qualifier: '' }, indicator) ?? '—',
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
async function findImported(
  viewer: Viewer,
  edition: Edition,
  editions: readonly Edition[],
  unitId: string,
): Promise<Trace['imported']> {
  const copied = editions.filter(
    ({ period, number, enteredAt }) =>
      period === edition.period &&
      number <= edition.number &&
      enteredAt.getTime() === edition.enteredAt.getTime(),
  );
  const row = await db.importFigure.findFirst({
    where: {
      indicatorCode: edition.indicator,
      AND: [
        { OR: copied.map(({ submissionId, revision }) => ({ submissionId, revision })) },
        { OR: [{ restored: null }, { restored: false }] },
      ],
    },
    select: {
      sheet: true,
      cell: true,
      import: {
        select: {
          id: true,
          fileName: true,
          writtenAt: true,
          writtenBy: { select: { name: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { id, fileName, writtenAt, writtenBy } = row.import;
  const isOpen = unitId === viewer.unit.id && mayReadDrafts(viewer);
  return {
    file: fileName,
    sheet: row.sheet,
    cell: row.cell,
    // What an import wrote was written by somebody.
    by: writtenBy!.name,
    at: writtenAt!,
    importId: isOpen ? id : null,
  };
}

const mayReadDrafts = (viewer: Viewer): boolean =>
  can(viewer, 'report.readDraft', { relation: 'own' });

async function findReportOf(
  viewer: Viewer,
  { unit, period }: FigureKey,
): Promise<StateRow | undefined> {
  const [row] = await states.read(
    db,
    viewer,
    Prisma.sql`u."code" = ${unit} AND p."code" = ${period} AND ${scopeSql(viewer)}`,
  );
  return row;
}

/** Every submission of a unit in which the figure stands, oldest period first. */
async function readEditions(
  unitId: string,
  indicatorCode: string,
  measure: Measure,
  drafts: boolean,
) {
  const rows = await db.figure.findMany({
    where: {
      indicatorCode,
      measure,
      submission: { report: { unitId }, ...(drafts ? {} : { signedAt: { not: null } }) },
    },
    select: {
      ...storedFigureSelect,
      proposal: { select: { token: { select: { name: true } } } },
      submission: { select: { id: true, ...handsSelect, report: { select: { period: true } } } },
    },
    orderBy: [
      { submission: { report: { period: { fromMonth: 'asc' } } } },
      { submission: { report: { period: { toMonth: 'asc' } } } },
      { submission: { number: 'asc' } },
    ],
  });
  return rows.map(({ proposal, submission, ...row }) => ({
    ...storedFigureFrom(row),
    ...handsOf(submission),
    period: submission.report.period.code,
    number: submission.number,
    submissionId: submission.id,
    system: proposal?.token.name ?? null,
  }));
}

type Edition = Awaited<ReturnType<typeof readEditions>>[number];

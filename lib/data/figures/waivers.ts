import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { InvalidError } from '@/lib/domain/access/errors';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { readinessOf } from '@/lib/domain/report/readiness';
import { scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { readFormContent, valuesOfCheck } from './form-content';
import { states } from '../report/queries';
import { notify } from '../notices/notices';
import { recordEvents } from '../database/record-events';
import { periodOf, stateOf } from '../report/report-state';
import { findReport } from '../report/reports';
import { reviewersOf } from '../tree/reviewing-unit';
import { inTransaction } from '../database/transaction';
import { explanationOf, reasonOf, wordsOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** A request to let a check off for one report. `check` is null when the check itself is gone since. */
export type WaiverView = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string };
  period: string;
  code: string;
  check: Check | null;
  values: CheckValues;
  reason: string;
  askedBy: string;
  askedAt: Date;
  decision: 'granted' | 'refused' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string | null;
};

/** The requests of a report, whoever may read it. */
export async function listWaivers(viewer: Viewer, reportId: string): Promise<WaiverView[]> {
  if (!(await findReport(viewer, reportId))) return [];
  return readWaivers({ reportId });
}

/** The requests that wait for this viewer's answer, oldest first. */
export async function listOpenWaivers(viewer: Viewer): Promise<WaiverView[]> {
  const rows = await states.read(
    db,
    viewer,
    Prisma.sql`${scopeSql(viewer)} AND EXISTS (
      SELECT 1 FROM "waiver" w WHERE w."report_id" = r."id" AND w."decision" IS NULL)`,
  );
  const now = new Date();
  const answerable = rows
    .filter((row) => stateOf(viewer, row, now).allowed.includes('waiver.answer'))
    .map(({ id }) => id);
  return answerable.length === 0
    ? []
    : readWaivers({ reportId: { in: answerable }, decision: null });
}

/** Asks the higher union to let a check off that cannot be kept here. Asked again after a refusal, it starts anew. */
export async function askForWaiver(
  viewer: Viewer,
  reportId: string,
  checkCode: string,
  reason: string,
): Promise<void> {
  const words = explanationOf(reason);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'waiver.ask', 'alone');
    const form = await readFormContent(tx, {
      reportId,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const { failing } = readinessOf(
      form.rows,
      form.checks,
      form.explanations,
      form.previousPeriod !== null,
      form.waived,
    );
    const failed = failing.find(({ check }) => check.code === checkCode);
    if (!failed) throw new InvalidError('nothing-to-waive', { check: checkCode });
    const asked = {
      reason: words,
      values: valuesOfCheck(failed.check, form),
      askedById: viewer.personId,
      askedAt: new Date(),
    };
    await tx.waiver.upsert({
      where: { reportId_checkCode: { reportId, checkCode } },
      create: { reportId, checkCode, ...asked },
      update: { ...asked, decision: null, decidedById: null, decidedAt: null, answer: null },
    });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      roles: ['reviewer'],
      kind: 'waiver.asked',
      reportId,
      byId: viewer.personId,
      text: words,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'waiver.asked', reportId, subject: checkCode, to: words },
    ]);
  });
}

/** The unit no longer asks for it; only as long as nobody has answered. */
export async function takeBackWaiver(
  viewer: Viewer,
  reportId: string,
  checkCode: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    await loadForWrite(tx, viewer, reportId, 'waiver.ask', 'alone');
    const { count } = await tx.waiver.deleteMany({
      where: { reportId, checkCode, decision: null },
    });
    if (count === 0) throw new InvalidError('waiver-already-answered', { check: checkCode });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'waiver.takenBack', reportId, subject: checkCode, to: null },
    ]);
  });
}

/** The higher union's answer; a refusal gives a reason. */
export async function answerWaiver(
  viewer: Viewer,
  reportId: string,
  checkCode: string,
  decision: 'granted' | 'refused',
  answer: string,
): Promise<void> {
  const words = decision === 'refused' ? reasonOf(answer) : wordsOf(answer);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'waiver.answer', 'alone');
    const { count } = await tx.waiver.updateMany({
      where: { reportId, checkCode, decision: null },
      data: {
        decision,
        answer: words || null,
        decidedById: viewer.personId,
        decidedAt: new Date(),
      },
    });
    if (count === 0) throw new InvalidError('waiver-already-answered', { check: checkCode });
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter'],
      kind: `waiver.${decision}`,
      reportId,
      byId: viewer.personId,
      text: words || null,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: `waiver.${decision}`, reportId, subject: checkCode, to: words },
    ]);
  });
}

async function readWaivers(where: Prisma.WaiverWhereInput): Promise<WaiverView[]> {
  const [rows, { checks }] = await Promise.all([
    db.waiver.findMany({
      where,
      orderBy: [{ askedAt: 'asc' }, { checkCode: 'asc' }],
      include: {
        askedBy: { select: { name: true } },
        decidedBy: { select: { name: true } },
        report: {
          select: {
            period: { select: { code: true } },
            unit: { select: { code: true, name: true, nameEn: true } },
          },
        },
      },
    }),
    findCatalogue(),
  ]);
  return rows.map(
    ({
      checkCode,
      values,
      askedBy,
      decidedBy,
      report,
      reportId,
      reason,
      askedAt,
      decision,
      decidedAt,
      answer,
    }) => ({
      reportId,
      reason,
      askedAt,
      decision,
      decidedAt,
      answer,
      unit: report.unit,
      period: report.period.code,
      code: checkCode,
      check: checks.find(({ code }) => code === checkCode) ?? null,
      values: values as CheckValues,
      askedBy: askedBy.name,
      decidedBy: decidedBy?.name ?? null,
    }),
  );
}

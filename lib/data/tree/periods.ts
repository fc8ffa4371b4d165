import 'server-only';
import { isTopmost } from '@/lib/domain/tree/unit';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import {
  parsePeriodCode,
  periodCode,
  periodFault,
  type Period,
  type PeriodKind,
} from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import type { Deadlines } from '@/lib/domain/report/report';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { refuseFewSignatories, refuseMakingLate } from './period-effects';
import { inAdministration } from '../database/administration';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { insertReports } from './expected-reports';

/** `signatures`: how many signatories of a unit sign its report. */
export type PeriodView = Period & Deadlines & { id: string; signatures: number };

export type NewPeriod = Deadlines & {
  kind: PeriodKind;
  from: string;
  to: string;
  levels: UnitLevel[];
  /** How many signatories of a unit sign. */ signatures?: number;
};

/** Periods in which the viewer has reports to see, newest first; who manages periods sees all. */
export async function listPeriods(viewer: Viewer): Promise<PeriodView[]> {
  if (!can(viewer, 'report.list', { relation: 'own' })) return [];
  const rows = await db.period.findMany({
    where: mayManage(viewer) ? {} : { reports: { some: { unit: withinScope(viewer) } } },
    orderBy: [{ toMonth: 'desc' }, { fromMonth: 'desc' }],
  });
  return rows.map(viewOf);
}

/** A period of `listPeriods` by its code. */
export async function findPeriod(viewer: Viewer, code: string): Promise<PeriodView | null> {
  return parsePeriodCode(code)
    ? ((await listPeriods(viewer)).find((period) => period.code === code) ?? null)
    : null;
}

/** Opens a period, and with it the reports that units of `levels` are expected to make. Answers its code. */
export async function createPeriod(
  viewer: Viewer,
  { kind, from, to, levels, signatures = 1, ...dates }: NewPeriod,
): Promise<string> {
  if (!mayManage(viewer)) throw new RefusedError('period.manage');
  const fault = periodFault({ kind, from, to });
  if (fault) throw new InvalidError(fault, { field: 'to' });
  checkOrder(dates);
  checkSignatures(signatures);
  const code = periodCode(kind, from, to);
  await inAdministration(async (tx) => {
    if (await tx.period.findUnique({ where: { code } }))
      throw new InvalidError('period-taken', { field: 'from', code });
    const months = { fromMonth: new Date(`${from}-01`), toMonth: new Date(`${to}-01`) };
    const period = await tx.period.create({
      data: { code, kind, ...months, ...dates, levels, signatures },
    });
    const reports = await insertReports(tx, { periodId: period.id });
    if (signatures > 1) await refuseFewSignatories(tx, viewer, period.id);
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'period.created',
        subject: code,
        to: { ...texts(dates), levels, signatures, reports },
      },
    ]);
  });
  return code;
}

/** Changes the dates of a period, and how many sign in it: what is signed by then stays signed, and what came in time
 *  stays in time, unless `makesLate` asks for it. */
export async function changePeriod(
  viewer: Viewer,
  code: string,
  {
    signatures,
    makesLate = false,
    ...dates
  }: Deadlines & { signatures?: number; makesLate?: boolean },
): Promise<void> {
  if (!mayManage(viewer)) throw new RefusedError('period.manage');
  checkOrder(dates);
  if (signatures !== undefined) checkSignatures(signatures);
  await inAdministration(async (tx) => {
    const period = parsePeriodCode(code) ? await tx.period.findUnique({ where: { code } }) : null;
    if (!period) throw new NotFoundError();
    if (!makesLate) await refuseMakingLate(tx, viewer, period, dates.dueAt);
    if (signatures === 2 && period.signatures < 2)
      await refuseFewSignatories(tx, viewer, period.id);
    await tx.period.update({ where: { id: period.id }, data: { ...dates, signatures } });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'period.changed',
        subject: code,
        from: { ...texts(period), signatures: period.signatures },
        to: { ...texts(dates), signatures: signatures ?? period.signatures },
      },
    ]);
  });
}

const mayManage = (viewer: Viewer) =>
  can(viewer, 'period.manage', { relation: 'own', isTop: isTopmost(viewer.unit.lineage) });

function checkOrder({ opensAt, dueAt, lateUntil, closesAt }: Deadlines): void {
  if (dueAt < opensAt) throw new InvalidError('dates-out-of-order', { field: 'dueAt' });
  if (lateUntil < dueAt) throw new InvalidError('dates-out-of-order', { field: 'lateUntil' });
  if (closesAt < lateUntil) throw new InvalidError('dates-out-of-order', { field: 'closesAt' });
}

function checkSignatures(signatures: number): void {
  if (signatures !== 1 && signatures !== 2)
    throw new InvalidError('bad-signatures', { field: 'signatures' });
}

function texts({ opensAt, dueAt, lateUntil, closesAt }: Deadlines) {
  const text = (date: Date) => date.toISOString();
  return {
    opensAt: text(opensAt),
    dueAt: text(dueAt),
    lateUntil: text(lateUntil),
    closesAt: text(closesAt),
  };
}

/** A period as the domain knows it, by its months in the database. */
export const periodOf = ({
  code,
  kind,
  fromMonth,
  toMonth,
}: Pick<Prisma.PeriodGetPayload<object>, 'code' | 'kind' | 'fromMonth' | 'toMonth'>): Period => ({
  code,
  kind,
  from: fromMonth.toISOString().slice(0, 7),
  to: toMonth.toISOString().slice(0, 7),
});

/** Periods by code, in the order asked for. */
export async function readPeriods(codes: readonly string[]): Promise<Period[]> {
  const rows = await db.period.findMany({ where: { code: { in: [...codes] } } });
  const periods = new Map(rows.map((row) => [row.code, periodOf(row)]));
  return codes.flatMap((code) => periods.get(code) ?? []);
}

function viewOf(row: Prisma.PeriodGetPayload<object>): PeriodView {
  const { id, opensAt, dueAt, lateUntil, closesAt, signatures } = row;
  return {
    ...periodOf(row),
    id,
    signatures,
    opensAt,
    dueAt,
    lateUntil,
    closesAt,
  };
}

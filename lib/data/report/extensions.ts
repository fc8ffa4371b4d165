import 'server-only';
import { isTopmost } from '@/lib/domain/tree/unit';
import { InvalidError } from '@/lib/domain/access/errors';
import { dayInWords, endOfOfficeDay, officeDay } from '@/lib/domain/tree/office-day';
import { can, relationOf, type Action } from '@/lib/domain/access/policy';
import type { ReportStatus } from '@/lib/domain/report/report';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { notify } from '../notices/notices';
import { reviewersOf } from '../tree/reviewing-unit';
import { reportOf, states } from './queries';
import { recordEvents } from '../database/record-events';
import { periodOf, stateOf, unitOf, type PeriodView } from './report-state';
import { inTransaction } from '../database/transaction';
import { reasonOf, wordsOf } from '../database/words';
import { loadForWrite } from './writable';

export type ExtensionView = {
  id: string;
  /** Last day asked for, and last day granted. */
  wanted: Date;
  until: Date | null;
  reason: string;
  by: string;
  at: Date;
  /** Null while nobody has answered. */
  granted: boolean | null;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
};

export type ExtensionPage = {
  unit: ReturnType<typeof unitOf>;
  period: PeriodView;
  status: ReportStatus;
  allowed: Action[];
  /** Oldest first. */
  rows: ExtensionView[];
};

/** The dates of a report and the requests for a later one; null where the viewer may not know the report. Who answers
 *  sees them also while there is nothing yet to read in the report. */
export async function findExtensions(
  viewer: Viewer,
  reportId: string,
): Promise<ExtensionPage | null> {
  if (!isId(reportId) || !can(viewer, 'report.list', { relation: 'own' })) return null;
  const [row] = await states.read(db, viewer, reportOf(viewer, reportId), { hand: 'standing' });
  if (!row) return null;
  const { status, allowed } = stateOf(viewer, row, new Date());
  return {
    unit: unitOf(row),
    period: periodOf(row),
    status,
    allowed,
    rows: await readExtensions(viewer, reportId),
  };
}

async function readExtensions(viewer: Viewer, reportId: string): Promise<ExtensionView[]> {
  const rows = await db.extension.findMany({
    where: { reportId, report: { unit: withinScope(viewer) } },
    include: { requestedBy: { select: { name: true } }, decidedBy: { select: { name: true } } },
    orderBy: { requestedAt: 'asc' },
  });
  return rows.map(({ id, wanted, until, reason, granted, answer, ...row }) => ({
    id,
    wanted,
    until,
    reason,
    granted,
    answer,
    by: row.requestedBy.name,
    at: row.requestedAt,
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt,
  }));
}

/** The reporter asks for a later date, with a reason; the reviewers of the unit above are notified. One request at a
 *  time. */
export async function askExtension(
  viewer: Viewer,
  reportId: string,
  { day, reason }: { day: string; reason: string },
): Promise<void> {
  const words = reasonOf(reason);
  const wanted = endOfOfficeDay(day);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.askExtension', 'alone');
    if (wanted <= row.dueAt || wanted < new Date())
      throw new InvalidError('extension-not-later', { field: 'day', date: officeDay(row.dueAt) });
    if (await tx.extension.findFirst({ where: { reportId, granted: null } }))
      throw new InvalidError('extension-waiting');
    await tx.extension.create({
      data: { reportId, wanted, reason: words, requestedById: viewer.personId },
    });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      roles: ['reviewer'],
      kind: 'extension.asked',
      reportId,
      byId: viewer.personId,
      text: withDay(day, words),
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'extension.asked', reportId, to: { until: day, reason: words } },
    ]);
  });
}

/** The unit no longer asks for it; only as long as nobody has answered. */
export async function takeBackExtension(viewer: Viewer, reportId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.askExtension', 'alone');
    const open = await tx.extension.findFirst({ where: { reportId, granted: null } });
    if (!open) throw new InvalidError('extension-nothing-asked');
    await tx.extension.delete({ where: { id: open.id } });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      roles: ['reviewer'],
      kind: 'extension.takenBack',
      reportId,
      byId: viewer.personId,
      text: null,
    });
    const to = { until: officeDay(open.wanted) };
    await recordEvents(tx, [{ by: viewer.personId, kind: 'extension.takenBack', reportId, to }]);
  });
}

/** The reviewer of the unit above grants a later date, the one asked for or another, or refuses with a reason. Granting
 *  without a request gives it on the reviewer's own word. */
export async function decideExtension(
  viewer: Viewer,
  reportId: string,
  { day, answer }: { day: string | null; answer: string },
): Promise<void> {
  const words = day === null ? reasonOf(answer) : wordsOf(answer);
  const until = day === null ? null : endOfOfficeDay(day);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.grantExtension', 'alone');
    const open = await tx.extension.findFirst({
      where: { reportId, granted: null },
      select: { id: true },
    });
    if (!open && until === null) throw new InvalidError('extension-nothing-asked');
    if (!open && !words) throw new InvalidError('reason-empty', { field: 'answer' });
    if (until && (until <= row.dueAt || until < new Date()))
      throw new InvalidError('extension-not-later', { field: 'day', date: officeDay(row.dueAt) });
    const decided = {
      granted: until !== null,
      until,
      answer: words || null,
      decidedById: viewer.personId,
      decidedAt: new Date(),
    };
    if (open) await tx.extension.update({ where: { id: open.id }, data: decided });
    else
      await tx.extension.create({
        data: {
          reportId,
          wanted: until!,
          reason: words,
          requestedById: viewer.personId,
          ...decided,
        },
      });
    if (until) await tx.report.update({ where: { id: reportId }, data: { extendedUntil: until } });
    const kind = until ? 'extension.granted' : 'extension.refused';
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter', 'signatory'],
      kind,
      reportId,
      byId: viewer.personId,
      text: until ? withDay(day!, words) : words,
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'extension.decided',
        reportId,
        to: { until: day, answer: words },
      },
    ]);
  });
}

/** A notice about a date says which: official texts are Chinese whatever language the screen is in. */
const withDay = (day: string, words: string): string =>
  `至${dayInWords(day)}${words ? `：${words}` : ''}`;

/** Requests that wait for the viewer's answer, oldest first. */
export async function listOpenExtensions(
  viewer: Viewer,
): Promise<
  (ExtensionView & { reportId: string; unit: { name: string; nameEn: string }; period: string })[]
> {
  const mayGrant = (lineage: string) =>
    can(viewer, 'report.grantExtension', {
      relation: relationOf(viewer.unit.lineage, lineage),
      isTop: isTopmost(lineage),
    });
  const rows = await db.extension.findMany({
    where: { granted: null, report: { unit: withinScope(viewer) } },
    include: {
      requestedBy: { select: { name: true } },
      report: {
        select: {
          unit: { select: { name: true, nameEn: true, lineage: true } },
          period: { select: { code: true } },
        },
      },
    },
    orderBy: { requestedAt: 'asc' },
  });
  return rows
    .filter(({ report }) => mayGrant(report.unit.lineage))
    .map(({ id, wanted, until, reason, granted, answer, ...row }) => ({
      id,
      wanted,
      until,
      reason,
      granted,
      answer,
      by: row.requestedBy.name,
      at: row.requestedAt,
      decidedBy: null,
      decidedAt: null,
      reportId: row.reportId,
      unit: row.report.unit,
      period: row.report.period.code,
    }));
}

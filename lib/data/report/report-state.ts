import 'server-only';
import { isTopmost } from '@/lib/domain/tree/unit';
import { allowedActions } from '@/lib/domain/report/allowed';
import { can, relationOf, type Action, type Subject } from '@/lib/domain/access/policy';
import { phaseOf, statusOf, type ReportStatus } from '@/lib/domain/report/report';
import type { Viewer } from '../database/access';
import type { RowOf } from '../database/statement';
import type { stateRow } from './queries';
import type { PeriodView } from '../tree/periods';

export type { PeriodView };

/** Unit, period and newest submission of a report, as every query about reports answers them. */
export type StateRow = RowOf<typeof stateRow>;

export type ReportState = {
  status: ReportStatus;
  phase: ReturnType<typeof phaseOf>;
  subject: Subject;
  isAccepted: boolean;
  isLocked: boolean;
  allowed: Action[];
};

/** What follows from a row for this viewer at `now`. */
export function stateOf(viewer: Viewer, row: StateRow, now: Date): ReportState {
  const subject = {
    relation: relationOf(viewer.unit.lineage, row.lineage),
    isTop: isTopmost(row.lineage),
    hasEntered: row.hasEntered,
  };
  const status = statusOf(row);
  const phase = phaseOf(row, now);
  // A second submission is only ever opened by the return or the withdrawal of a signed one.
  const isReadable =
    row.signedAt !== null || row.number > 1 || can(viewer, 'report.readDraft', subject);
  // What has passed an examiner is on its way to a decision as well as what is being read.
  const isAccepted = row.acceptedById !== null || row.examinedById !== null;
  const isLocked = row.locks.length > 0;
  return {
    status,
    phase,
    subject,
    isAccepted,
    isLocked,
    allowed: allowedActions(viewer, subject, { status, phase, isReadable, isAccepted, isLocked }),
  };
}

export const periodOf = (row: StateRow): PeriodView => ({
  id: row.periodId,
  code: row.periodCode,
  kind: row.periodKind,
  from: row.fromMonth,
  to: row.toMonth,
  opensAt: row.opensAt,
  dueAt: row.dueAt,
  lateUntil: row.lateUntil,
  closesAt: row.closesAt,
  signatures: row.signatures,
});

export const unitOf = (row: StateRow) => ({
  id: row.unitId,
  code: row.unitCode,
  name: row.unitName,
  nameEn: row.unitNameEn,
  level: row.unitLevel,
  lineage: row.lineage,
  isTop: isTopmost(row.lineage),
});

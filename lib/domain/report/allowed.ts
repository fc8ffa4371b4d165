// What a person may do with a report now: the policy, the report's status and the period's dates together.
// Pages draw their buttons from it and every write asks it again.
import { actions, can, type Action, type Actor, type Subject } from '../access/policy';
import type { ReportStatus, phaseOf } from './report';
import { isDuring, ways } from './way';

/** `isAccepted`: a reviewer is reading the submission. `isLocked`: a unit above has locked the report (锁定). */
export type ReportState = {
  status: ReportStatus;
  phase: ReturnType<typeof phaseOf>;
  isReadable: boolean;
  isAccepted?: boolean;
  isLocked?: boolean;
};

/** The actions on a report that are open to the actor now. */
export function allowedActions(actor: Actor, subject: Subject, state: ReportState): Action[] {
  return actions.filter((action) => can(actor, action, subject) && isTimely(action, state));
}

/** Whether status and dates allow `action`, whoever asks. */
export function isTimely(
  action: Action,
  { status, phase, isReadable, isAccepted = false, isLocked = false }: ReportState,
): boolean {
  const way = ways[action];
  if (!way || (action === 'report.read' && !isReadable)) return false;
  // A lock stops whatever the report's own unit changes in it. Words, requests and decisions go on.
  if (isLocked && way.isOfUnit) return false;
  if (isAccepted && way.isUnread) return false;
  return way.from.includes(status) && isDuring(way.during, phase, status);
}

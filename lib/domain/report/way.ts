// Every way that a report can take, in one table: from which status, to which, while what lasts, and what takes it
// back. Permissions, buttons, refusals and the test of all sequences ask it; docs/way-of-a-report.md draws it.
import type { Action } from '../access/policy';
import { statuses, type Phase, type ReportStatus } from './report';

/** `figures`: while figures are taken, of what was returned also while reports are reviewed; `corrections`: until the
 *  reviewing ends; `begun`: since it opened; `running`: from then until it closes; `unclosed`: until it closes. */
export type During = 'figures' | 'corrections' | 'begun' | 'running' | 'unclosed' | 'always';

/** `to`: `draft` is whatever a draft is called that has come so far, `same` what it was. `isOfUnit`: the report's own
 *  unit changes it, which a lock stops. `isUnread`: not while a reviewer reads it. `back`: what takes it back. */
export type Way = {
  from: readonly ReportStatus[];
  to: readonly (ReportStatus | 'draft' | 'same')[];
  during: During;
  isOfUnit?: true;
  isUnread?: true;
  back?: Action;
};

const begun = ['not-started', 'filling'] as const;
const open = [...begun, 'returned'] as const;
const unhanded = [...open, 'awaiting-signature'] as const;
const talked = ['filling', 'awaiting-signature', 'submitted', 'returned'] as const;

/** What is not here is no business of a report. */
export const ways: Partial<Record<Action, Way>> = {
  'report.fill': { from: open, to: ['draft'], during: 'figures', isOfUnit: true },
  'report.check': { from: open, to: ['draft'], during: 'figures', isOfUnit: true },
  // A period that is over takes figures into a first draft: handing it in still needs a later date granted.
  'report.backfill': { from: begun, to: ['draft'], during: 'begun', isOfUnit: true },
  'report.send': {
    ...{ from: open, to: ['awaiting-signature'], during: 'figures', isOfUnit: true },
    back: 'report.recall',
  },
  'report.recall': {
    ...{ from: ['awaiting-signature'], to: ['draft'], during: 'corrections', isOfUnit: true },
    back: 'report.send',
  },
  // The first of two signatures hands nothing in.
  'report.sign': {
    ...{ from: ['awaiting-signature'], to: ['submitted', 'same'], during: 'corrections' },
    ...{ isOfUnit: true, back: 'report.withdraw' },
  },
  'report.uncosign': {
    ...{ from: ['awaiting-signature'], to: ['same'], during: 'corrections', isOfUnit: true },
    back: 'report.sign',
  },
  'report.sendBack': {
    ...{ from: ['awaiting-signature'], to: ['draft'], during: 'corrections', isOfUnit: true },
    back: 'report.send',
  },
  'report.withdraw': {
    ...{ from: ['submitted'], to: ['draft'], during: 'corrections', isOfUnit: true },
    ...{ isUnread: true, back: 'report.send' },
  },
  'report.accept': { from: ['submitted'], to: ['same'], during: 'always', back: 'report.accept' },
  'report.examine': { from: ['submitted'], to: ['same'], during: 'always', back: 'report.examine' },
  'report.review': {
    ...{ from: ['submitted'], to: ['returned'], during: 'always', back: 'report.takeBack' },
  },
  'report.approve': {
    ...{ from: ['submitted'], to: ['approved'], during: 'always', back: 'report.takeBack' },
  },
  'report.takeBack': { from: ['approved', 'returned'], to: ['submitted'], during: 'unclosed' },
  'cell.ask': {
    ...{ from: ['returned'], to: ['same'], during: 'corrections', isOfUnit: true },
    back: 'cell.ask',
  },
  'cell.open': { from: ['returned'], to: ['same'], during: 'corrections' },
  'waiver.ask': {
    ...{ from: open, to: ['same'], during: 'figures', isOfUnit: true, back: 'waiver.ask' },
  },
  'waiver.answer': { from: unhanded, to: ['same'], during: 'always' },
  // A later date is of use only to a report that is still to be handed in.
  'report.askExtension': {
    ...{ from: unhanded, to: ['same'], during: 'begun', back: 'report.askExtension' },
  },
  'report.grantExtension': { from: unhanded, to: ['same'], during: 'begun' },
  'target.set': { from: open, to: ['same'], during: 'figures', isOfUnit: true },
  'target.ask': { from: open, to: ['same'], during: 'figures', back: 'target.ask' },
  'target.answer': { from: unhanded, to: ['same'], during: 'always' },
  'mark.answer': { from: talked, to: ['same'], during: 'running' },
  'mark.reply': { from: talked, to: ['same'], during: 'running' },
  // The paper follows what was handed in; of what came back a new one is made.
  'cover.add': { from: ['submitted', 'approved'], to: ['same'], during: 'always' },
  'report.remind': { from: unhanded, to: ['same'], during: 'running' },
  'report.lock': { from: statuses, to: ['same'], during: 'always', back: 'report.lock' },
  'report.account': { from: statuses, to: ['same'], during: 'always', isOfUnit: true },
  'report.list': { from: statuses, to: ['same'], during: 'always' },
  'report.read': { from: statuses, to: ['same'], during: 'always' },
  'report.readDraft': { from: statuses, to: ['same'], during: 'always' },
  'form.choose': { from: statuses, to: ['same'], during: 'always' },
};

/** Whether a phase of its period is one in which this can be done to a report of this status. */
export function isDuring(during: During, phase: Phase, status: ReportStatus): boolean {
  const takesFigures = phase === 'open' || phase === 'late';
  const takesCorrections = takesFigures || phase === 'reviewing';
  switch (during) {
    case 'figures':
      return status === 'returned' ? takesCorrections : takesFigures;
    case 'corrections':
      return takesCorrections;
    case 'begun':
      return phase !== 'before';
    case 'running':
      return phase !== 'before' && phase !== 'closed';
    case 'unclosed':
      return phase !== 'closed';
    case 'always':
      return true;
  }
}

/** The table as a diagram (Mermaid): every way from one status to another. A `draft` is drawn as what it was before. */
export function drawWays(): string {
  const name = (status: ReportStatus) => status.replaceAll('-', '_');
  const drafts: Partial<Record<ReportStatus, readonly ReportStatus[]>> = {
    'not-started': ['filling'],
    filling: [],
    returned: [],
  };
  const arrows = (Object.keys(ways) as Action[]).flatMap((action) =>
    (ways[action]?.from ?? []).flatMap((start) =>
      (ways[action]?.to ?? []).flatMap((end) => {
        const ends = end === 'same' ? [] : end === 'draft' ? (drafts[start] ?? begunOrBack) : [end];
        return ends.map((one) => `  ${name(start)} --> ${name(one)}: ${action}`);
      }),
    ),
  );
  return ['stateDiagram-v2', '  [*] --> not_started', ...arrows].join('\n');
}

const begunOrBack: readonly ReportStatus[] = ['filling', 'returned'];

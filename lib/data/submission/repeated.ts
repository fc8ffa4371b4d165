import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findForm } from '../figures/form';

export type Step = {
  reportId: string;
  kinds: readonly (typeof steps)[number][];
  /** What the step leaves in its event. */
  to: { submission: number; [name: string]: unknown };
  /** What the page showed, as the form carried it; without it nothing is a repetition. */
  seen: string | undefined;
};

/** Takes a step of a report, once. A form that was sent several times, or again because its answer was lost, is
 *  answered as the first was: this very step of this very person over the same contents is the last that was taken.
 *  Anything else that comes too late is refused as it is. */
export async function takeOnce<T>(
  viewer: Viewer,
  step: Step,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidError) || !late.has(error.code)) throw error;
    if (!(await isTaken(viewer, step))) throw error;
    return null;
  }
}

async function isTaken(viewer: Viewer, { reportId, kinds, to, seen }: Step): Promise<boolean> {
  if (seen === undefined) return false;
  const last = await db.event.findFirst({
    where: { reportId, kind: { in: [...steps] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { kind: true, personId: true, to: true },
  });
  return (
    kinds.some((kind) => kind === last?.kind) &&
    last?.personId === viewer.personId &&
    isDeepStrictEqual(last.to, to) &&
    (await findForm(viewer, reportId, to.submission))?.seen === seen
  );
}

const steps = [
  'report.sent',
  'report.sentBack',
  'report.cosigned',
  'report.signed',
  'report.withdrawn',
  'review.approved',
  'review.returned',
  'review.takenBack',
] as const;

/** Refusals of a step that comes when it was taken. */
const late = new Set([
  'already-decided',
  'not-awaiting-signature',
  'not-open-for-entry',
  'not-submitted',
  'other-submission',
  'second-signature-by-another',
  'sent-again',
]);

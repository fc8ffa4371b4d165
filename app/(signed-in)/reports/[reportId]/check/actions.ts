'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { CheckOutcome, RefusedExplanation } from '@/components/checking/check-desk';
import {
  confirmationName,
  explained,
  publicName,
  seenName,
} from '@/components/figures/explanation-names';
import { confirmPassword } from '@/lib/auth/confirm-password';
import type { Viewer } from '@/lib/data/database/access';
import { explain } from '@/lib/data/figures/explain-check';
import { findForm } from '@/lib/data/figures/form';
import {
  recallSending,
  sendBack,
  sendForSignature,
  signAndSubmit,
  takeBackSignature,
} from '@/lib/data/submission/submissions';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { showingChanges } from '@/lib/request/showing-changes';
import { paths } from '@/lib/paths';

const desk = z
  .object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    seen: z.string(),
    intent: z.enum(['save', 'send']).default('save'),
  })
  .catchall(z.string());

/** Saves what was explained and, where asked for, hands the report to the signatory. One explanation that says nothing
 *  keeps no other from being saved. */
export const saveChecks = formAction(
  desk,
  async (viewer, { reportId, submission, seen, intent, ...fields }): Promise<CheckOutcome> => {
    const { written, refused } = await saveExplanations(viewer, reportId, submission, fields);
    let isBlocked = intent === 'send' && refused.length > 0;
    if (intent === 'send' && !isBlocked) {
      try {
        const shown = { submission, contents: seen };
        await showingChanges(paths.check(reportId), () =>
          sendForSignature(viewer, reportId, shown, written),
        );
      } catch (error) {
        if (!(error instanceof InvalidError) || error.code !== 'not-ready') throw error;
        isBlocked = true;
      }
    }
    revalidatePath(paths.check(reportId));
    return { saved: written.size, refused, isBlocked };
  },
);

const one = z.object({
  reportId: z.string(),
  submission: z.coerce.number().int(),
  seen: z.string(),
});

/** The signatory signs with the own password; the submission is handed in and frozen. */
export const sign = formAction(
  one.extend({
    sentAt: z.coerce.date(),
    password: z.string({ error: 'password-empty' }),
  }),
  async (viewer, { reportId, submission, seen, sentAt, password }) => {
    await confirmPassword(viewer, password);
    const shown = { submission, sentAt, contents: seen };
    await showingChanges(paths.check(reportId), () => signAndSubmit(viewer, reportId, shown));
    revalidatePath(paths.check(reportId));
  },
);

/** The signatory gives the report back to the reporter. */
export const giveBack = formAction(
  one.extend({ reason: z.string() }),
  async (viewer, { reportId, submission, seen, reason }) => {
    const shown = { submission, contents: seen };
    await showingChanges(paths.check(reportId), () => sendBack(viewer, reportId, reason, shown));
    revalidatePath(paths.check(reportId));
  },
);

const seen = one.extend({ submission: z.coerce.number().int() });

/** The reporter takes back what is sent and nobody has signed. */
export const recall = formAction(seen, async (viewer, { reportId, submission }) => {
  await recallSending(viewer, reportId, submission);
  revalidatePath(paths.check(reportId));
  return {};
});

/** The first of two signatories takes the own signature back. */
export const unsign = formAction(seen, async (viewer, { reportId, submission }) => {
  await takeBackSignature(viewer, reportId, submission);
  revalidatePath(paths.check(reportId));
  return {};
});

async function saveExplanations(
  viewer: Viewer,
  reportId: string,
  submission: number,
  fields: Record<string, string>,
): Promise<{ written: Map<string, string>; refused: RefusedExplanation[] }> {
  const form = await findForm(viewer, reportId);
  if (!form) throw new NotFoundError();
  const standing = new Map(form.explanations.map((one) => [one.check, one]));
  // What the page showed of each explanation that this form wrote.
  const written = new Map<string, string>();
  const refused: RefusedExplanation[] = [];
  for (const [name, text] of Object.entries(fields)) {
    if (!name.startsWith(explained)) continue;
    const check = name.slice(explained.length);
    const seen = fields[seenName(check)];
    const before = cleanLines(seen ?? standing.get(check)?.text ?? '');
    const isPublic = fields[publicName(check)] === 'yes';
    const isUntouched =
      cleanLines(text) === before && isPublic === (standing.get(check)?.isPublic ?? false);
    if (isUntouched && !fields[confirmationName(check)]) continue;
    try {
      await explain(viewer, reportId, check, text, { submission, text: seen, isPublic });
      written.set(check, before);
    } catch (error) {
      if (!(error instanceof InvalidError) || !aboutText.has(error.code)) throw error;
      refused.push({ check, code: error.code, params: error.params, text });
    }
  }
  return { written, refused };
}

/** Refusals of the words themselves; any other concerns the whole report. */
const aboutText = new Set(['explanation-says-nothing', 'text-too-long', 'explanation-changed']);

const cleanLines = (text: string): string => text.replaceAll('\r\n', '\n').trim();

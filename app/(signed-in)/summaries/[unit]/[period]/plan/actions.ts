'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Line } from '@/components/document-plan/plan-preview';
import { saveLetterhead } from '@/lib/data/summary/letterheads';
import { findUnitPlan, saveUnitPlan } from '@/lib/data/summary/document-plans';
import { findSummary } from '@/lib/data/summary/summaries';
import { NotFoundError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import { linesOf } from './lines';

const key = { unit: z.string().min(1).max(100), period: z.string().min(1).max(100) };
const codes = z.array(z.string().max(20)).max(400);
const plan = z.object({
  parts: z
    .array(
      z.object({
        id: z.string().min(1).max(40),
        heading: z.string().max(200),
        sections: codes,
        indicators: codes,
        isThemed: z.boolean(),
      }),
    )
    .max(20),
  honoursFirst: z.boolean(),
  outlook: z.boolean(),
  closing: z.string().max(1000),
});
const asJson = z
  .string()
  .max(100_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'malformed' });
      return z.NEVER;
    }
  });

/** The text of a period as a plan would have it; nothing is kept. */
export const previewPlan = formAction(
  z.object({ ...key, plan: asJson.pipe(plan) }),
  async (viewer, { plan: tried, ...of }): Promise<Line[]> => {
    // Whoever may not write there tries nothing there.
    const summary =
      (await findUnitPlan(viewer, of.unit)) && (await findSummary(viewer, { ...of, plan: tried }));
    if (!summary) throw new NotFoundError();
    return linesOf(summary);
  },
);

/** Keeps the plan of a unit, or gives the own one up (null). */
export const savePlan = formAction(
  z.object({
    ...key,
    revision: z.coerce.number().int().min(0).max(1_000_000_000),
    plan: asJson.pipe(plan.nullable()),
  }),
  async (viewer, { unit, period, revision, plan: chosen }): Promise<undefined> => {
    await saveUnitPlan(viewer, unit, revision, chosen);
    redirect(paths.plan(unit, period));
  },
);

const part = z.string().max(200, { error: 'text-too-long' });

/** Keeps what the unit prints around its documents. */
export const keepLetterhead = formAction(
  z.object({ ...key, issuer: part, number: part, to: part, copies: part }),
  async (viewer, { unit, period, ...letterhead }) => {
    await saveLetterhead(viewer, unit, letterhead);
    revalidatePath(paths.plan(unit, period));
    return {};
  },
);

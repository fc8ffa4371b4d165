'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { explainHandTotal } from '@/lib/data/rollup/hand-totals';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const explanation = z.object({
  unit: z.string(),
  period: z.string(),
  indicator: z.string(),
  seen: z.string().trim(),
  text: z.string().trim().min(1, 'required'),
});

/** Says why a total entered by hand differs from the sum. */
export const explain = formAction(
  explanation,
  async (viewer, { unit, period, indicator, seen, text }): Promise<FieldsResult> => {
    await explainHandTotal(viewer, { unit, period }, indicator, text, seen);
    revalidatePath(paths.rollup(unit, period));
    return {};
  },
);

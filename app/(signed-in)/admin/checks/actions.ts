'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { changeCheck, createCheck, switchCheck } from '@/lib/data/catalogue/checks';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import { drawnAnew } from '../drawn-anew';
import { keyInput } from '../inputs';
import {
  checkKinds,
  checkOperators,
  missingPolicies,
  type Term,
} from '@/lib/domain/catalogue/indicator';
import { unitLevels } from '@/lib/domain/tree/unit';

/** A side arrives as a flat list: factor, indicator, period of each row. Empty rows are left out; a factor of nothing
 *  is 1. */
const terms = z
  .array(z.string().trim().max(200, 'too-long'), { error: 'check-side-empty' })
  .max(200, 'check-side-empty')
  .transform((texts) => {
    const found: Term[] = [];
    for (let at = 0; at + 2 < texts.length; at += 3) {
      const [factor = '', indicator = '', period] = texts.slice(at, at + 3);
      if (!factor && !indicator) continue;
      found.push({
        code: indicator ? codeOf(indicator) : null,
        factor: factor ? Number(factor.normalize('NFKC')) : 1,
        period: period === '-1' ? -1 : 0,
      });
    }
    return found;
  });

const checkInput = z
  .object({
    kind: z.enum(checkKinds, { error: 'required' }),
    'left[]': terms,
    op: z.enum(checkOperators, { error: 'required' }),
    'right[]': terms,
    tolerance: z.string().trim().max(20, 'check-tolerance'),
    note: z.string().max(2000, 'too-long'),
    'levels[]': z.array(z.enum(unitLevels)).max(unitLevels.length).default([]),
    missingLeft: z.enum(missingPolicies, { error: 'required' }),
    missingRight: z.enum(missingPolicies, { error: 'required' }),
    marks: z.string().max(500, 'too-long'),
  })
  .transform(
    ({
      'left[]': left,
      'right[]': right,
      'levels[]': levels,
      missingLeft,
      missingRight,
      marks,
      tolerance,
      ...rest
    }) => ({
      ...rest,
      left,
      right,
      levels,
      tolerance: tolerance.normalize('NFKC') || '0',
      missing: { left: missingLeft, right: missingRight },
      marks: marks
        .split(/[\s,，、;；]+/u)
        .filter(Boolean)
        .map(codeOf),
    }),
  );

/** "HT002 建会企业数", as the list offers it, or the code alone. */
function codeOf(text: string): string {
  return (text.normalize('NFKC').trim().split(/\s/)[0] ?? '').toUpperCase();
}

/** Makes a check for the administrator's unit and all below it. */
export const addCheck = formAction(checkInput, async (viewer, check): Promise<FieldsResult> => {
  const code = await createCheck(viewer, check);
  revalidatePath(paths.admin.home(), 'layout');
  redirect(paths.admin.check(code));
});

/** Changes a check. */
export const editCheck = formAction(
  z.intersection(z.object({ code: keyInput }), checkInput),
  async (viewer, { code, ...check }) => {
    await changeCheck(viewer, code, check);
    return drawnAnew();
  },
);

/** Switches a check off, or on again. */
export const turnCheck = formAction(
  z.object({ code: keyInput, isOff: z.enum(['true', 'false']) }),
  async (viewer, { code, isOff }) => {
    await switchCheck(viewer, code, isOff === 'true');
    return drawnAnew();
  },
);

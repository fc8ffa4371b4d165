'use server';

import { z } from 'zod';
import { changePeriod, createPeriod } from '@/lib/data/tree/periods';
import { unitLevels } from '@/lib/domain/tree/unit';
import { formAction } from '@/lib/request/form-action';
import { drawnAnew } from '../drawn-anew';
import { dayBeginInput, dayEndInput, keyInput, monthInput } from '../inputs';

const terms = z.object({
  opensAt: dayBeginInput,
  dueAt: dayEndInput,
  lateUntil: dayEndInput,
  closesAt: dayEndInput,
  signatures: z.enum(['1', '2'], { error: 'bad-signatures' }).default('1').transform(Number),
});
const newPeriod = terms.extend({
  kind: z.enum(['year', 'part_year', 'term'], { error: 'required' }),
  from: monthInput,
  to: monthInput,
  'levels[]': z
    .array(z.enum(unitLevels, { error: 'no-level' }), { error: 'no-level' })
    .min(1, 'no-level')
    .max(unitLevels.length, 'no-level'),
});

/** Makes a period with the reports that are expected in it. */
export const addPeriod = formAction(
  newPeriod,
  async (viewer, { 'levels[]': levels, ...period }) => {
    await createPeriod(viewer, { ...period, levels });
    return drawnAnew();
  },
);

/** Changes the dates of a period. */
export const editPeriod = formAction(
  terms.extend({ period: keyInput, 'makesLate[]': z.array(z.literal('yes')).default([]) }),
  async (viewer, { period, 'makesLate[]': asked, ...changed }) => {
    await changePeriod(viewer, period, { ...changed, makesLate: asked.length > 0 });
    return drawnAnew();
  },
);

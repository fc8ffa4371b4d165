// What the administration's forms take from outside. The messages are codes of the area `issues`.
import { z } from 'zod';
import { beginOfOfficeDay, endOfOfficeDay, isDay } from '@/lib/domain/tree/office-day';
import { unitLevels } from '@/lib/domain/tree/unit';

/** A name people read. */
export const nameInput = z
  .string()
  .trim()
  .min(1, 'required')
  .max(100, 'too-long')
  .regex(/^\P{Cc}*$/u, 'bad-name');

/** A second name that may be left out. */
export const optionalNameInput = z
  .string()
  .trim()
  .max(200, 'too-long')
  .regex(/^\P{Cc}*$/u, 'bad-name');

export const codeInput = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,20}$/, 'bad-code');
export const levelInput = z.enum(unitLevels, { error: 'required' });

/** Which thing a form is about; comes from our own page. */
export const keyInput = z.string({ error: 'required' }).min(1, 'required').max(100, 'too-long');

/** A day as a date column holds it. */
export const dayInput = dayText().transform((text) => new Date(text));

/** A moment in the offices' time: the beginning of a day. */
export const dayBeginInput = dayText().transform(beginOfOfficeDay);

/** The last second of a day in the offices' time. */
export const dayEndInput = dayText().transform(endOfOfficeDay);

export const monthInput = z
  .string({ error: 'bad-month' })
  .trim()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'bad-month');

function dayText() {
  return z.string({ error: 'bad-date' }).trim().refine(isDay, 'bad-date');
}

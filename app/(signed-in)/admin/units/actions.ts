'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { AdminResult } from '@/components/admin/form-field';
import { changeUnit, closeUnit, createUnit, moveUnit, reopenUnit } from '@/lib/data/units';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';
import { codeInput, dayInput, keyInput, levelInput, nameInput, optionalNameInput } from '../inputs';

const names = z.object({ name: nameInput, nameEn: optionalNameInput });
const newUnit = names.extend({ code: codeInput, level: levelInput, parentCode: keyInput, validFrom: dayInput });

/** Adds a unit below another. */
export const addUnit = formAction(newUnit, async (viewer, input) => {
  await createUnit(viewer, { ...input, nameEn: input.nameEn || input.name });
  return done();
});

/** Renames a unit. */
export const renameUnit = formAction(names.extend({ unit: keyInput }), async (viewer, { unit, name, nameEn }) => {
  await changeUnit(viewer, unit, { name, nameEn: nameEn || name });
  return done();
});

/** Puts a unit under another from a day on. */
export const putUnitUnder = formAction(z.object({ unit: keyInput, parentCode: keyInput, from: dayInput }), async (viewer, { unit, parentCode, from }) => {
  await moveUnit(viewer, unit, parentCode, from);
  return done();
});

/** Closes a unit from a day on. */
export const endUnit = formAction(z.object({ unit: keyInput, validTo: dayInput }), async (viewer, { unit, validTo }) => {
  await closeUnit(viewer, unit, validTo);
  return done();
});

/** Takes a closing back. */
export const resumeUnit = formAction(z.object({ unit: keyInput }), async (viewer, { unit }) => {
  await reopenUnit(viewer, unit);
  return done();
});

function done(): AdminResult {
  revalidatePath(paths.admin.home(), 'layout');
  return {};
}

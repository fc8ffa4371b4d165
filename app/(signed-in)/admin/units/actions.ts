'use server';

import { z } from 'zod';
import { splitUnit, withdrawSplit } from '@/lib/data/tree/splits';
import { changeUnit, correctName, withdrawMove, withdrawName } from '@/lib/data/tree/history';
import {
  changeUnitDetails,
  closeUnit,
  createUnit,
  mergeUnit,
  moveUnit,
  reopenUnit,
} from '@/lib/data/tree/units';
import { unitKinds } from '@/lib/domain/tree/unit';
import { formAction } from '@/lib/request/form-action';
import { drawnAnew } from '../drawn-anew';
import { codeInput, dayInput, keyInput, levelInput, nameInput, optionalNameInput } from '../inputs';

const names = z.object({ name: nameInput, nameEn: optionalNameInput });
const newUnit = names.extend({
  code: codeInput,
  level: levelInput,
  parentCode: keyInput,
  validFrom: dayInput,
});

/** Adds a unit below another. */
export const addUnit = formAction(newUnit, async (viewer, input) => {
  await createUnit(viewer, { ...input, nameEn: input.nameEn || input.name });
  return drawnAnew();
});

/** Renames a unit. */
export const renameUnit = formAction(
  names.extend({ unit: keyInput, from: dayInput, 'correction[]': z.array(z.string()).default([]) }),
  async (viewer, { unit, name, nameEn, from, 'correction[]': correction }) => {
    const wanted = { name, nameEn: nameEn || name };
    await (correction.length > 0
      ? correctName(viewer, unit, wanted)
      : changeUnit(viewer, unit, wanted, from));
    return drawnAnew();
  },
);

/** Puts a unit under another from a day on. */
export const putUnitUnder = formAction(
  z.object({ unit: keyInput, parentCode: keyInput, from: dayInput }),
  async (viewer, { unit, parentCode, from }) => {
    await moveUnit(viewer, unit, parentCode, from);
    return drawnAnew();
  },
);

/** Closes a unit from a day on. */
export const endUnit = formAction(
  z.object({ unit: keyInput, validTo: dayInput }),
  async (viewer, { unit, validTo }) => {
    await closeUnit(viewer, unit, validTo);
    return drawnAnew();
  },
);

const contact = z
  .string()
  .trim()
  .max(100, 'too-long')
  .regex(/^\P{Cc}*$/u, 'bad-name')
  .transform((text) => text || null);
const details = z.object({
  unit: keyInput,
  kind: z.enum(unitKinds),
  'countedElsewhere[]': z.array(z.string()).default([]),
  contactName: contact,
  contactPhone: contact,
  contactEmail: contact,
});

/** What a unit is beside its place in the tree, and whom to ring up. */
export const setUnitDetails = formAction(
  details,
  async (viewer, { unit, 'countedElsewhere[]': elsewhere, ...rest }) => {
    await changeUnitDetails(viewer, unit, { ...rest, countedElsewhere: elsewhere.length > 0 });
    return drawnAnew();
  },
);

/** Closes a unit into another. */
export const mergeUnitInto = formAction(
  z.object({ unit: keyInput, successorCode: keyInput, on: dayInput }),
  async (viewer, { unit, successorCode, on }) => {
    await mergeUnit(viewer, unit, successorCode, on);
    return drawnAnew();
  },
);

const line = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,20}(\s+\P{Cc}{1,100})?$/u, 'split-line')
  .transform((text) => {
    const [code = '', ...words] = text.split(/\s+/);
    return { code, name: words.join(' ') || null };
  });
const lines = z
  .string()
  .transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .pipe(z.array(line).max(50, 'too-long'));

/** Splits a unit: one line for each unit that comes out of it. */
export const splitUnitInto = formAction(
  z.object({
    unit: keyInput,
    parts: lines,
    on: dayInput,
    'goesOn[]': z.array(z.string()).default([]),
  }),
  async (viewer, input) => {
    await splitUnit(viewer, input.unit, {
      parts: input.parts,
      on: input.on,
      goesOn: input['goesOn[]'].length > 0,
    });
    return drawnAnew();
  },
);

/** Takes back a split that a unit went on after. */
export const takeSplitBack = formAction(
  z.object({ unit: keyInput, on: dayInput }),
  async (viewer, { unit, on }) => {
    await withdrawSplit(viewer, unit, on);
    return drawnAnew();
  },
);

/** Takes a renaming back. */
export const takeNameBack = formAction(
  z.object({ unit: keyInput, on: dayInput }),
  async (viewer, { unit, on }) => {
    await withdrawName(viewer, unit, on);
    return drawnAnew();
  },
);

/** Takes the last move back. */
export const takeMoveBack = formAction(
  z.object({ unit: keyInput, on: dayInput }),
  async (viewer, { unit, on }) => {
    await withdrawMove(viewer, unit, on);
    return drawnAnew();
  },
);

/** Takes a closing back. */
export const resumeUnit = formAction(z.object({ unit: keyInput }), async (viewer, { unit }) => {
  await reopenUnit(viewer, unit);
  return drawnAnew();
});

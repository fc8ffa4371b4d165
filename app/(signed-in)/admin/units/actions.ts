'use server';

import { z } from 'zod';
import { changeTree } from '@/lib/data/rollup/tree-change';
import type { Administration } from '@/lib/data/database/administration';
import type { Viewer } from '@/lib/data/database/access';
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
import { tellEffects } from './tell-effects';
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

/** A form that changes the tree: what it does is shown, and done when the same is sent once more. `unitsOf`: whose
 *  place it changes. */
function treeAction<S extends z.ZodObject>(
  schema: S,
  change: (viewer: Viewer, input: z.output<S>, run: Administration) => Promise<void>,
  unitsOf: (input: z.output<S>) => string[],
) {
  const looked = schema.and(z.object({ seen: z.string().max(64).optional() }));
  return formAction(looked, async (viewer, { seen, ...asked }) => {
    const input = asked as z.output<S>;
    const effects = await changeTree(viewer, { units: unitsOf(input), seen, asked }, (run) =>
      change(viewer, input, run),
    );
    return effects ? { look: await tellEffects(effects) } : drawnAnew();
  });
}

/** Puts a unit under another from a day on. */
export const putUnitUnder = treeAction(
  z.object({ unit: keyInput, parentCode: keyInput, from: dayInput }),
  (viewer, { unit, parentCode, from }, run) => moveUnit(viewer, unit, parentCode, from, run),
  ({ unit }) => [unit],
);

/** Closes a unit from a day on. */
export const endUnit = treeAction(
  z.object({ unit: keyInput, validTo: dayInput }),
  (viewer, { unit, validTo }, run) => closeUnit(viewer, unit, validTo, run),
  ({ unit }) => [unit],
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
export const mergeUnitInto = treeAction(
  z.object({ unit: keyInput, successorCode: keyInput, on: dayInput }),
  (viewer, { unit, successorCode, on }, run) => mergeUnit(viewer, unit, successorCode, on, run),
  ({ unit }) => [unit],
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
export const splitUnitInto = treeAction(
  z.object({
    unit: keyInput,
    parts: lines,
    on: dayInput,
    'goesOn[]': z.array(z.string()).default([]),
  }),
  (viewer, { unit, parts, on, 'goesOn[]': goesOn }, run) =>
    splitUnit(viewer, unit, { parts, on, goesOn: goesOn.length > 0 }, run),
  ({ unit, parts }) => [unit, ...parts.map(({ code }) => code)],
);

/** Takes back a split that a unit went on after. */
export const takeSplitBack = treeAction(
  z.object({ unit: keyInput, on: dayInput }),
  (viewer, { unit, on }, run) => withdrawSplit(viewer, unit, on, run),
  ({ unit }) => [unit],
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
export const takeMoveBack = treeAction(
  z.object({ unit: keyInput, on: dayInput }),
  (viewer, { unit, on }, run) => withdrawMove(viewer, unit, on, run),
  ({ unit }) => [unit],
);

/** Takes a closing back. */
export const resumeUnit = treeAction(
  z.object({ unit: keyInput }),
  (viewer, { unit }, run) => reopenUnit(viewer, unit, run),
  ({ unit }) => [unit],
);

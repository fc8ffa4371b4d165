'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import type { Aim } from '@/lib/data/figures/grant-target-requests';
import {
  askForTarget,
  refuseTargetRequest,
  takeBackTargetRequest,
} from '@/lib/data/figures/target-requests';
import { saveFigures } from '@/lib/data/figures/save-figures';
import type { FigureEdit } from '@/lib/domain/entry/figure-edit';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import type { TargetsResult } from '@/components/targets/targets-form';

const aim = z.object({
  reportId: z.string(),
  // "target ZZ001"
  cell: z.string().regex(/^(target|limit) [A-Z0-9]{1,20}$/, 'required'),
});
const aimOf = (cell: string): Aim => {
  const [measure, indicator] = cell.split(' ') as [Aim['measure'], string];
  return { measure, indicator };
};
const reasoned = aim.extend({ reason: z.string().max(1000, 'too-long') });

/** Asks the unit above for another target than it has set. */
export const askTarget = formAction(
  reasoned,
  async (viewer, { reportId, cell, reason }): Promise<FieldsResult> => {
    await askForTarget(viewer, reportId, aimOf(cell), reason);
    revalidatePath(paths.targets(reportId));
    return {};
  },
);

/** Takes such a request back. */
export const takeTargetRequestBack = formAction(
  aim,
  async (viewer, { reportId, cell }): Promise<FieldsResult> => {
    await takeBackTargetRequest(viewer, reportId, aimOf(cell));
    revalidatePath(paths.targets(reportId));
    return {};
  },
);

/** Leaves a target as it is, with a reason. */
export const refuseTarget = formAction(
  reasoned,
  async (viewer, { reportId, cell, reason }): Promise<FieldsResult> => {
    await refuseTargetRequest(viewer, reportId, aimOf(cell), reason);
    revalidatePath(paths.targets(reportId));
    return {};
  },
);

// A cell is named "target ZZ001"; "seen target ZZ001" holds "revision typed" as they were on the page.
const schema = z
  .object({ reportId: z.string(), submission: z.coerce.number().int() })
  .catchall(z.string().max(300));

/** Saves the targets and control lines that were changed; answers each that was not taken, with the reason. */
export const saveTargets = formAction(
  schema,
  async (viewer, { reportId, submission, ...fields }): Promise<TargetsResult> => {
    const edits = Object.entries(fields).flatMap(([name, typed]): FigureEdit[] => {
      const [measure, indicator = ''] = name.split(' ');
      const [, revision = '0', before = ''] =
        /^(\d+) (.*)$/s.exec(fields[`seen ${name}`] ?? '') ?? [];
      if ((measure !== 'target' && measure !== 'limit') || typed === before) return [];
      return [{ indicator, measure, submission, revision: Number(revision), typed }];
    });
    if (edits.length === 0) return { saved: 0, refused: {}, at: Date.now() };
    const results = await saveFigures(viewer, reportId, edits);
    revalidatePath(paths.targets(reportId));
    const refused = results.flatMap((result, at): [string, TargetsResult['refused'][string]][] => {
      const typed = (edits[at] as { typed: string }).typed;
      const name = `${result.measure} ${result.indicator}`;
      if (result.outcome === 'invalid') return [[name, { typed, issue: result.issue, by: null }]];
      return result.outcome === 'conflict'
        ? [[name, { typed, issue: null, by: result.figure.enteredBy }]]
        : [];
    });
    return {
      saved: results.filter(({ outcome }) => outcome === 'saved').length,
      refused: Object.fromEntries(refused),
      at: Date.now(),
    };
  },
);

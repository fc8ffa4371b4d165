// How far a form is and what of it the server has.
import { countAnswers, type Count } from '@/lib/domain/report/completeness';
import type { Cell, CellState } from '../grid/entry-cell';
import type { Trouble } from './send-patch';

export type SaveStatus = Count & {
  unsent: number;
  saving: number;
  invalid: number;
  conflicts: number;
  trouble: Trouble | null;
  savedAt: Date | null;
};

/** Counts cells as they are now. */
export function countStatus(
  cells: Iterable<Cell>,
  trouble: Trouble | null,
  savedAt: Date | null,
): SaveStatus {
  const all = [...cells];
  const counts: Partial<Record<CellState, number>> = {};
  for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1;
  return {
    // Of what the server holds: the same number as on every other page.
    ...countAnswers(
      all.map(({ row, saved, theirs }) => ({
        indicator: row.indicator,
        isAsked: row.isAsked,
        figure: theirs ?? saved,
      })),
    ),
    unsent: (counts.waiting ?? 0) + (counts.failed ?? 0),
    saving: counts.saving ?? 0,
    invalid: counts.invalid ?? 0,
    conflicts: counts.conflict ?? 0,
    trouble,
    savedAt,
  };
}

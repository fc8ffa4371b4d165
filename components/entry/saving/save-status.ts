// How far a form is and what of it the server has.
import { Listeners, type ObservableMap } from '@/components/ui/observable';
import { countAnswers, type Count } from '@/lib/domain/report/completeness';
import type { Cell, CellState } from '../cells/entry-cell';
import type { Outbox } from './outbox';
import type { Trouble } from './send-patch';

export type SaveStatus = Count & {
  unsent: number;
  saving: number;
  invalid: number;
  conflicts: number;
  trouble: Trouble | null;
  savedAt: Date | null;
};

/** The status of a page, counted once for all that changes in one go. */
export class PageStatus {
  private current: SaveStatus;
  private isStale = false;
  private listeners = new Listeners();

  constructor(
    private cells: ObservableMap<Cell>,
    private outbox: Outbox,
  ) {
    this.current = countStatus(cells.all(), outbox);
    cells.watch(this.outdate);
    outbox.subscribe(this.outdate);
  }

  subscribe = this.listeners.subscribe;

  read = (): SaveStatus => {
    if (!this.isStale) return this.current;
    this.isStale = false;
    const next = countStatus(this.cells.all(), this.outbox);
    const isSame = (Object.keys(next) as (keyof SaveStatus)[]).every(
      (key) => next[key] === this.current[key],
    );
    if (!isSame) this.current = next;
    return this.current;
  };

  private outdate = (): void => {
    if (!this.isStale) queueMicrotask(() => this.listeners.notify());
    this.isStale = true;
  };
}

function countStatus(
  cells: readonly Cell[],
  { trouble, savedAt }: Pick<Outbox, 'trouble' | 'savedAt'>,
): SaveStatus {
  const counts: Partial<Record<CellState, number>> = {};
  for (const { state } of cells) counts[state] = (counts[state] ?? 0) + 1;
  return {
    // Of what the server holds: the same number as on every other page.
    ...countAnswers(
      cells.map(({ row, saved, theirs }) => ({
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

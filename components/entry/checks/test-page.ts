// Checks of an entry page for tests, over cells of the standard catalogue.
import type { Figure } from '@/lib/domain/figure/figure';
import { readFigure } from '@/lib/domain/figure/read';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { cellOf, issueOf, type Cell, type EntryRow } from '../cells/entry-cell';
import type { CheckInput } from './check-setup';
import { LiveChecks } from './live-checks';

const nothing = {
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  shown: null,
  qualifier: '',
} as const;
export const number = (indicator: string, value: string): Figure => ({
  ...nothing,
  indicator,
  measure: 'level',
  answer: 'number',
  value,
});
export const rowOf = (
  code: string,
  previous: string | null = null,
  more: Partial<EntryRow> = {},
): EntryRow => ({
  indicator: catalogue.indicators.find((one) => one.code === code)!,
  figure: null,
  previous: previous === null ? null : number(code, previous),
  changes: [],
  isAsked: true,
  workedOut: null,
  previousWorkedOut: null,
  mark: null,
  lock: null,
  history: [],
  evidence: [],
  ...more,
});
export const plain = { explanations: [], waived: [], hasPrevious: true, peers: {}, members: null };

/** Cells as a page holds them, without sending anything. */
function makeCells(rows: readonly EntryRow[]) {
  const cells = new Map<string, Cell>(rows.map((row) => [row.indicator.code, cellOf(row)]));
  const watchers = new Set<(cell: Cell) => void>();
  const put = (cell: Cell) => {
    cells.set(cell.row.indicator.code, cell);
    watchers.forEach((watcher) => watcher(cell));
  };
  return {
    get: (code: string) => cells.get(code),
    watch: (watcher: (cell: Cell) => void) => (
      watchers.add(watcher),
      () => watchers.delete(watcher)
    ),
    editing: (code: string, typed: string) =>
      put({ ...cells.get(code)!, content: { typed }, state: 'editing', issue: null }),
    /** As the store leaves a cell that was left, and the server answers it. */
    leave(code: string) {
      const cell = cells.get(code)!;
      const issue = issueOf(cell);
      put(issue ? { ...cell, state: 'invalid', issue } : { ...cell, state: 'waiting' });
      const read =
        'typed' in cell.content ? readFigure(cell.content.typed, cell.row.indicator) : null;
      if (read?.ok)
        put({
          ...cells.get(code)!,
          state: 'saved',
          saved: {
            ...number(code, ''),
            answer: read.answer,
            value: read.answer === 'number' ? read.value : null,
            revision: 1,
            enteredBy: '',
            enteredAt: '',
          },
        });
    },
  };
}

export function open(input: CheckInput) {
  const cells = makeCells(input.rows);
  const live = new LiveChecks(cells, input);
  const end = live.attach();
  const type = (code: string, typed: string) => {
    cells.editing(code, typed);
    cells.leave(code);
    live.run();
  };
  return { cells, live, type, end };
}

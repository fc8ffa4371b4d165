// The cells of one entry page, outside React: each input is notified of its own cell only, so that a form of hundreds
// of rows stays quick.
import { Observable, ObservableMap, type Delivery } from '@/components/ui/observable';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';
import { cellOf, contentOf, isAtRest, type Cell, type EntryRow } from '../cells/entry-cell';
import { BrowserCopy } from './browser-copy';
import { CellEditor } from './cell-editor';
import { Outbox, type Place } from './outbox';
import { PageStatus } from './save-status';

export type EntrySession = {
  place: Place;
  cells: ObservableMap<Cell>;
  editor: CellEditor;
  copy: BrowserCopy;
  status: PageStatus;
  /** Figures that were locked when the page was opened, and that may be changed now. */
  opened: Observable<readonly string[]>;
};

/** Begins a page. `delivery`: when rows are notified. */
export function openSession(
  place: Place,
  rows: readonly EntryRow[],
  delivery?: Delivery,
): EntrySession {
  const cells = new ObservableMap(
    rows.map((row): [string, Cell] => [row.indicator.code, cellOf(row)]),
    delivery,
  );
  const outbox = new Outbox(place, cells);
  return {
    place,
    cells,
    editor: new CellEditor(cells, outbox),
    copy: new BrowserCopy(place, cells, outbox),
    status: new PageStatus(cells, outbox),
    opened: new Observable<readonly string[]>([]),
  };
}

/** Merges what the server sent with a fresh page, except where somebody is typing. */
export function mergeRows({ cells, opened }: EntrySession, rows: readonly EntryRow[]): void {
  const open = rows.filter(
    ({ indicator, lock }) => lock === null && cells.get(indicator.code)?.row.lock,
  );
  if (open.length > 0) opened.set(open.map(({ indicator }) => indicator.code));
  for (const row of rows) {
    const { code } = row.indicator;
    const cell = cells.get(code);
    if (!cell || (isAtRest(cell) && (row.figure?.revision ?? 0) > cell.seen))
      cells.set(code, cellOf(row));
    else if (cell.row !== row) cells.update(code, { row });
  }
}

/** Merges what others have written meanwhile; answers the cells that changed here. */
export function mergeFigures(
  { place, cells, copy }: EntrySession,
  figures: readonly (EnteredFigure & { personId?: string })[],
): string[] {
  return figures.flatMap((figure) => {
    const { indicator: code } = figure;
    const cell = cells.get(code);
    if (!cell || !isAtRest(cell) || figure.revision <= cell.seen) return [];
    cells.update(code, {
      saved: figure,
      seen: figure.revision,
      content: contentOf(figure, cell.row.indicator),
      state: 'idle',
      isNews: true,
    });
    // Saved by the same person on another page.
    if (figure.personId === place.personId) copy.release(code);
    return [code];
  });
}

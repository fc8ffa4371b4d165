// The copy of unsent cells in this browser, of one page: written shortly after a cell changes, offered back on return.
import { Observable, type ObservableMap } from '@/components/ui/observable';
import { isSameContent, isUnsent, unsentOf, type Cell, type Unsent } from '../cells/entry-cell';
import type { CellEditor } from './cell-editor';
import type { Outbox } from './outbox';
import { keepUnsent, readUnsent, type UnsentPlace } from './unsent-figures';

export class BrowserCopy {
  /** What was left unsent the last time, by indicator. */
  readonly offers = new Observable<Readonly<Record<string, Unsent>>>({});
  private changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private place: UnsentPlace,
    private cells: ObservableMap<Cell>,
    outbox: Outbox,
  ) {
    cells.watch(this.follow);
    outbox.subscribe(() => void this.write());
  }

  /** Writes what is unsent at once. An offer stays until it is taken, dropped or released; what was typed over it is
   *  newer. */
  write = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const codes = [...this.changed];
    this.changed.clear();
    if (codes.length === 0) return;
    const offers = this.offers.read();
    const unsent = codes.map(
      (code) => [code, copyOf(this.cells.get(code)) ?? offers[code] ?? null] as const,
    );
    await keepUnsent(this.place, Object.fromEntries(unsent));
  };

  /** Reads what this browser kept of the cells that stand here and say something else; what they say already, and what
   *  may be put into none of them, is not kept on. The person decides what becomes of the rest. */
  async recall(): Promise<void> {
    const kept = Object.entries(await readUnsent(this.place)).filter(
      ([code]) => this.cells.get(code)?.state === 'idle',
    );
    const isOver = ([code, unsent]: [string, Unsent]) => {
      const { row, content } = this.cells.get(code)!;
      return row.lock !== null || isSameContent(unsent, content);
    };
    this.offers.set(Object.fromEntries(kept.filter((one) => !isOver(one))));
    await keepUnsent(
      this.place,
      Object.fromEntries(kept.filter(isOver).map(([code]) => [code, null])),
    );
  }

  /** Puts the offers into their cells, over the revisions they were typed over, as one step. */
  take(editor: CellEditor): void {
    if (!editor.isOpen.read()) return;
    const offers = Object.entries(this.offers.read());
    this.offers.set({});
    editor.history.asOne(() => {
      for (const [code, { revision, at: _at, ...content }] of offers) {
        this.cells.update(code, { seen: revision });
        editor.choose(code, content);
      }
    });
  }

  async drop(): Promise<void> {
    const codes = Object.keys(this.offers.read());
    this.offers.set({});
    await keepUnsent(
      this.place,
      Object.fromEntries(codes.map((code) => [code, copyOf(this.cells.get(code))])),
    );
  }

  /** A cell was saved or locked: what was offered for it is no longer. */
  release(code: string): void {
    const { [code]: offer, ...others } = this.offers.read();
    if (!offer) return;
    this.offers.set(others);
    this.touch(code, false);
  }

  private follow = ({ row, state }: Cell): void => {
    const { code } = row.indicator;
    if (state === 'saved' || row.lock) this.release(code);
    // Whatever becomes of server and network, what is to be sent is in the browser first.
    this.touch(code, state === 'waiting');
  };

  private touch(code: string, isDue: boolean): void {
    this.changed.add(code);
    if (isDue) clearTimeout(this.timer);
    if (isDue || this.timer === undefined) this.timer = setTimeout(this.write, isDue ? 0 : 300);
  }
}

const copyOf = (cell: Cell | undefined): Unsent | null =>
  cell && isUnsent(cell) ? unsentOf(cell) : null;

// The copy of unsent cells in this browser, of one page: written shortly after a cell changes, offered back on return.
import { isSameContent, isUnsent, unsentOf, type Cell, type Unsent } from '../grid/entry-cell';
import { keepUnsent, readUnsent, type UnsentPlace } from './unsent-figures';

export class BrowserCopy {
  /** What was left unsent the last time. */
  offers: Readonly<Record<string, Unsent>> = {};
  private changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private place: UnsentPlace,
    private find: (code: string) => Cell | undefined,
  ) {}

  /** A cell changed. `isDue`: it is to be in the browser before it is sent. */
  touch(code: string, isDue = false): void {
    this.changed.add(code);
    if (isDue) clearTimeout(this.timer);
    if (isDue || this.timer === undefined) this.timer = setTimeout(this.write, isDue ? 0 : 300);
  }

  /** Writes what is unsent at once. An offer stays until it is taken, dropped or let go; what was typed over it is newer. */
  write = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const codes = [...this.changed];
    this.changed.clear();
    if (codes.length === 0) return;
    const unsent = codes.map(
      (code) => [code, copyOf(this.find(code)) ?? this.offers[code] ?? null] as const,
    );
    await keepUnsent(this.place, Object.fromEntries(unsent));
  };

  /** Reads what this browser kept of the cells that stand here and say something else; what they say already, and what
   *  may be put into none of them, is not kept on. */
  async recall(): Promise<void> {
    const kept = Object.entries(await readUnsent(this.place)).filter(
      ([code]) => this.find(code)?.state === 'idle',
    );
    const isOver = ([code, unsent]: [string, Unsent]) =>
      this.find(code)!.row.lock !== null || isSameContent(unsent, this.find(code)!.content);
    this.offers = Object.fromEntries(kept.filter((one) => !isOver(one)));
    await keepUnsent(
      this.place,
      Object.fromEntries(kept.filter(isOver).map(([code]) => [code, null])),
    );
  }

  /** A cell was saved or locked: what was offered for it is no longer; answers whether anything was. */
  letGo(code: string): boolean {
    if (!(code in this.offers)) return false;
    this.offers = Object.fromEntries(Object.entries(this.offers).filter(([of]) => of !== code));
    this.touch(code);
    return true;
  }

  /** The offers, which are offers no more. */
  take(): [string, Unsent][] {
    const offers = Object.entries(this.offers);
    this.offers = {};
    return offers;
  }

  async drop(): Promise<void> {
    await keepUnsent(
      this.place,
      Object.fromEntries(this.take().map(([code]) => [code, copyOf(this.find(code))])),
    );
  }
}

const copyOf = (cell: Cell | undefined): Unsent | null =>
  cell && isUnsent(cell) ? unsentOf(cell) : null;

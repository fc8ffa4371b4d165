// The copy of unsent cells in this browser, of one page: written shortly after a cell changes, offered back on return.
import { isSameContent, isUnsent, unsentOf, type Cell, type Unsent } from './entry-cell';
import { keepUnsent, readUnsent } from './unsent-figures';

type Place = { personId: string; reportId: string };

export class BrowserCopy {
  /** What was left unsent the last time. */
  offers: Readonly<Record<string, Unsent>> = {};
  private changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private place: Place,
    private find: (code: string) => Cell | undefined,
  ) {}

  /** A cell changed. `isDue`: it is to be in the browser before it is sent. */
  touch(code: string, isDue = false): void {
    this.changed.add(code);
    if (isDue) clearTimeout(this.timer);
    if (isDue || this.timer === undefined) this.timer = setTimeout(this.write, isDue ? 0 : 300);
  }

  /** Writes what is unsent at once. Offers stay until they are taken or dropped. */
  write = async (): Promise<void> => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const codes = [...this.changed].filter((code) => !(code in this.offers));
    this.changed.clear();
    if (codes.length === 0) return;
    const unsent = codes.map((code) => [code, copyOf(this.find(code))] as const);
    await keepUnsent(this.place, Object.fromEntries(unsent));
  };

  /** Reads what this browser kept of the cells that stand here and say something else. */
  async recall(): Promise<void> {
    const kept = Object.entries(await readUnsent(this.place)).filter(([code, unsent]) => {
      const cell = this.find(code);
      return cell && cell.state === 'idle' && !isSameContent(unsent, cell.content);
    });
    this.offers = Object.fromEntries(kept);
  }

  /** The offers, which are offers no more. */
  take(): [string, Unsent][] {
    const offers = Object.entries(this.offers);
    this.offers = {};
    return offers;
  }

  async drop(): Promise<void> {
    await keepUnsent(this.place, Object.fromEntries(this.take().map(([code]) => [code, null])));
  }
}

const copyOf = (cell: Cell | undefined): Unsent | null => (cell && isUnsent(cell) ? unsentOf(cell) : null);

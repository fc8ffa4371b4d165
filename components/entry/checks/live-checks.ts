// The checks of an entry page while it is filled in, outside React like the cells: a row is notified only of what is
// said at its own figure, and soon after a key, never before it.
import { Listeners, type Delivery, type ObservableMap } from '@/components/ui/observable';
import type { Standing } from '@/lib/domain/report/readiness';
import type { Cell } from '../cells/entry-cell';
import type { CheckInput } from './check-setup';
import { CheckViews } from './check-views';
import { PageChecks, type CellVerdicts, type Verdict } from './page-checks';

/** How many checks fail on the page. `news`: what came of the last figure that was put in; null while there is none. */
export type CheckStatus = {
  counts: Readonly<Record<Standing, number>>;
  isStale: boolean;
  news: { cell: string; verdict: Verdict | null } | null;
};

/** So long after a figure was put in: the key is answered first. */
const pause = 40;

export class LiveChecks {
  page: PageChecks;
  readonly views: CheckViews;
  /** Figures that somebody began to change, or left, since the views were made. */
  private turned = new Set<string>();
  private dirty = new Set<string>();
  private listeners = new Listeners();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: CheckStatus;

  constructor(
    private cells: Pick<ObservableMap<Cell>, 'get' | 'watch'>,
    private input: CheckInput,
    delivery?: Delivery,
  ) {
    this.views = new CheckViews(delivery);
    this.page = new PageChecks(cells, input);
    this.current = { ...this.page.count(), news: null };
    this.evaluate(this.page.codes(), false);
  }

  subscribeStatus = this.listeners.subscribe;

  at = (code: string): CellVerdicts => {
    this.settle();
    return this.views.at(code);
  };

  status = (): CheckStatus => {
    this.settle();
    return this.current;
  };

  attach = (): (() => void) => {
    const end = this.cells.watch(this.follow);
    return () => {
      clearTimeout(this.timer);
      end();
    };
  };

  /** Merges what the server sent with a fresh page. */
  merge(input: CheckInput): void {
    if (input === this.input) return;
    this.input = input;
    this.page = new PageChecks(this.cells, input, this.page);
    this.views.clear();
    this.evaluate(this.page.codes(), false);
  }

  /** Changes what the checks know besides the cells of the page, and runs those that look at the figures answered. */
  change(work: (page: PageChecks) => string[]): void {
    const codes = work(this.page);
    if (codes.length > 0) this.evaluate(codes, false);
  }

  /** Checks at once what was changed. */
  run = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.dirty.size > 0) this.evaluate([...this.dirty], true);
    this.dirty.clear();
  };

  private follow = (cell: Cell): void => {
    const { code } = cell.row.indicator;
    const wasUnsettled = this.page.unsettled.has(code);
    const isOther = this.page.take(cell);
    if (this.page.unsettled.has(code) !== wasUnsettled) {
      // Once for all that changes in one go: a paste passes through hundreds of cells.
      if (this.turned.size === 0) queueMicrotask(this.notify);
      this.turned.add(code);
    }
    if (!isOther) return;
    this.dirty.add(code);
    this.timer ??= setTimeout(this.run, pause);
  };

  /** Takes in which figures are being changed. */
  private settle(): void {
    if (this.turned.size === 0) return;
    const cells = this.page.cellsAround(this.turned);
    this.turned.clear();
    this.view(cells);
  }

  private evaluate(codes: readonly string[], isNews: boolean): void {
    this.view(this.page.run(codes, isNews));
    const cell = codes.at(-1);
    if (isNews && cell) {
      const isOpen = ({ standing }: Verdict) => standing !== 'explained' && standing !== 'waived';
      const verdict = this.at(cell).verdicts.find(isOpen) ?? null;
      this.current = { ...this.current, news: { cell, verdict } };
    }
    this.notify();
  }

  private view(codes: Iterable<string>): void {
    for (const code of codes) this.views.set(code, this.page.at(code));
    this.current = { ...this.current, ...this.page.count() };
  }

  private notify = (): void => {
    this.settle();
    this.views.notify();
    this.listeners.notify();
  };
}

/** Whether something at this figure asks to be put right or explained. */
export const asksAt = ({ verdicts }: CellVerdicts, code: string): boolean =>
  verdicts.some(
    ({ standing, home }) => home === code && (standing === 'failing' || standing === 'unexplained'),
  );

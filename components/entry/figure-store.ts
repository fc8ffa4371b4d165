// The cells of one entry page, outside React: each input hears only of its own cell, so that a form of hundreds of
// rows stays quick. Nothing counts as saved before the server said so.
import { countAnswers, type Count } from '@/lib/domain/completeness';
import { cellOf, contentOf, isSameContent, isUnsent, issueOf, saysTheSame, unsentOf, type Cell, type Content, type EntryRow, type Reason } from './entry-cell';
import { delayAfter, sendEdits, type Edit, type Result, type Trouble } from './figure-sender';
import { keepUnsent, readUnsent, type Unsent } from './unsent-figures';

export type SaveStatus = Count & {
  unsent: number;
  saving: number;
  invalid: number;
  conflicts: number;
  trouble: Trouble | null;
  savedAt: Date | null;
};

type Place = { address: string; personId: string; reportId: string };

export class FigureStore {
  private cells: Map<string, Cell>;
  private queue = new Set<string>();
  private listeners = new Map<string, Set<() => void>>();
  private statusListeners = new Set<() => void>();
  private isSending = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private trouble: Trouble | null = null;
  private savedAt: Date | null = null;
  private current: SaveStatus;
  /** What was left unsent the last time, offered back. */
  private offers: Readonly<Record<string, Unsent>> = {};

  constructor(
    private place: Place,
    rows: readonly EntryRow[],
  ) {
    this.cells = new Map(rows.map((row) => [row.indicator.code, cellOf(row)]));
    this.current = this.countStatus();
  }

  cell = (code: string): Cell | undefined => this.cells.get(code);
  status = (): SaveStatus => this.current;
  offered = (): Readonly<Record<string, Unsent>> => this.offers;

  subscribe = (code: string, listener: () => void): (() => void) => {
    const all = this.listeners.get(code) ?? new Set();
    this.listeners.set(code, all.add(listener));
    return () => all.delete(listener);
  };

  subscribeStatus = (listener: () => void): (() => void) => {
    this.statusListeners.add(listener);
    return () => this.statusListeners.delete(listener);
  };

  type(code: string, typed: string): void {
    this.queue.delete(code);
    this.update(code, { content: { typed }, state: 'editing', issue: null, theirs: null });
  }

  /** 不适用 or 无法取得 with its reason, or back to a number. */
  choose(code: string, content: Content): void {
    this.queue.delete(code);
    this.update(code, { content, state: 'editing', issue: null, theirs: null });
    if ('answer' in content) this.commit(code);
  }

  chooseAnswer(code: string, answer: Reason | 'number'): void {
    this.choose(code, answer === 'number' ? { typed: '' } : { answer, note: null });
    this.commit(code);
  }

  /** A number → 不适用 → 无法取得 → a number. */
  cycleAnswer(code: string): void {
    const content = this.cells.get(code)?.content;
    if (!content) return;
    if ('typed' in content) this.chooseAnswer(code, 'not_applicable');
    else this.chooseAnswer(code, content.answer === 'not_applicable' ? 'not_available' : 'number');
  }

  /** The person left the cell: what is right goes off, what is wrong stays and says why. */
  commit(code: string): void {
    const cell = this.cells.get(code);
    if (!cell || cell.state !== 'editing') return;
    const issue = issueOf(cell);
    if (issue) this.update(code, { state: 'invalid', issue });
    else if (saysTheSame(cell)) this.update(code, { state: 'idle', content: contentOf(cell.saved, cell.row.indicator) });
    else this.enqueue(code);
  }

  /** Back to what the server holds. */
  restore(code: string): void {
    const cell = this.cells.get(code);
    if (cell) this.update(code, { content: contentOf(cell.saved, cell.row.indicator), state: 'idle', issue: null, theirs: null });
    this.queue.delete(code);
  }

  /** Whose figure stands after two people wrote into one cell. */
  resolve(code: string, keep: 'mine' | 'theirs'): void {
    const cell = this.cells.get(code);
    if (!cell?.theirs) return;
    const { theirs, row } = cell;
    this.update(code, { saved: theirs, seen: theirs.revision, theirs: null });
    if (keep === 'mine') this.enqueue(code);
    else this.update(code, { content: contentOf(theirs, row.indicator), state: 'idle' });
  }

  /** Saves now: everything typed, and everything that failed. */
  saveNow(): void {
    for (const [code, { state }] of this.cells) {
      if (state === 'editing') this.commit(code);
      else if (state === 'failed') this.enqueue(code);
    }
    this.attempt = 0;
    this.schedule(0);
  }

  /** Takes over what the server sent with a fresh page, except where somebody is typing. */
  adopt(rows: readonly EntryRow[]): void {
    for (const row of rows) {
      const cell = this.cells.get(row.indicator.code);
      if (!cell) this.cells.set(row.indicator.code, cellOf(row));
      else if ((cell.state === 'idle' || cell.state === 'saved') && (row.figure?.revision ?? 0) > cell.seen) {
        this.update(row.indicator.code, cellOf(row));
      }
    }
  }

  /** Reads what this browser kept; the person decides what becomes of it. */
  recall(): void {
    const kept = Object.entries(readUnsent(this.place.personId, this.place.reportId)).filter(([code, unsent]) => {
      const cell = this.cells.get(code);
      return cell && cell.state === 'idle' && !isSameContent(unsent, cell.content);
    });
    this.setOffers(Object.fromEntries(kept));
  }

  takeOffers(): void {
    for (const [code, { revision, at: _at, ...content }] of Object.entries(this.offers)) {
      this.update(code, { content, seen: revision, state: 'editing', issue: null });
      this.commit(code);
    }
    this.setOffers({});
  }

  dropOffers(): void {
    this.setOffers({});
    this.keep();
  }

  /** Writes what is unsent into the browser at once. Offers stay until they are taken or dropped. */
  keep = (): void => {
    clearTimeout(this.keepTimer);
    const others = Object.entries(readUnsent(this.place.personId, this.place.reportId)).filter(([code]) => !this.cells.has(code));
    const mine = [...this.cells].filter(([, cell]) => isUnsent(cell)).map(([code, cell]) => [code, unsentOf(cell)] as const);
    keepUnsent(this.place.personId, this.place.reportId, { ...Object.fromEntries(others), ...this.offers, ...Object.fromEntries(mine) });
  };

  private enqueue(code: string): void {
    this.update(code, { state: 'waiting' });
    this.queue.add(code);
    if (!this.trouble) this.schedule(30);
    else if (this.timer === undefined) this.schedule(0);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, delay);
  }

  private async flush(): Promise<void> {
    if (this.isSending || this.queue.size === 0) return;
    this.isSending = true;
    const sent = new Map<string, Content>();
    const edits = [...this.queue].slice(0, 100).map((code): Edit => {
      const { content, seen } = this.cells.get(code)!;
      sent.set(code, content);
      return { indicator: code, revision: seen, ...content };
    });
    for (const code of sent.keys()) {
      this.queue.delete(code);
      this.update(code, { state: 'saving' });
    }
    const answer = await sendEdits(this.place.address, edits);
    this.isSending = false;
    if ('results' in answer) {
      this.attempt = 0;
      this.trouble = null;
      for (const result of answer.results) this.apply(result, sent.get(result.indicator)!);
      if (this.queue.size > 0) this.schedule(0);
    } else this.fail(answer.trouble, sent);
    this.keep();
    this.tellStatus();
  }

  private apply(result: Result, sent: Content): void {
    const cell = this.cells.get(result.indicator)!;
    const isAsSent = isSameContent(cell.content, sent) && !this.queue.has(result.indicator);
    if (result.outcome === 'invalid') {
      if (isAsSent) this.update(result.indicator, { state: 'invalid', issue: result.issue });
      return;
    }
    if (result.outcome === 'conflict') {
      this.queue.delete(result.indicator);
      this.update(result.indicator, { state: 'conflict', theirs: result.figure });
      return;
    }
    this.savedAt = new Date();
    const { figure } = result;
    this.update(result.indicator, { saved: figure, seen: figure.revision });
    // Somebody typed on while it was on its way: that goes off by itself, on top of what was saved.
    if (isAsSent) this.update(result.indicator, { state: 'saved', content: contentOf(figure, cell.row.indicator) });
  }

  private fail(trouble: Trouble, sent: ReadonlyMap<string, Content>): void {
    this.trouble = trouble;
    for (const code of sent.keys()) {
      if (this.cells.get(code)!.state !== 'saving') continue;
      this.update(code, { state: trouble.kind === 'refused' ? 'failed' : 'waiting' });
      if (trouble.kind !== 'refused') this.queue.add(code);
    }
    if (this.queue.size > 0) this.schedule(delayAfter(this.attempt++));
  }

  private update(code: string, change: Partial<Cell>): void {
    const cell = this.cells.get(code);
    if (!cell) return;
    this.cells.set(code, { ...cell, ...change });
    this.listeners.get(code)?.forEach((listener) => listener());
    this.tellStatus();
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(this.keep, 300);
  }

  private setOffers(offers: Record<string, Unsent>): void {
    this.offers = offers;
    this.statusListeners.forEach((listener) => listener());
  }

  private tellStatus(): void {
    const next = this.countStatus();
    const isSame = (Object.keys(next) as (keyof SaveStatus)[]).every((key) => next[key] === this.current[key]);
    if (isSame) return;
    this.current = next;
    this.statusListeners.forEach((listener) => listener());
  }

  private countStatus(): SaveStatus {
    const all = [...this.cells.values()];
    const count = (...states: Cell['state'][]) => all.filter(({ state }) => states.includes(state)).length;
    return {
      // Of what the server holds: the same number as on every other page.
      ...countAnswers(all.map(({ row, saved, theirs }) => ({ ...row, figure: theirs ?? saved }))),
      unsent: count('waiting', 'failed'),
      saving: count('saving'),
      invalid: count('invalid'),
      conflicts: count('conflict'),
      trouble: this.trouble,
      savedAt: this.savedAt,
    };
  }
}

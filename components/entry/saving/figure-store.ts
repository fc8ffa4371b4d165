// The cells of one entry page, outside React: each input hears only of its own cell, so that a form of hundreds of
// rows stays quick. Nothing counts as saved before the server said so.
import { Listeners, NamedListeners } from '@/components/ui/listeners';
import { BrowserCopy } from './browser-copy';
import {
  cellOf,
  contentOf,
  isAtRest,
  isSameContent,
  issueOf,
  saysTheSame,
  valueOf,
  type Cell,
  type Content,
  type Details,
  type EntryRow,
  type EvidenceItem,
  type Reason,
  type ServerFigure,
  type Unsent,
} from '../grid/entry-cell';
import type { Result } from './figure-sender';
import { Outbox } from './outbox';
import { RowsInSight } from '../grid/viewport';
import { countStatus, type SaveStatus } from './save-status';
import type { UnsentPlace } from './unsent-figures';
import { UndoHistory } from '../grid/undo-history';

/** `submission`: the one the page shows. */
export type Place = { address: string } & UnsentPlace;

export class FigureStore {
  private cells: Map<string, Cell>;
  private listeners = new NamedListeners();
  private statusListeners = new Listeners();
  private watchers = new Listeners<Cell>();
  private outbox: Outbox;
  private history = new UndoHistory();
  private isBackwards = false;
  private savedAt: Date | null = null;
  private current: SaveStatus;
  private isStale = false;
  private isOpen = true;
  private openedCodes: readonly string[] = [];
  private copy: BrowserCopy;
  /** The submission that the person has seen, by this page or by a conflict that they settled. */
  private submission: number;
  /** The one in which the figure stands that the last conflict told of. */
  private standing: number;

  constructor(
    readonly place: Place,
    rows: readonly EntryRow[],
    private sight = new RowsInSight(),
  ) {
    this.submission = this.standing = place.submission;
    this.cells = new Map(rows.map((row) => [row.indicator.code, cellOf(row)]));
    this.copy = new BrowserCopy(place, this.cell);
    this.outbox = new Outbox(place, {
      editOf: (code) => ({
        submission: this.submission,
        revision: this.cells.get(code)!.seen,
        content: this.cells.get(code)!.content,
      }),
      began: (codes) => codes.forEach((code) => this.update(code, { state: 'saving' })),
      answered: (result, sent) => this.apply(result, sent),
      failed: (codes, { kind }) => {
        for (const code of codes) {
          if (this.cells.get(code)!.state === 'saving')
            this.update(code, { state: kind === 'refused' ? 'failed' : 'waiting' });
        }
      },
      settled: () => {
        void this.copy.write();
        this.tellStatus();
      },
    });
    this.current = this.countStatus();
  }

  cell = (code: string): Cell | undefined => this.cells.get(code);
  codes = (): string[] => [...this.cells.keys()];
  /** What was left unsent the last time, while it may be put in. */
  offered = (): Readonly<Record<string, Unsent>> => (this.isOpen ? this.copy.offers : none);
  /** Writes what is unsent into the browser at once. */
  keep = (): Promise<void> => this.copy.write();

  status = (): SaveStatus => {
    if (!this.isStale) return this.current;
    this.isStale = false;
    const next = this.countStatus();
    const isSame = (Object.keys(next) as (keyof SaveStatus)[]).every(
      (key) => next[key] === this.current[key],
    );
    if (!isSame) this.current = next;
    return this.current;
  };

  subscribe = this.listeners.add;
  subscribeStatus = this.statusListeners.add;

  /** Figures that were locked when the page was opened, and that may be changed now. */
  opened = (): readonly string[] => this.openedCodes;

  /** Whether the report may be filled in. What stands in the cells stays there. */
  setOpen(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.tellOffers();
  }

  /** Hears of every cell that changes. */
  watch = this.watchers.add;

  type(code: string, typed: string): void {
    const cell = this.cells.get(code);
    if (!cell || cell.row.lock || !this.isOpen) return;
    this.outbox.drop(code);
    const { content, state, issue, before } = cell;
    this.update(code, {
      content: { typed, ...detailsIn(content) },
      state: 'editing',
      issue: null,
      theirs: null,
      isNews: false,
      before: before ?? { content, state, issue },
    });
  }

  /** A number as typed, 不适用 or 无法取得 with its reason: put in and sent. */
  choose(code: string, content: Content): void {
    const cell = this.cells.get(code);
    if (!cell || cell.row.lock || !this.isOpen) return;
    this.outbox.drop(code);
    const before = cell.before ?? { content: cell.content, state: cell.state, issue: cell.issue };
    this.update(code, {
      content,
      state: 'editing',
      issue: null,
      theirs: null,
      isNews: false,
      before,
    });
    this.commit(code);
  }

  chooseAnswer(code: string, answer: Reason | 'number'): void {
    this.choose(code, answer === 'number' ? { typed: '' } : { answer, note: null });
  }

  /** A number → 不适用 → 无法取得 → a number. */
  cycleAnswer(code: string): void {
    const content = this.cells.get(code)?.content;
    if (!content) return;
    if ('typed' in content) this.chooseAnswer(code, 'not_applicable');
    else this.chooseAnswer(code, content.answer === 'not_applicable' ? 'not_available' : 'number');
  }

  /** Note, scope and date of a number. */
  describe(code: string, details: Details): void {
    const content = this.cells.get(code)?.content;
    if (content && 'typed' in content) this.choose(code, { typed: content.typed, details });
  }

  /** Many cells in one step. */
  fill(entries: readonly { code: string; content: Content }[]): void {
    this.history.asOne(() => entries.forEach(({ code, content }) => this.choose(code, content)));
  }

  /** The person said that the unit is right. */
  acceptUnit(code: string): void {
    const cell = this.cells.get(code);
    if (cell) this.update(code, { acceptedValue: valueOf(cell) });
  }

  setEvidence(code: string, evidence: readonly EvidenceItem[]): void {
    const cell = this.cells.get(code);
    if (cell) this.update(code, { row: { ...cell.row, evidence } });
  }

  /** Puts back what the last step changed, and saves that; answers the cells. */
  undo = (): string[] => this.goBack(this.history.undo());
  redo = (): string[] => this.goBack(this.history.redo());

  /** The person left the cell: what is right goes off, what is wrong stays and says why. */
  commit(code: string): void {
    const cell = this.cells.get(code);
    if (!cell || cell.state !== 'editing') return;
    if (cell.before && !this.isBackwards)
      this.history.record({ code, before: cell.before.content, after: cell.content });
    const issue = issueOf(cell);
    if (issue) this.update(code, { state: 'invalid', issue, before: null });
    // What stands on the server says nothing while something else is on its way there.
    else if (saysTheSame(cell) && !this.outbox.isOnItsWay(code))
      this.update(code, {
        state: 'idle',
        content: contentOf(cell.saved, cell.row.indicator),
        before: null,
      });
    else this.enqueue(code);
  }

  /** Back to what stood here before typing; where nothing is being typed, to what the server holds. */
  cancel(code: string): void {
    const cell = this.cells.get(code);
    if (cell?.state !== 'editing' || !cell.before) return this.restore(code);
    const { content, state, issue } = cell.before;
    this.update(code, { content, issue, before: null, state: 'editing' });
    // What was on its way when typing began goes off again.
    if (state === 'waiting' || state === 'saving' || state === 'failed') this.enqueue(code);
    else this.update(code, { state });
  }

  /** Back to what the server holds. */
  restore(code: string): void {
    const cell = this.cells.get(code);
    if (cell)
      this.update(code, {
        content: contentOf(cell.saved, cell.row.indicator),
        state: 'idle',
        issue: null,
        theirs: null,
        before: null,
      });
    this.outbox.drop(code);
  }

  /** Whose figure stands after two people wrote into one cell. */
  resolve(code: string, keep: 'mine' | 'theirs'): void {
    const cell = this.cells.get(code);
    if (!cell?.theirs) return;
    const { theirs, row } = cell;
    this.submission = this.standing;
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
    this.outbox.sendNow();
  }

  /** Takes over what the server sent with a fresh page, except where somebody is typing. */
  adopt(rows: readonly EntryRow[]): void {
    const opened = rows.filter(
      ({ indicator, lock }) => lock === null && this.cells.get(indicator.code)?.row.lock,
    );
    if (opened.length > 0) this.openedCodes = opened.map(({ indicator }) => indicator.code);
    for (const row of rows) {
      const { code } = row.indicator;
      const cell = this.cells.get(code);
      if (!cell) this.cells.set(code, cellOf(row));
      else if (isAtRest(cell) && (row.figure?.revision ?? 0) > cell.seen)
        this.update(code, cellOf(row));
      else if (cell.row !== row) this.update(code, { row });
      if (row.lock) this.letGo(code);
    }
  }

  /** Takes over what others have written meanwhile; answers the cells that changed here. */
  hear(figures: readonly (ServerFigure & { personId?: string })[]): string[] {
    return figures.flatMap((figure) => {
      const cell = this.cells.get(figure.indicator);
      if (!cell || !isAtRest(cell) || figure.revision <= cell.seen) return [];
      this.update(figure.indicator, {
        saved: figure,
        seen: figure.revision,
        content: contentOf(figure, cell.row.indicator),
        state: 'idle',
        isNews: true,
      });
      // Saved by the same person on another page.
      if (figure.personId === this.place.personId) this.letGo(figure.indicator);
      return [figure.indicator];
    });
  }

  /** Reads what this browser kept; the person decides what becomes of it. */
  async recall(): Promise<void> {
    await this.copy.recall();
    this.tellOffers();
  }

  takeOffers(): void {
    this.history.asOne(() => {
      for (const [code, { revision, at: _at, ...content }] of this.copy.take()) {
        this.update(code, { seen: revision });
        this.choose(code, content);
      }
    });
    this.tellOffers();
  }

  async dropOffers(): Promise<void> {
    const dropped = this.copy.drop();
    this.tellOffers();
    await dropped;
  }

  private goBack(step: { code: string; content: Content }[] | null): string[] {
    this.isBackwards = true;
    for (const { code, content } of step ?? []) this.choose(code, content);
    this.isBackwards = false;
    return (step ?? []).map(({ code }) => code);
  }

  private enqueue(code: string): void {
    this.update(code, { state: 'waiting', before: null });
    this.outbox.add(code);
    // Whatever becomes of server and network, it is in the browser.
    this.copy.touch(code, true);
  }

  private apply(result: Result, sent: Content): void {
    const cell = this.cells.get(result.indicator)!;
    const isAsSent = isSameContent(cell.content, sent) && !this.outbox.has(result.indicator);
    if (result.outcome === 'invalid') {
      if (isAsSent) this.update(result.indicator, { state: 'invalid', issue: result.issue });
      return;
    }
    if (result.outcome === 'conflict') {
      this.outbox.drop(result.indicator);
      this.standing = result.submission;
      this.update(result.indicator, { state: 'conflict', theirs: result.figure });
      return;
    }
    this.savedAt = new Date();
    this.letGo(result.indicator);
    const { figure } = result;
    this.update(result.indicator, { saved: figure, seen: figure.revision });
    // Somebody typed on while it was on its way: that goes off by itself, on top of what was saved.
    if (isAsSent)
      this.update(result.indicator, {
        state: 'saved',
        content: contentOf(figure, cell.row.indicator),
      });
    else if (isAtRest(cell)) this.enqueue(result.indicator);
  }

  private update(code: string, change: Partial<Cell>): void {
    const cell = this.cells.get(code);
    if (!cell) return;
    const next = { ...cell, ...change };
    this.cells.set(code, next);
    this.sight.tell(this.listeners, code);
    this.watchers.tell(next);
    this.tellStatus();
    this.copy.touch(code);
  }

  private letGo(code: string): void {
    if (this.copy.letGo(code)) this.tellOffers();
  }

  private tellOffers(): void {
    this.statusListeners.tell();
  }

  private tellStatus(): void {
    // Counted once for all that changes in one go.
    if (!this.isStale) queueMicrotask(() => this.statusListeners.tell());
    this.isStale = true;
  }

  private countStatus(): SaveStatus {
    return countStatus(this.cells.values(), this.outbox.trouble, this.savedAt);
  }
}

const none: Readonly<Record<string, Unsent>> = {};
const detailsIn = (content: Content): { details?: Details } =>
  'typed' in content && content.details ? { details: content.details } : {};

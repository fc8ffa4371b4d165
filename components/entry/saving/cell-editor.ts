// What a person does to the cells of an entry page: types, chooses, leaves, takes back, settles.
import { Observable, type ObservableMap } from '@/components/ui/observable';
import type { FigureContent, FigureDetails, Reason } from '@/lib/domain/entry/figure-edit';
import { contentOf, issueOf, saysTheSame, type Cell } from '../cells/entry-cell';
import { UndoHistory } from '../cells/undo-history';
import type { Outbox } from './outbox';

export class CellEditor {
  /** Whether the report may be filled in. What stands in the cells stays there. */
  readonly isOpen = new Observable(true);
  readonly history = new UndoHistory();

  constructor(
    private cells: ObservableMap<Cell>,
    private outbox: Outbox,
  ) {}

  type(code: string, typed: string): void {
    const content = this.cells.get(code)?.content;
    if (content) this.put(code, { typed, ...detailsIn(content) });
  }

  /** A number as typed, 不适用 or 无法取得 with its reason: put in and sent. */
  choose = (code: string, content: FigureContent): void => {
    if (this.put(code, content)) this.commit(code);
  };

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
  describe(code: string, details: FigureDetails): void {
    const content = this.cells.get(code)?.content;
    if (content && 'typed' in content) this.choose(code, { typed: content.typed, details });
  }

  /** Many cells in one step. */
  fill(entries: readonly { code: string; content: FigureContent }[]): void {
    this.history.asOne(() => entries.forEach(({ code, content }) => this.choose(code, content)));
  }

  /** Puts back what the last step changed, and saves that; answers the cells. */
  undo = (): string[] => this.history.undo(this.choose);
  redo = (): string[] => this.history.redo(this.choose);

  /** The person left the cell: what is right goes off, what is wrong stays and says why. */
  commit(code: string): void {
    const cell = this.cells.get(code);
    if (!cell || cell.state !== 'editing') return;
    if (cell.before)
      this.history.record({ code, before: cell.before.content, after: cell.content });
    const issue = issueOf(cell);
    if (issue) this.cells.update(code, { state: 'invalid', issue, before: null });
    // What stands on the server says nothing while something else is on its way there.
    else if (saysTheSame(cell) && !this.outbox.isOnItsWay(code))
      this.cells.update(code, {
        state: 'idle',
        content: contentOf(cell.saved, cell.row.indicator),
        before: null,
      });
    else this.outbox.add(code);
  }

  /** Back to what stood here before typing; where nothing is being typed, to what the server holds. */
  cancel(code: string): void {
    const cell = this.cells.get(code);
    if (cell?.state !== 'editing' || !cell.before) return this.restore(code);
    const { content, state, issue } = cell.before;
    this.cells.update(code, { content, issue, before: null, state: 'editing' });
    // What was on its way when typing began goes off again.
    if (state === 'waiting' || state === 'saving' || state === 'failed') this.outbox.add(code);
    else this.cells.update(code, { state });
  }

  /** Back to what the server holds. */
  restore(code: string): void {
    const cell = this.cells.get(code);
    if (cell)
      this.cells.update(code, {
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
    this.outbox.settle(code);
    if (keep === 'mine') this.outbox.add(code);
    else
      this.cells.update(code, {
        content: contentOf(cell.theirs, cell.row.indicator),
        state: 'idle',
      });
  }

  /** Saves now: everything typed, and everything that failed. */
  saveNow(): void {
    for (const { row, state } of this.cells.all()) {
      if (state === 'editing') this.commit(row.indicator.code);
      else if (state === 'failed') this.outbox.add(row.indicator.code);
    }
    this.outbox.sendNow();
  }

  /** Whether it may be put there. */
  private put(code: string, content: FigureContent): boolean {
    const cell = this.cells.get(code);
    if (!cell || cell.row.lock || !this.isOpen.read()) return false;
    this.outbox.drop(code);
    const before = cell.before ?? { content: cell.content, state: cell.state, issue: cell.issue };
    this.cells.update(code, {
      content,
      state: 'editing',
      issue: null,
      theirs: null,
      isNews: false,
      before,
    });
    return true;
  }
}

const detailsIn = (content: FigureContent): { details?: FigureDetails } =>
  'typed' in content && content.details ? { details: content.details } : {};

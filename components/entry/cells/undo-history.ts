// Ctrl+Z over the whole form: what this person changed on this page, a paste as one step.
import type { FigureContent } from '@/lib/domain/entry/figure-edit';
import { isSameContent } from './entry-cell';

type Change = { code: string; before: FigureContent; after: FigureContent };
type Put = (code: string, content: FigureContent) => void;

const mostSteps = 100;

export class UndoHistory {
  private done: Change[][] = [];
  private undone: Change[][] = [];
  private open: Map<string, Change> | null = null;
  private isReplaying = false;

  /** Everything recorded while `work` runs is one step. */
  asOne(work: () => void): void {
    if (this.open) return work();
    this.open = new Map();
    work();
    const step = [...this.open.values()].filter(
      ({ before, after }) => !isSameContent(before, after),
    );
    this.open = null;
    if (step.length > 0) this.push(step);
  }

  record(change: Change): void {
    if (this.isReplaying || isSameContent(change.before, change.after)) return;
    if (this.open)
      this.open.set(change.code, {
        ...change,
        before: this.open.get(change.code)?.before ?? change.before,
      });
    else this.push([change]);
  }

  /** Puts back what the last step changed; answers the cells, none where there is nothing to undo. */
  undo = (put: Put): string[] => this.replay(this.done, this.undone, 'before', put);
  redo = (put: Put): string[] => this.replay(this.undone, this.done, 'after', put);

  private replay(from: Change[][], to: Change[][], side: 'before' | 'after', put: Put): string[] {
    const step = from.pop();
    if (!step) return [];
    to.push(step);
    this.isReplaying = true;
    for (const change of step) put(change.code, change[side]);
    this.isReplaying = false;
    return step.map(({ code }) => code);
  }

  private push(step: Change[]): void {
    this.done.push(step);
    if (this.done.length > mostSteps) this.done.shift();
    this.undone.length = 0;
  }
}

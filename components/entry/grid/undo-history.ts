// Ctrl+Z over the whole form: what this person changed on this page, a paste as one step.
import { isSameContent, type Content } from './entry-cell';

export type Change = { code: string; before: Content; after: Content };

const mostSteps = 100;

export class UndoHistory {
  private done: Change[][] = [];
  private undone: Change[][] = [];
  private open: Map<string, Change> | null = null;

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
    if (isSameContent(change.before, change.after)) return;
    if (this.open)
      this.open.set(change.code, {
        ...change,
        before: this.open.get(change.code)?.before ?? change.before,
      });
    else this.push([change]);
  }

  /** The contents to put back; null where there is nothing to undo. */
  undo(): { code: string; content: Content }[] | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    return step.map(({ code, before }) => ({ code, content: before }));
  }

  redo(): { code: string; content: Content }[] | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    return step.map(({ code, after }) => ({ code, content: after }));
  }

  private push(step: Change[]): void {
    this.done.push(step);
    if (this.done.length > mostSteps) this.done.shift();
    this.undone = [];
  }
}

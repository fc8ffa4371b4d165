// The chosen cells of the grid: one after another, from where the choice began to where it was drawn. Announced to the
// page by an attribute on the inputs, so that no row is drawn anew.
import { Listeners } from '@/components/ui/observable';
import { cellBeside, cellsBetween } from './grid-cells';

export class GridSelection {
  private anchor: HTMLInputElement | null = null;
  private head: HTMLInputElement | null = null;
  private listeners = new Listeners();
  private chosen: string[] = [];
  private marked = new Set<HTMLInputElement>();

  /** Cells of the choice, in the order of the form. The same list until the choice changes. */
  codes = (): string[] => this.chosen;
  first = (): string | null => this.chosen[0] ?? null;
  last = (): string | null => this.head?.dataset.cell ?? null;

  subscribe = this.listeners.subscribe;

  start(input: HTMLInputElement): void {
    this.extendTo(input, input);
  }

  extendTo(anchor: HTMLInputElement, head: HTMLInputElement): void {
    this.anchor = anchor;
    this.head = head;
    this.show();
  }

  /** One cell more, or one less. */
  grow(step: 1 | -1): void {
    const next = this.head && cellBeside(this.head, step);
    if (!this.anchor || !next) return;
    next.scrollIntoView({ block: 'nearest' });
    this.extendTo(this.anchor, next);
  }

  clear(): void {
    if (this.anchor) this.start(this.anchor);
  }

  private show(): void {
    const chosen = this.anchor && this.head ? cellsBetween(this.anchor, this.head) : [];
    const marked = new Set(chosen.length > 1 ? chosen : []);
    for (const input of this.marked) if (!marked.has(input)) input.removeAttribute('data-chosen');
    for (const input of marked) if (!this.marked.has(input)) input.setAttribute('data-chosen', '');
    this.marked = marked;
    const codes = chosen.map(({ dataset }) => dataset.cell!);
    if (codes.length === this.chosen.length && codes.every((code, at) => code === this.chosen[at]))
      return;
    this.chosen = codes;
    this.listeners.notify();
  }
}

// The chosen cells of the grid: one after another, from where the choice began to where it was drawn. Told to the page
// by an attribute on the inputs, so that no row is drawn anew.
import { Listeners } from '@/components/ui/listeners';

export class GridSelection {
  private anchor: HTMLInputElement | null = null;
  private head: HTMLInputElement | null = null;
  private listeners = new Listeners();
  private chosen: string[] = [];

  constructor(private root: HTMLElement) {}

  /** Cells of the choice, in the order of the form. The same list until the choice changes. */
  codes = (): string[] => this.chosen;
  first = (): string | null => this.chosen[0] ?? null;
  last = (): string | null => this.head?.dataset.cell ?? null;

  subscribe = this.listeners.add;

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
    const inputs = this.inputs();
    const next = this.head && inputs[inputs.indexOf(this.head) + step];
    if (!this.anchor || !next) return;
    next.scrollIntoView({ block: 'nearest' });
    this.extendTo(this.anchor, next);
  }

  clear(): void {
    if (this.anchor) this.start(this.anchor);
  }

  private inputs = (): HTMLInputElement[] => [...this.root.querySelectorAll<HTMLInputElement>('input[data-cell]')];

  private show(): void {
    const inputs = this.inputs();
    const ends = [this.anchor, this.head].map((end) => inputs.indexOf(end!));
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const chosen = inputs.slice(from, to + 1);
    for (const input of this.root.querySelectorAll('[data-chosen]')) input.removeAttribute('data-chosen');
    if (chosen.length > 1) for (const input of chosen) input.setAttribute('data-chosen', '');
    const codes = chosen.map(({ dataset }) => dataset.cell!);
    if (codes.length === this.chosen.length && codes.every((code, at) => code === this.chosen[at])) return;
    this.chosen = codes;
    this.listeners.tell();
  }
}

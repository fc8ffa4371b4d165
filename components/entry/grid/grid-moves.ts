// From cell to cell of the entry table: to the next that wants something, to the ends, and into a cell.
import { cellId } from '@/lib/paths';
import { isEmpty, isFlagged, type Cell } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';
import { GridSelection } from './grid-selection';

export class GridMoves {
  readonly selection = new GridSelection();

  constructor(
    private root: HTMLElement,
    private cells: EntrySession['cells'],
    /** Whether a check asks for something at this figure. */
    private isAsked: (code: string) => boolean,
  ) {}

  /** Puts the focus into a cell and shows it. */
  focus = (code: string | null | undefined): void => {
    const input = code ? document.getElementById(cellId(code)) : null;
    input?.focus();
    input?.scrollIntoView({ block: 'nearest' });
  };

  toEmpty = (step: 1 | -1 = 1): void => this.focus(this.next(step, isEmpty));
  toFlagged = (step: 1 | -1 = 1): void =>
    this.focus(this.next(step, (cell) => isFlagged(cell) || this.isAsked(cell.row.indicator.code)));

  first = (): HTMLInputElement | undefined => this.inputs()[0];
  last = (): HTMLInputElement | undefined => this.inputs().at(-1);

  /** The next cell that wants something, round the form. */
  private next(step: 1 | -1, wanted: (cell: Cell) => boolean): string | null {
    const codes = this.inputs().map(({ dataset }) => dataset.cell!);
    const at = codes.indexOf(this.selection.last() ?? '');
    const from = at < 0 && step < 0 ? codes.length : at;
    const turn = codes.map(
      (_, i) => codes[(from + step * (i + 1) + 2 * codes.length) % codes.length]!,
    );
    return turn.find((code) => wanted(this.cells.get(code)!)) ?? null;
  }

  private inputs = (): HTMLInputElement[] => [
    ...this.root.querySelectorAll<HTMLInputElement>('input[data-cell]'),
  ];
}

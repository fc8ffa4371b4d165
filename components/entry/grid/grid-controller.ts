// Keys, clipboard and mouse of the entry grid, as in a spreadsheet. It works on the inputs themselves: moving and
// selecting draws no row anew. Nothing fires while an input method is composing.
import { cellId } from '@/lib/paths';
import { contentOf, isEmpty, isFlagged, type Cell, type Content } from './entry-cell';
import type { FigureStore } from '../saving/figure-store';
import { cellBeside, fieldBeside } from './grid-cells';
import { GridSelection } from './grid-selection';

/** Where Enter goes: as in Excel's option of the same name. */
export type EnterDirection = 'down' | 'empty' | 'stay';

/** What the grid asks of the page around it. */
export type GridHost = {
  direction(): EnterDirection;
  openHelp(): void;
  openDetails(code: string): void;
  paste(text: string, code: string): void;
  /** What a selection looks like as a table. */
  copyText(codes: readonly string[]): string;
  /** Whether a check asks for something at this figure. */
  isOpen(code: string): boolean;
};

export class GridController {
  readonly selection = new GridSelection();

  constructor(
    private root: HTMLElement,
    private store: FigureStore,
    private host: GridHost,
  ) {}

  attach(): () => void {
    const { root } = this;
    const handlers: [keyof HTMLElementEventMap, (event: never) => void][] = [
      ['keydown', this.onKey],
      ['mousedown', this.onMouseDown],
      ['mouseover', this.onMouseOver],
      ['dblclick', this.onDoubleClick],
      ['focusin', this.onFocus],
      ['focusout', this.onBlur],
      ['paste', this.onPaste],
      ['copy', this.onCopy],
      ['cut', this.onCopy],
    ];
    for (const [name, handler] of handlers) root.addEventListener(name, handler as EventListener);
    document.addEventListener('keydown', this.onPageKey);
    return () => {
      for (const [name, handler] of handlers)
        root.removeEventListener(name, handler as EventListener);
      document.removeEventListener('keydown', this.onPageKey);
    };
  }

  /** Puts the focus into a cell and shows it. */
  focus = (code: string | null | undefined): void => {
    const input = code ? document.getElementById(cellId(code)) : null;
    input?.focus();
    input?.scrollIntoView({ block: 'nearest' });
  };

  current = (): string | null => cellAt(document.activeElement)?.dataset.cell ?? null;
  toEmpty = (step: 1 | -1 = 1): void => this.focus(this.next(step, isEmpty));
  toFlagged = (step: 1 | -1 = 1): void =>
    this.focus(
      this.next(step, (cell) => isFlagged(cell) || this.host.isOpen(cell.row.indicator.code)),
    );
  undo = (): void => this.focus(this.store.undo()[0]);
  redo = (): void => this.focus(this.store.redo()[0]);

  /** One content for the chosen cells, as one step. */
  fillSelection(content: Content): void {
    this.store.fill(this.selection.codes().map((code) => ({ code, content })));
  }

  /** The figures of the period before into the chosen cells that are still empty, as one step. */
  copyPrevious(): void {
    const cells = this.selection.codes().map((code) => this.store.cell(code)!);
    const entries = cells.flatMap((cell) =>
      isEmptyCell(cell) && cell.row.previous?.value
        ? [
            {
              code: cell.row.indicator.code,
              content: contentOf(cell.row.previous, cell.row.indicator),
            },
          ]
        : [],
    );
    this.store.fill(entries);
  }

  /** The next cell that wants something, round the form. */
  private next(step: 1 | -1, wanted: (cell: Cell) => boolean): string | null {
    const codes = this.inputs().map(({ dataset }) => dataset.cell!);
    const at = codes.indexOf(this.selection.last() ?? '');
    const from = at < 0 && step < 0 ? codes.length : at;
    const turn = codes.map(
      (_, i) => codes[(from + step * (i + 1) + 2 * codes.length) % codes.length]!,
    );
    return turn.find((code) => wanted(this.store.cell(code)!)) ?? null;
  }

  private inputs = (): HTMLInputElement[] => [
    ...this.root.querySelectorAll<HTMLInputElement>('input[data-cell]'),
  ];

  private onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const reason =
      event.target instanceof HTMLInputElement && event.target.dataset.reason ? event.target : null;
    const beside = reason ?? explainsAt(event.target);
    if (beside && event.key === 'Tab' && this.tab(beside, event.shiftKey ? -1 : 1))
      event.preventDefault();
    if (reason && event.key === 'Enter') this.focus(reason.dataset.reason);
    const input = cellAt(event.target);
    if (!input) return;
    const code = input.dataset.cell!;
    const done = event.altKey
      ? this.altKey(event, code)
      : event.ctrlKey || event.metaKey
        ? this.controlKey(event, input)
        : this.plainKey(event, input, code);
    if (done) event.preventDefault();
  };

  private altKey({ key, code: physical }: KeyboardEvent, code: string): boolean {
    if (physical === 'KeyN') this.store.cycleAnswer(code);
    else if (key === 'ArrowDown' || key === 'ArrowUp') this.toFlagged(key === 'ArrowDown' ? 1 : -1);
    else return false;
    return true;
  }

  private controlKey({ key, shiftKey }: KeyboardEvent, input: HTMLInputElement): boolean {
    const name = key.toLowerCase();
    if (name === 'home') this.inputs()[0]?.focus();
    else if (name === 'end') this.inputs().at(-1)?.focus();
    else if (name === 'arrowdown') this.toEmpty(1);
    else if (name === 'arrowup') this.toEmpty(-1);
    else if (name === 'z' && !shiftKey) this.undoIn(input);
    else if (name === 'y' || name === 'z') this.redo();
    else if (name === 'a' && !isEditing(input))
      this.selection.extendTo(this.inputs()[0]!, this.inputs().at(-1)!);
    else return false;
    return true;
  }

  /** While something is being typed, only that is taken back. */
  private undoIn(input: HTMLInputElement): void {
    const code = input.dataset.cell!;
    if (this.store.cell(code)?.state === 'editing') this.cancel(input);
    else this.undo();
  }

  private plainKey(
    { key, shiftKey }: KeyboardEvent,
    input: HTMLInputElement,
    code: string,
  ): boolean {
    switch (key) {
      case 'Enter':
        this.enter(input, shiftKey);
        return true;
      case 'Tab':
        return this.tab(input, shiftKey ? -1 : 1);
      case 'ArrowDown':
      case 'ArrowUp':
        if (shiftKey) this.selection.grow(key === 'ArrowDown' ? 1 : -1);
        else this.move(input, key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        return isEditing(input) || shiftKey ? false : this.aside(input, key);
      case 'Escape':
        this.cancel(input);
        return true;
      case 'F2':
        if (shiftKey) this.host.openDetails(code);
        else edit(input);
        return true;
      case 'Delete':
        if (isEditing(input) || isTyping(input)) return false;
        this.fillSelection({ typed: '' });
        return true;
      default:
        return false;
    }
  }

  private enter(input: HTMLInputElement, isBack: boolean): void {
    const direction = this.host.direction();
    if (isBack || direction === 'down') return this.move(input, isBack ? -1 : 1);
    this.store.commit(input.dataset.cell!);
    if (direction === 'empty') this.toEmpty(1);
    else ready(input);
  }

  private move(input: HTMLInputElement, step: 1 | -1): void {
    const next = cellBeside(input, step);
    if (next) next.focus();
    else {
      this.store.commit(input.dataset.cell!);
      ready(input);
    }
  }

  /** The next field: the reason of an answer, why a check is right, or the next cell. Past the last one the browser goes on. */
  private tab(input: HTMLElement, step: 1 | -1): boolean {
    const next = fieldBeside(input, step);
    next?.focus();
    return next !== null;
  }

  /** One column of cells: to the side there is only the reason of an answer. */
  private aside(input: HTMLInputElement, key: string): boolean {
    this.store.commit(input.dataset.cell!);
    const reason = input.closest('tr')?.querySelector<HTMLInputElement>('input[data-reason]');
    if (key === 'ArrowRight' && reason) reason.focus();
    else ready(input);
    return true;
  }

  private cancel(input: HTMLInputElement): void {
    this.store.cancel(input.dataset.cell!);
    this.selection.clear();
    // The input shows the old text as soon as its row is drawn.
    requestAnimationFrame(() => document.activeElement === input && ready(input));
  }

  private onPageKey = (event: KeyboardEvent): void => {
    if (event.key === 'F1' && !isComposing(event)) {
      event.preventDefault();
      this.host.openHelp();
    }
  };

  private onFocus = (event: FocusEvent): void => {
    const input = cellAt(event.target);
    if (!input) return;
    ready(input);
    this.selection.start(input);
  };

  private onBlur = (event: FocusEvent): void => {
    const input = cellAt(event.target);
    if (input) delete input.dataset.mode;
  };

  private onMouseDown = (event: MouseEvent): void => {
    const input = cellAt(event.target);
    if (!input || event.button !== 0) return;
    const active = cellAt(document.activeElement);
    if (event.shiftKey && active) this.selection.extendTo(active, input);
    else if (input !== active) input.focus();
    else {
      // A second click puts the caret where it points.
      this.selection.start(input);
      input.dataset.mode = 'edit';
      return;
    }
    event.preventDefault();
  };

  private onMouseOver = (event: MouseEvent): void => {
    const input = cellAt(event.target);
    const active = cellAt(document.activeElement);
    if (input && active && event.buttons === 1 && input !== active)
      this.selection.extendTo(active, input);
  };

  private onDoubleClick = (event: MouseEvent): void => {
    const input = cellAt(event.target);
    if (input) edit(input);
  };

  private onPaste = (event: ClipboardEvent): void => {
    const input = cellAt(event.target);
    const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
    if (!input || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    this.host.paste(text, this.selection.first() ?? input.dataset.cell!);
  };

  private onCopy = (event: ClipboardEvent): void => {
    const codes = this.selection.codes();
    if (!cellAt(event.target) || codes.length < 2) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.host.copyText(codes));
    if (event.type === 'cut') this.fillSelection({ typed: '' });
  };
}

const isEmptyCell = ({ content }: Cell): boolean =>
  'typed' in content && content.typed.trim() === '';

function cellAt(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.cell ? target : null;
}

function explainsAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement && target.dataset.explains ? target : null;
}

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
const isEditing = (input: HTMLInputElement): boolean => input.dataset.mode === 'edit';
const isTyping = (input: HTMLInputElement): boolean => input.dataset.state === 'editing';

/** Ready to be typed over. */
function ready(input: HTMLInputElement): void {
  delete input.dataset.mode;
  input.select();
}

/** The caret moves inside the text. */
function edit(input: HTMLInputElement): void {
  input.dataset.mode = 'edit';
  input.setSelectionRange(input.value.length, input.value.length);
}

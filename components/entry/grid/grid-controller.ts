// Keys of the entry table, as in a spreadsheet. It works on the inputs themselves: moving and selecting draws no row
// anew. Nothing fires while an input method is composing.
import type { FigureContent } from '@/lib/domain/entry/figure-edit';
import { contentOf } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';
import { cellAt, edit, isComposing, isEditing, isTyping, ready } from './cell-input';
import { cellBeside, fieldBeside } from './grid-cells';
import { GridMouse } from './grid-mouse';
import { GridMoves } from './grid-moves';

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
  isAsked(code: string): boolean;
};

export class GridController {
  readonly moves: GridMoves;

  constructor(
    private root: HTMLElement,
    private session: EntrySession,
    private host: GridHost,
  ) {
    this.moves = new GridMoves(root, session.cells, host.isAsked);
  }

  attach(): () => void {
    const mouse = new GridMouse(this.moves.selection, this.session.editor, this.host);
    const handlers: [keyof HTMLElementEventMap, (event: never) => void][] = [
      ['keydown', this.onKey],
      ['mousedown', mouse.onMouseDown],
      ['mouseover', mouse.onMouseOver],
      ['dblclick', mouse.onDoubleClick],
      ['focusin', this.onFocus],
      ['focusout', this.onBlur],
      ['paste', mouse.onPaste],
      ['copy', mouse.onCopy],
      ['cut', mouse.onCopy],
    ];
    for (const [name, handler] of handlers)
      this.root.addEventListener(name, handler as EventListener);
    document.addEventListener('keydown', this.onPageKey);
    return () => {
      for (const [name, handler] of handlers)
        this.root.removeEventListener(name, handler as EventListener);
      document.removeEventListener('keydown', this.onPageKey);
    };
  }

  undo = (): void => this.moves.focus(this.session.editor.undo()[0]);
  redo = (): void => this.moves.focus(this.session.editor.redo()[0]);

  /** One content for the chosen cells, as one step. */
  fillSelection(content: FigureContent): void {
    const codes = this.moves.selection.codes();
    this.session.editor.fill(codes.map((code) => ({ code, content })));
  }

  /** The figures of the period before into the chosen cells that are still empty, as one step. */
  copyPrevious(): void {
    const cells = this.moves.selection.codes().map((code) => this.session.cells.get(code)!);
    const entries = cells.flatMap(({ content, row: { indicator, previous } }) =>
      'typed' in content && content.typed.trim() === '' && previous?.value
        ? [{ code: indicator.code, content: contentOf(previous, indicator) }]
        : [],
    );
    this.session.editor.fill(entries);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const field = fieldAt(event.target);
    if (field && event.key === 'Tab' && this.tab(field, event.shiftKey ? -1 : 1))
      event.preventDefault();
    if (field?.dataset.reason && event.key === 'Enter') this.moves.focus(field.dataset.reason);
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
    if (physical === 'KeyN') this.session.editor.cycleAnswer(code);
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      this.moves.toFlagged(key === 'ArrowDown' ? 1 : -1);
    else return false;
    return true;
  }

  private controlKey({ key, shiftKey }: KeyboardEvent, input: HTMLInputElement): boolean {
    const { moves } = this;
    const name = key.toLowerCase();
    if (name === 'home') moves.first()?.focus();
    else if (name === 'end') moves.last()?.focus();
    else if (name === 'arrowdown') moves.toEmpty(1);
    else if (name === 'arrowup') moves.toEmpty(-1);
    else if (name === 'z' && !shiftKey) {
      // While something is being typed, only that is taken back.
      if (this.session.cells.get(input.dataset.cell!)?.state === 'editing') this.cancel(input);
      else this.undo();
    } else if (name === 'y' || name === 'z') this.redo();
    else if (name === 'a' && !isEditing(input))
      moves.selection.extendTo(moves.first()!, moves.last()!);
    else return false;
    return true;
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
        if (shiftKey) this.moves.selection.grow(key === 'ArrowDown' ? 1 : -1);
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
    this.session.editor.commit(input.dataset.cell!);
    if (direction === 'empty') this.moves.toEmpty(1);
    else ready(input);
  }

  private move(input: HTMLInputElement, step: 1 | -1): void {
    const next = cellBeside(input, step);
    if (next) return next.focus();
    this.session.editor.commit(input.dataset.cell!);
    ready(input);
  }

  /** The next field: the reason of an answer, why a check is right, or the next cell. Past the last one the browser
   *  goes on. */
  private tab(input: HTMLElement, step: 1 | -1): boolean {
    const next = fieldBeside(input, step);
    next?.focus();
    return next !== null;
  }

  /** One column of cells: to the side there is only the reason of an answer. */
  private aside(input: HTMLInputElement, key: string): boolean {
    this.session.editor.commit(input.dataset.cell!);
    const reason = input.closest('tr')?.querySelector<HTMLInputElement>('input[data-reason]');
    if (key === 'ArrowRight' && reason) reason.focus();
    else ready(input);
    return true;
  }

  private cancel(input: HTMLInputElement): void {
    this.session.editor.cancel(input.dataset.cell!);
    this.moves.selection.clear();
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
    this.moves.selection.start(input);
  };

  private onBlur = (event: FocusEvent): void => {
    const input = cellAt(event.target);
    if (input) delete input.dataset.mode;
  };
}

/** A field beside the cells: the reason of an answer, or why a check is right. */
const fieldAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && (target.dataset.reason || target.dataset.explains)
    ? target
    : null;

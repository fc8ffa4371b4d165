// Mouse and clipboard of the entry table, as in a spreadsheet.
import type { CellEditor } from '../saving/cell-editor';
import { cellAt, edit } from './cell-input';
import type { GridSelection } from './grid-selection';

type Host = {
  paste(text: string, code: string): void;
  /** What a selection looks like as a table. */
  copyText(codes: readonly string[]): string;
};

export class GridMouse {
  constructor(
    private selection: GridSelection,
    private editor: CellEditor,
    private host: Host,
  ) {}

  onMouseDown = (event: MouseEvent): void => {
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

  onMouseOver = (event: MouseEvent): void => {
    const input = cellAt(event.target);
    const active = cellAt(document.activeElement);
    if (input && active && event.buttons === 1 && input !== active)
      this.selection.extendTo(active, input);
  };

  onDoubleClick = (event: MouseEvent): void => {
    const input = cellAt(event.target);
    if (input) edit(input);
  };

  onPaste = (event: ClipboardEvent): void => {
    const input = cellAt(event.target);
    const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
    if (!input || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    this.host.paste(text, this.selection.first() ?? input.dataset.cell!);
  };

  onCopy = (event: ClipboardEvent): void => {
    const codes = this.selection.codes();
    if (!cellAt(event.target) || codes.length < 2) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.host.copyText(codes));
    if (event.type === 'cut')
      this.editor.fill(codes.map((code) => ({ code, content: { typed: '' } })));
  };
}

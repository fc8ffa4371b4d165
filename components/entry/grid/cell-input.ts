// An input of the entry table as a cell of a spreadsheet: ready to be typed over, or with the caret in its text.

/** The cell that an event came from. */
export function cellAt(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.cell ? target : null;
}

export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
export const isEditing = (input: HTMLInputElement): boolean => input.dataset.mode === 'edit';
export const isTyping = (input: HTMLInputElement): boolean => input.dataset.state === 'editing';

/** Ready to be typed over. */
export function ready(input: HTMLInputElement): void {
  delete input.dataset.mode;
  input.select();
}

/** The caret moves inside the text. */
export function edit(input: HTMLInputElement): void {
  input.dataset.mode = 'edit';
  input.setSelectionRange(input.value.length, input.value.length);
}

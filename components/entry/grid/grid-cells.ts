// From one cell of the entry table to the next, row by row: a key looks at the rows it passes, not at a thousand
// inputs.

const cell = 'input[data-cell]';
const field = 'input[data-cell], input[data-reason], [data-explains]';

/** The cell above or below; null at the end of the table. */
export function cellBeside(input: HTMLInputElement, step: 1 | -1): HTMLInputElement | null {
  return inRowsBeside<HTMLInputElement>(input, step, cell);
}

/** The next field, reasons of answers and explanations of checks among them; null at the end of the table. */
export function fieldBeside(input: HTMLElement, step: 1 | -1): HTMLElement | null {
  const here = [...(input.closest('tr')?.querySelectorAll<HTMLElement>(field) ?? [])];
  return here[here.indexOf(input) + step] ?? inRowsBeside(input, step, field);
}

/** Both cells and all between them, in the order of the table. */
export function cellsBetween(one: HTMLInputElement, other: HTMLInputElement): HTMLInputElement[] {
  const isForward = (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
  const [first, last] = isForward ? [one, other] : [other, one];
  const cells = [first];
  for (let next = first; next !== last; cells.push(next)) {
    const beside = cellBeside(next, 1);
    if (!beside) break;
    next = beside;
  }
  return cells;
}

function inRowsBeside<Field extends HTMLElement>(
  input: HTMLElement,
  step: 1 | -1,
  wanted: string,
): Field | null {
  for (let row = rowBeside(input.closest('tr'), step); row; row = rowBeside(row, step)) {
    const found = row.querySelectorAll<Field>(wanted);
    if (found.length > 0) return found[step > 0 ? 0 : found.length - 1]!;
  }
  return null;
}

/** The row before or after, in the next block where this one ends. */
function rowBeside(row: Element | null, step: 1 | -1): Element | null {
  if (!row) return null;
  const next = (element: Element) =>
    step > 0 ? element.nextElementSibling : element.previousElementSibling;
  const here = next(row);
  if (here) return here;
  for (let block = row.parentElement && next(row.parentElement); block; block = next(block)) {
    const end = step > 0 ? block.firstElementChild : block.lastElementChild;
    if (end) return end;
  }
  return null;
}

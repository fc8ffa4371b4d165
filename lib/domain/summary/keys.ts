import { sideOf, sidesOf } from '../comparison/sides';
import type { FigureKey } from '../figure/figure';
import { keyText } from '../figure/origin';
import type { Summary } from './summary';

/** Every figure that a summary shows, each once: those of the text in the order they are stated, then those of its
 *  tables. */
export function figuresOf({
  paragraphs,
  table,
  units,
}: Pick<Summary, 'paragraphs' | 'table' | 'units'>): FigureKey[] {
  const found = new Map<string, FigureKey>();
  const add = (keys: FigureKey[] | undefined) =>
    keys?.forEach((key) => found.has(keyText(key)) || found.set(keyText(key), key));
  for (const { segments } of paragraphs) for (const { figures } of segments) add(figures);
  for (const row of table.rows) {
    const { cells, change, changePercent } = row;
    for (const cell of cells) if (cell.text !== null) add(cell.figures);
    add(change?.figures);
    add(changePercent?.figures);
    for (const side of sidesOf({ rows: [row] })) add(sideOf(row, side)?.figures);
  }
  for (const { lines } of units?.indicators ?? [])
    for (const { value, previous } of lines)
      for (const cell of [value, previous]) if (cell.text !== null) add(cell.figures);
  return [...found.values()];
}

// In which unit the numbers of a copied block are: as its rows, heads and unit lines say. What is pasted is
// the number as a person would type it; where nobody can tell, it is not pasted.
import type { Issue } from '../access/errors';
import type { Indicator } from '../catalogue/indicator';
import { looksLikeFigure } from '../sheet/cell-text';
import { roleOfHead } from '../sheet/column-role';
import { factorOf, typedIn } from '../sheet/in-unit';
import { isUnitLine, readUnitWord, scalesIn, tableUnits, takeUnit } from '../sheet/label';

export type Block = readonly (readonly string[])[];

/** A number of a block as it is typed, or why it cannot be. `label`: the name of its row, `between`: the
 *  cells from there to the number, `over`: the cells above it. */
export function typedFrom(
  text: string,
  indicator: Indicator,
  {
    block,
    label,
    between,
    over,
  }: { block: Block; label: string; between: readonly string[]; over: readonly string[] },
): { text: string } | { text: string; issue: Issue } {
  if (!looksLikeFigure(text)) return { text };
  const near = [
    takeUnit(label).unit,
    ...between.map(readUnitWord),
    ...over.map((cell) => readUnitWord(cell) ?? takeUnit(cell).unit),
  ];
  const said = near.find((unit) => unit !== null);
  if (said) {
    return factorOf(said, indicator) === null
      ? {
          text,
          issue: {
            code: 'wrong-unit',
            params: { typed: said, unit: indicator.display.moneyUnit ?? indicator.unit },
          },
        }
      : { text: typedIn(text, said, indicator) };
  }
  const words = block.flat().filter((cell) => cell.trim() !== '' && !looksLikeFigure(cell));
  const fitting = words
    .filter(isUnitLine)
    .flatMap(tableUnits)
    .filter((unit) => factorOf(unit, indicator) !== null);
  const exact = fitting.filter(
    (unit) => unit.replace(/^[十百千万亿]+(?=.)/, '') === indicator.unit,
  );
  const [unit, ...more] = exact.length > 0 ? exact : fitting;
  if (unit !== undefined && more.length === 0) return { text: typedIn(text, unit, indicator) };
  const isOpen = words.some((word) =>
    indicator.display.moneyUnit ? scalesIn(word).money : scalesIn(word).count,
  );
  return isOpen && indicator.unit !== '%' && !/[万亿]/.test(text)
    ? { text, issue: { code: 'paste-scale', params: {} } }
    : { text };
}

/** Whether a column of a block holds codes, numbers of lines, plans, growth or the like, by its head or by
 *  its cells. */
export function isAsideColumn(heads: readonly string[], cells: readonly string[]): boolean {
  const words = heads.filter((cell) => cell.trim() !== '');
  if (!['figure', 'whole', 'done', 'estimate', 'adjusted', 'sum'].includes(roleOfHead(words)))
    return true;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => /^0\d{1,3}$/.test(cell) || readUnitWord(cell) !== null)
  );
}

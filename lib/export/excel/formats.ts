// Number formats of cells: the number stays a number, what the print says around it (近, 余, 超, 以上) is its
// format.
import type { CellNumber } from '@/lib/domain/comparison/source';
import { isSaidBefore } from '@/lib/domain/figure/print';
import type { Formula } from '../grid';

/** The format code of a number; changes carry their sign. */
export function formatOf({ decimals, qualifier }: CellNumber, isChange: boolean): string {
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const before = isSaidBefore(qualifier) ? `"${qualifier}"` : '';
  const after = qualifier === '' || before ? '' : `"${qualifier}"`;
  const said = `${before}${digits}${after}`;
  return isChange ? `+${said};"−"${said};${said}` : said;
}

/** The formula of a cell, without the sign of equality. Rounded as it is printed, so that what is worked out again is
 *  our number. */
export function formulaText(
  formula: Formula,
  { decimals, qualifier }: CellNumber,
  at: { row: number; first: number; column: number },
): string {
  const cell = (column: number) => `${letterOf(column)}${at.row}`;
  if (formula.kind === 'sum') return `ROUND(${formula.columns.map(cell).join('+')},${decimals})`;
  if (formula.kind === 'total')
    return `ROUND(SUM(${letterOf(at.column)}${at.first}:${letterOf(at.column)}${at.row - 1}),${decimals})`;
  const [now, then] = [cell(formula.now), cell(formula.then)];
  if (formula.kind === 'difference') return `ROUND(${now}-${then},${decimals})`;
  return `${qualifier === '' ? 'ROUND' : 'ROUNDDOWN'}((${now}-${then})/${then}*100,${decimals})`;
}

/** "A" of 0, "AA" of 26. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** Text that a spreadsheet could take for a formula. */
export function isRisky(text: string): boolean {
  return /^[=+\-@\t\r\n\0＝＋－＠]/.test(text);
}

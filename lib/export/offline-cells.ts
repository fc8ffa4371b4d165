// Cells of the offline form: how they look, and how what is typed into one is turned into a number.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { entryScale, scaleFactors } from '@/lib/domain/figure/print';
import { isRisky } from './excel/formats';
import type { Cell, CellStyle } from './excel/hucre';

/** A number where the spreadsheet gives back the same digits, else the words as they are. */
export function inputCell(typed: string, { unit }: Indicator): Partial<Cell> {
  // In a field of text 98% stays 98% and does not become 0.98.
  if (unit === '%') return text(typed, { ...styles.input, numFmt: '@' });
  const isPlain =
    /^\d{1,15}$|^(?=[\d.]{1,16}$)\d+\.\d+$/.test(typed) && String(Number(typed)) === typed;
  return isPlain
    ? { value: Number(typed), type: 'number', style: styles.input }
    : text(typed, styles.input);
}

/** The input in base units, "" where it is no plain number. */
export function valueFormula(input: string, { unit, display }: Indicator): string {
  const factor = unit === '%' ? '1' : scaleFactors[entryScale(display)];
  const words = unit === '%' ? `SUBSTITUTE(${input},"%","")` : `SUBSTITUTE(${input},",","")`;
  return `IF(ISNUMBER(${input}),${input}*${factor},IF(TRIM(${input})="","",IFERROR(VALUE(${words})*${factor},"")))`;
}

/** Words, which a spreadsheet takes for words whatever they begin with. */
export function text(value: string, style: CellStyle): Partial<Cell> {
  return {
    value: value.replaceAll('\0', ''),
    type: 'string',
    style: isRisky(value) ? { ...style, numFmt: '@' } : style,
  };
}

const thin = { style: 'thin' as const, color: { rgb: '8A929C' } };
const border = { top: thin, bottom: thin, left: thin, right: thin };
/** A plain background. */
export const fillOf = (rgb: string) => ({
  type: 'pattern' as const,
  pattern: 'solid' as const,
  fgColor: { rgb },
  bgColor: { rgb },
});
const body: CellStyle = {
  font: { name: '宋体', size: 11 },
  border,
  alignment: { vertical: 'center', wrapText: true },
};
export const styles = {
  title: {
    font: { name: '黑体', size: 16 },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  words: { font: { name: '宋体', size: 10 }, alignment: { vertical: 'top', wrapText: true } },
  head: { ...body, font: { name: '黑体', size: 11 }, fill: fillOf('F5F6F8') },
  section: { ...body, font: { name: '宋体', size: 11, bold: true } },
  body,
  check: { ...body, alignment: { horizontal: 'center', vertical: 'center' } },
  number: { ...body, alignment: { horizontal: 'right', vertical: 'center' } },
  input: {
    ...body,
    alignment: { horizontal: 'right', vertical: 'center' },
    fill: fillOf('FFFFFF'),
    protection: { locked: false },
  },
  note: { ...body, protection: { locked: false } },
} satisfies Record<string, CellStyle>;

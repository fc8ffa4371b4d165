// How a number is printed: the only formatter. A figure prints as it was reported (scale, decimals, measure word,
// qualifier); a computed value prints in the indicator's usual form. No thousands separators anywhere: official
// texts set none, and a number looks the same wherever it stands.
import type { Figure, Qualifier, Shown } from './figure';
import type { Display, Indicator, Scale } from '../catalogue/indicator';
import { absolute, compare, divide, isZero, placesApart, round, type Rounding } from './number';

type Printed = Pick<Figure, 'value' | 'shown' | 'qualifier'> & { measure?: Figure['measure'] };
type Printing = Pick<Indicator, 'unit' | 'display'>;

/** How a value is printed when it was not reported: scale and decimals, the indicator's usual ones where left out. */
export type PrintStyle = { scale?: Scale; decimals?: number; unit?: string };

/** The full printed form with its unit: "11598.468万元", "近100万人次", "98%以上". Empty where there is no
 *  number. */
export function printFigure(
  { value, shown, qualifier, measure }: Printed,
  indicator: Printing,
): string {
  if (value === null) return '';
  // A blank between the digits and their measure word (6 个) was typed, not meant.
  if (shown?.text) return shown.text.replace(/(?<=\d)\s+(?=[\u4e00-\u9fff])/g, '');
  // A change is expressed by its verb (增长, 下降): no sign is printed.
  const unsigned = measure && signless.includes(measure) ? absolute(value) : value;
  if (measure === 'growth' || measure === 'average_growth')
    return printShown(
      unsigned,
      { scale: 'none', decimals: percentDecimals(unsigned, shown), unit: '%' },
      qualifier,
    );
  return shown ? printShown(unsigned, shown, qualifier) : printValue(unsigned, indicator);
}

/** Whatever an indicator counts, its growth is in per cent and in no 万. */
const percentDecimals = (value: string, shown: Shown | null): number =>
  shown?.scale === 'none' ? shown.decimals : (value.split('.')[1]?.length ?? 0);

const signless: Figure['measure'][] = ['growth', 'average_growth', 'gross_new', 'net_increase'];

/** A value that was computed, in the indicator's usual form or the given one. */
export function printValue(value: string, indicator: Printing, style: PrintStyle = {}): string {
  const { scale, decimals } = styleOf(value, indicator, style);
  const digits = printNumber(scaled(value, scale), decimals);
  return `${digits}${scaleText(scale)}${style.unit ?? indicator.unit}`;
}

/** The scale and decimals in which a computed value of this indicator is printed. */
export function styleOf(
  value: string,
  { display }: Printing,
  style: PrintStyle = {},
): { scale: Scale; decimals: number } {
  const scale = style.scale ?? usualScale(value, display);
  if (style.decimals !== undefined) return { scale, decimals: style.decimals };
  // A count in single pieces has no decimals, whatever its usual print in 万 has.
  return { scale, decimals: scale === 'none' && display.scale !== 'none' ? 0 : display.decimals };
}

/** What stands in the input while a figure is edited: no unit, the scale only where it is not the field's own. */
export function printInput(
  { value, shown, qualifier }: Printed,
  { unit, display }: Printing,
): string {
  if (value === null) return '';
  const { scale, decimals } = shown ?? { scale: entryScale(display), decimals: display.decimals };
  const digits = printNumber(scaled(value, scale), decimals, roundingOf(qualifier));
  const money = display.moneyUnit !== null && scale !== entryScale(display);
  const words = wordsAround(qualifier);
  const scaleWord = scale === entryScale(display) ? '' : scaleText(scale);
  return `${words.before}${digits}${scaleWord}${words.within}${money ? unit : ''}${words.after}`;
}

/** "12.3%" from 12.3; the sign is the caller's to put into words, unless asked for. */
export function printPercent(
  value: string,
  decimals = 1,
  signed = false,
  rounding: Rounding = 'half-up',
): string {
  // What is not quite all, or not quite twice as much, is not printed as 100.0%.
  const places = rounding === 'half-up' ? placesApart(value, decimals, ['100']) : decimals;
  return `${signedText(round(value, places, rounding), signed)}%`;
}

/** "8个百分点": the change of a rate. */
export function printPoints(value: string, decimals = 1, signed = false): string {
  return `${signedText(trimmed(round(value, decimals)), signed)}个百分点`;
}

/** Digits of a number, nowhere grouped in thousands. */
export function printNumber(
  value: string,
  decimals: number,
  rounding: Rounding = 'half-up',
): string {
  return round(value, decimals, rounding);
}

/** The scale that needs no word in this field: money fields are in 万元 or 亿元. */
export function entryScale({ moneyUnit }: Display): Scale {
  if (moneyUnit === '万元') return '万';
  return moneyUnit === '亿元' ? '亿' : 'none';
}

/** How many of the base unit are one of the scale. */
export const scaleFactors: Record<Scale, string> = { none: '1', 万: '10000', 亿: '100000000' };

function printShown(value: string, { scale, decimals, unit }: Shown, qualifier: Qualifier): string {
  const digits = printNumber(scaled(value, scale), decimals, roundingOf(qualifier));
  const words = wordsAround(qualifier);
  // 6500余万元, but 18.5万余人次.
  const number =
    unit === '元'
      ? `${digits}${words.within}${scaleText(scale)}`
      : `${digits}${scaleText(scale)}${words.within}`;
  return `${words.before}${number}${unit}${words.after}`;
}

function wordsAround(qualifier: Qualifier): { before: string; within: string; after: string } {
  return {
    before: isSaidBefore(qualifier) ? qualifier : '',
    within: qualifier === '余' || qualifier === '多' ? qualifier : '',
    after: qualifier === '以上' || qualifier === '左右' ? qualifier : '',
  };
}

/** Whether a qualifier stands before its number: 近100万, 超2万. */
export const isSaidBefore = (qualifier: Qualifier): boolean =>
  qualifier === '近' || qualifier === '约' || qualifier === '超';

// 余, 多, 超 and 以上 say it is no less, 近 that it is not quite reached: the printed number must not
// contradict them.
export function roundingOf(qualifier: Qualifier): Rounding {
  if (qualifier === '' || qualifier === '约' || qualifier === '左右') return 'half-up';
  return qualifier === '近' ? 'up' : 'down';
}

function usualScale(value: string, display: Display): Scale {
  if (display.moneyUnit) return entryScale(display);
  return display.scale !== 'none' && compare(absolute(value), scaleFactors[display.scale]) >= 0
    ? display.scale
    : 'none';
}

const scaled = (value: string, scale: Scale): string =>
  scale === 'none' ? value : (divide(value, scaleFactors[scale]) as string);
const scaleText = (scale: Scale): string => (scale === 'none' ? '' : scale);
const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

// What is printed as 0 has no sign.
function signedText(rounded: string, signed: boolean): string {
  const text = rounded.replace('-', '');
  if (!signed || isZero(text)) return text;
  return `${rounded.startsWith('-') ? '−' : '+'}${text}`;
}

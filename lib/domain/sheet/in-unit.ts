// A cell of a foreign sheet in the unit of its column or row, as a person would type it into the form. Everything goes
// through readFigure afterwards, so that a file can say nothing that could not be typed.
import type { Indicator } from '../catalogue/indicator';
import { findMeasureWord } from '../catalogue/measure-words';
import { multiply } from '../figure/number';
import { joinDigits, tidy } from '../figure/tidy-typing';

const scales: Record<string, string> = {
  '': '1',
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
};

/** 小数: 0.935 for 93.5 %. */
const percents: Record<string, string> = { '%': '1', 百分比: '1', '‰': '0.1', 小数: '100' };

/** How often the base unit of the indicator goes into `unit`; null where the unit counts something else. */
export function factorOf(unit: string, { unit: base }: Pick<Indicator, 'unit'>): string | null {
  if (base === '%') return percents[unit] ?? null;
  const found = /^([十百千万亿]{0,2})(.*)$/.exec(unit)!;
  const factor = scales[found[1]!];
  const word = found[2]!;
  if (factor === undefined || (word === '' && found[1] === '')) return null;
  // 万 alone says how many, not of what.
  return word === '' || findMeasureWord(word, base) !== null ? factor : null;
}

/** What a person would type to say this cell, its number being in `unit` ("" where nothing was said: 个 of whatever is
 *  counted). A cell that says its own scale or unit is left as it is. */
export function typedIn(
  cell: string,
  unit: string,
  indicator: Pick<Indicator, 'unit' | 'display'>,
): string {
  // ① behind a number would turn into a digit of it.
  if (/\p{No}/u.test(cell)) return cell;
  const text = tidy(cell);
  const found = /^(大约|约|接近|将近|近|超过|超|逾)?([+-]?[\d.,'、 ]*\d)(余|多)?(以上|左右)?$/.exec(
    text,
  );
  if (!found) return cell;
  const [, before = '', digits = '', within = '', after = ''] = found;
  const factor = factorOf(unit, indicator);
  if (factor === null || indicator.unit === '%')
    return factor !== null && factor !== '1'
      ? (scaled(before, digits, factor, within, after) ?? cell)
      : cell;
  const word = indicator.display.moneyUnit ? '元' : '';
  if (factor === '1') return `${before}${digits}${within}${word}${after}`;
  if (factor === '10000') return `${before}${digits}${within}万${word}${after}`;
  if (factor === '100000000') return `${before}${digits}${within}亿${word}${after}`;
  return scaled(before, digits, factor, within, `${word}${after}`) ?? cell;
}

function scaled(
  before: string,
  digits: string,
  factor: string,
  within: string,
  after: string,
): string | null {
  const joined = joinDigits(digits.replace(/^[+-]/, ''));
  if (joined === null || digits.startsWith('-')) return null;
  return `${before}${multiply(joined, factor)}${within}${after}`;
}

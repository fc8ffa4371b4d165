// What people type → value, printed form, qualifier. Stray characters of the input method and of Excel are tidied;
// what can be read in two ways is refused with an issue that says what would be right. Nothing is guessed.
import type { Issue } from '../access/errors';
import type { Qualifier, Shown } from './figure';
import type { Indicator, Scale } from '../catalogue/indicator';
import { compare, multiply } from './number';
import { entryScale, scaleFactors } from './print';
import { findMeasureWord } from '../catalogue/measure-words';
import { findOddity } from './typing-oddities';
import { joinDigits, tidy } from './tidy-typing';

export type { Issue } from '../access/errors';

export type FigureReading =
  | { ok: true; answer: 'number'; value: string; shown: Shown; qualifier: Qualifier }
  | { ok: true; answer: 'blank' | 'not_applicable' | 'not_available' }
  | { ok: false; issue: Issue };

/** Reads one field. Without a scale word money is in the field's unit (万元) and all else in single pieces; 万 and
 *  亿 are absolute, so 1.2亿 in a 万元 field is 12,000万元. The value is in base units. */
export function readFigure(typed: string, indicator: Indicator): FigureReading {
  if (typed.length > longest) return refuse('not-a-number');
  const tidied = tidy(typed);
  const text = indicator.display.moneyUnit ? tidied.replace(/^¥/, '') : tidied;
  if (text === '') return { ok: true, answer: 'blank' };
  if (notApplicable.includes(text.toUpperCase())) return { ok: true, answer: 'not_applicable' };
  if (notAvailable.includes(text)) return { ok: true, answer: 'not_available' };
  const oddity = findOddity(typed, text);
  if (oddity) return refuse(oddity.code, oddity.params);
  const parts = takeApart(text);
  if (!parts) return refuse('not-a-number');
  return parts.issue ? refuse(parts.issue.code, parts.issue.params) : weigh(parts, indicator);
}

const notApplicable = ['不适用', 'N/A', 'NA'];
const notAvailable = ['无法取得', '无法获得', '无法获取'];

const refuse = (code: string, params: Record<string, string> = {}): FigureReading => ({
  ok: false,
  issue: { code, params },
});

type Parts = {
  sign: string;
  digits: string;
  scale: Scale | null;
  qualifier: Qualifier;
  unit: string;
  issue?: Issue;
};

// 约 −1,234.5 余 万 余 元 左右; what stands where is looked at afterwards.
const form =
  /^(大约|约|接近|将近|近|超过|超|逾)?([+-]?)([\d.,'、 ]*\d[\d.,'、 ]*)(余|多)?(万|亿)?(余|多)?([^\d.,'、 ]*?)(以上|左右)?$/;

function takeApart(text: string): Parts | null {
  const found = form.exec(text);
  if (!found) return null;
  const [
    ,
    before = '',
    sign = '',
    number = '',
    beforeScale = '',
    scale,
    afterScale = '',
    unit = '',
    after = '',
  ] = found;
  const words = [before, beforeScale, afterScale, after].filter(Boolean);
  const digits = joinDigits(number);
  const parts = {
    sign,
    digits: digits ?? '',
    scale: (scale ?? null) as Scale | null,
    qualifier: (words[0] ?? '') as Qualifier,
    unit,
  };
  if (words.length > 1)
    return {
      ...parts,
      issue: {
        code: 'two-qualifiers',
        params: { first: words[0] as string, second: words[1] as string },
      },
    };
  if (before) parts.qualifier = qualifierBefore(before);
  // 1,2345 may be 12345 or a slip for 1,234.
  if (digits === null || /^\d{1,4}[,'、 ]\d{4}(\.\d*)?$/.test(number.trim()))
    return { ...parts, issue: { code: 'odd-separators', params: { typed: number.trim() } } };
  return parts;
}

function qualifierBefore(word: string): Qualifier {
  if (/超|逾/.test(word)) return '超';
  return word.endsWith('近') ? '近' : '约';
}

function weigh(
  { sign, digits, scale: scaleWord, qualifier, unit: typedUnit }: Parts,
  indicator: Indicator,
): FigureReading {
  const { unit: baseUnit, display } = indicator;
  const isMoney = display.moneyUnit !== null;
  const unit = typedUnit === '' ? baseUnit : findMeasureWord(typedUnit, baseUnit);
  if (!unit || (scaleWord && baseUnit === '%')) {
    return refuse('wrong-unit', {
      typed: `${scaleWord ?? ''}${typedUnit}`,
      unit: display.moneyUnit ?? baseUnit,
    });
  }
  // "20000元" in a 万元 field says its own unit; a bare number is in the field's.
  const scale = scaleWord ?? (isMoney && typedUnit === '' ? entryScale(display) : 'none');
  if (sign === '-') return refuse('negative');
  const value = multiply(digits, scaleFactors[scale]);
  if (compare(value, limit) >= 0) return refuse('too-large');
  const decimals = decimalsOf(digits);
  const shown = (most: number): Shown => ({ scale, decimals: Math.min(decimals, most), unit });
  if (isMoney) {
    const most = 2 + scaleDigits[scale];
    if (decimals > most)
      return refuse('too-many-decimals', {
        max: String(most),
        unit: `${scale === 'none' ? '' : scale}元`,
      });
    return { ok: true, answer: 'number', value, shown: shown(most), qualifier };
  }
  if (baseUnit === '%') {
    if (decimals > 4) return refuse('too-many-decimals', { max: '4', unit: '%' });
    if (compare(value, mostPercent) > 0) return refuse('percent-range', { max: mostPercent });
    return { ok: true, answer: 'number', value, shown: shown(4), qualifier };
  }
  if (decimalsOf(value) > 0) return refuse('whole-number', { unit: baseUnit, value });
  return { ok: true, answer: 'number', value, shown: shown(scaleDigits[scale]), qualifier };
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;
const scaleDigits: Record<Scale, number> = { none: 0, 万: 4, 亿: 8 };

/** No number is longer, and nothing longer is worth looking at. */
const longest = 200;
/** The column holds 18 digits before the point. */
const limit = '1000000000000000000';
/** Completion rates go over 100; beyond this the number stands in the wrong field. */
const mostPercent = '10000';

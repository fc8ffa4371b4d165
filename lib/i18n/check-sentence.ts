// A failing check as a sentence with its numbers: which side is how large, and how the two should stand.
import type { CheckResult, TermValue } from '@/lib/domain/checks/checks';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { absolute, compare, multiply } from '@/lib/domain/figure/number';
import { printValue } from '@/lib/domain/figure/print';
import type { Locale } from './locales';
import { nameOf } from './name-of';

export type Indicators = ReadonlyMap<string, Indicator>;

/** The messages of `check.sentence` in one language. */
type Words = (
  key:
    | 'atMost'
    | 'atLeast'
    | 'equal'
    | 'rate'
    | 'present'
    | 'term'
    | 'termBefore'
    | 'times'
    | 'total'
    | 'noValue',
  values?: Record<string, string>,
) => string;

/** Says a result in the language of `t`. `previous` is the label of the period compared with. */
export function checkSentence(
  t: Words,
  locale: Locale,
  indicators: Indicators,
  previous: string,
): (result: CheckResult) => string {
  const nameOfTerm = ({ code }: TermValue): string => {
    const indicator = indicators.get(code ?? '');
    return indicator ? nameOf(indicator, locale) : (code ?? '');
  };
  const listed = (some: TermValue[]): string =>
    some.map(nameOfTerm).join(locale === 'en' ? ', ' : '、');
  const term = (one: TermValue): string => {
    const indicator = indicators.get(one.code ?? '');
    const value =
      one.value === null || !indicator ? t('noValue') : printValue(one.value, indicator);
    const text = t(one.period === 0 ? 'term' : 'termBefore', {
      name: nameOfTerm(one),
      value,
      period: previous,
    });
    const factor = absolute(one.factor);
    return compare(factor, 1) === 0 ? text : t('times', { term: text, factor });
  };
  const side = (terms: TermValue[], total: string, like: Indicator | undefined): string => {
    const [only] = terms;
    if (only && terms.length === 1 && only.code === null)
      return like ? printValue(only.value ?? '', like) : (only.value ?? '');
    const text = terms
      .map((one, index) => `${signBefore(one, index)}${constantOr(one, like) ?? term(one)}`)
      .join('');
    const isPlain = terms.length === 1 && only?.factor === 1;
    return isPlain || !like ? text : t('total', { terms: text, total: printValue(total, like) });
  };

  return ({ check, left, right, terms }) => {
    const like = indicators.get(terms.left.find(({ code }) => code !== null)?.code ?? '');
    if (check.op === 'present-if') {
      const missing = terms.left.filter(({ value }) => value === null);
      return t('present', { left: listed(missing), right: listed(terms.right) });
    }
    if (check.op === 'ratio-of') {
      const [numerator, denominator] = terms.right;
      return t('rate', {
        left: side(terms.left, left, like),
        numerator: numerator ? term(numerator) : '',
        denominator: denominator ? term(denominator) : '',
        result: like ? printValue(right, like, { decimals: 2 }) : right,
      });
    }
    return t(sentences[check.op], {
      left: side(terms.left, left, like),
      right: side(terms.right, right, like),
    });
  };
}

const sentences = { '<=': 'atMost', '>=': 'atLeast', '=': 'equal' } as const;

/** A constant beside other terms is printed like what it is added to. */
function constantOr({ code, factor }: TermValue, like: Indicator | undefined): string | null {
  if (code !== null) return null;
  const amount = absolute(factor);
  return like ? printValue(amount, like) : multiply(amount, 1);
}

function signBefore({ factor }: TermValue, index: number): string {
  if (factor < 0) return index === 0 ? '−' : ' − ';
  return index === 0 ? '' : ' + ';
}

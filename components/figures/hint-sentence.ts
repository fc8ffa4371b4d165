// A statistical hint as one plain sentence with its numbers.
import { useLocale, useTranslations } from 'next-intl';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { absolute, compare } from '@/lib/domain/figure/number';
import { entryScale, printValue, scaleFactors } from '@/lib/domain/figure/print';
import type { FormHint } from '@/lib/domain/checks/term-hints';

type HintedFigure = { indicator: Indicator; value: string | null; last: string | null };

/** Says a hint in the reader's language. `previous` is the label of the period before. */
export function useHintSentence(
  previous: string,
): (hint: FormHint, figure: HintedFigure) => string {
  const [t, locale] = [useTranslations('hints'), useLocale()];
  return (hint, { indicator, value, last }) => {
    const print = (one: string | null) => (one === null ? '' : printValue(one, indicator));
    if (hint.kind === 'year') {
      const percent = hint.percent === null ? '' : absolute(hint.percent);
      return t(`year.${hint.direction}`, {
        value: print(value),
        last: print(last),
        previous,
        percent,
      });
    }
    if (hint.kind === 'swap')
      return t('swap', {
        value: print(value),
        usual: print(hint.usual),
        other: nameOf(hint.with, locale),
        theirs: printValue(hint.theirs, hint.with),
        theirUsual: printValue(hint.theirUsual, hint.with),
      });
    const { direction } = hint;
    if (hint.kind === 'history')
      return t(`history.${direction}`, {
        value: print(value),
        years: hint.years,
        usual: print(hint.usual),
      });
    if (hint.kind === 'years')
      return t(`years.${hint.basis}`, {
        value: print(value),
        years: hint.years,
        expected: print(hint.expected),
      });
    const isRate = indicator.unit === '%';
    const [own, usual] = [hint.value, hint.usual].map((one) => printPerThousand(one, indicator));
    return t(`${isRate ? 'peersRate' : 'peers'}.${direction}`, {
      value: own!,
      usual: usual!,
      units: hint.units,
    });
  };
}

/** What falls to a thousand members is small: decimals distinguish it, and money is stated in 万元 only from there
 *  on. A rate is printed as it is. */
export function printPerThousand(value: string, indicator: Indicator): string {
  if (indicator.unit === '%') return printValue(value, indicator);
  const scale = entryScale(indicator.display);
  if (scale !== 'none' && compare(absolute(value), scaleFactors[scale]) >= 0)
    return printValue(value, indicator, { scale, decimals: 2 });
  return printValue(value, indicator, {
    scale: 'none',
    decimals: compare(absolute(value), 100) < 0 ? 2 : 0,
  });
}

import { getLocale, getTranslations } from 'next-intl/server';
import { differenceOf } from '@/lib/domain/comparison/difference';
import { printAmount, printGrowth } from '@/lib/domain/comparison/print-row';
import { labelOf, previousOf } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import type { FigureTrace } from '@/lib/domain/figure/trace';
import type { SummaryAddress } from './summary-address';
import { traceText } from './trace/trace-key';

type Props = { trace: FigureTrace; previous: FigureTrace | null; address: SummaryAddress };

/** The change since the period before, by the rules of the text itself: a rate only where one may be stated. */
export async function ChangeFromBefore({ trace, previous, address }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary'), getLocale()]);
  if (!previous)
    return t('trace.noPrevious', { period: labelOf(previousOf(trace.period), locale) });
  const { figure, indicator } = trace;
  const difference = differenceOf(
    { figure, keys: [trace.key] },
    { figure: previous.figure, keys: [previous.key] },
    indicator,
  );
  const rate = difference && printGrowth(difference, true);
  return (
    <>
      <a href={address.traceAt(traceText({ figures: [previous.key] }), address.at)} data-soft="">
        {t('trace.previous', {
          period: labelOf(previous.period, locale),
          text: printFigure(previous.figure, indicator),
        })}
      </a>
      <span className="block">
        {difference
          ? [printAmount(difference, true), rate]
              .filter(Boolean)
              .join(locale === 'en' ? ', ' : '，')
          : t('trace.noDifference')}
      </span>
    </>
  );
}

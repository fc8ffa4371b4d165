import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, parsePeriodCode } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';

/** Says changes that were reported without their base ("比2012年增长10%", "新增3000人"), and what a figure's
 *  span and scope are where they differ from the report's. */
export function useFigureRemarks(): (
  figure: Figure | null,
  changes: readonly Figure[],
  indicator: Indicator,
) => string[] {
  const t = useTranslations('history.remarks');
  const locale = useLocale();
  const join = locale === 'en' ? '; ' : '，';

  const spanOf = ({ asOf, from }: Figure): string[] => {
    if (asOf && from)
      return [t('span', { from: dateText(from, locale), to: dateText(asOf, locale) })];
    return asOf ? [t('asOf', { date: dateText(asOf, locale) })] : [];
  };
  const changeOf = (figure: Figure, indicator: Indicator): string => {
    const value = printFigure(figure, indicator);
    const direction = figure.value?.startsWith('-') ? 'down' : 'up';
    if (figure.measure === 'growth' || figure.measure === 'average_growth') {
      return t(figure.measure, {
        direction,
        value,
        base: figure.baseYear === null ? 'none' : String(figure.baseYear),
      });
    }
    return figure.measure === 'gross_new'
      ? t('gross_new', { value })
      : t('net_increase', { direction, value });
  };

  return (figure, changes, indicator) =>
    [
      ...(figure ? [...spanOf(figure), figure.scopeNote, figure.note] : []).filter(
        (text) => text !== null && text !== '',
      ),
      ...changes.map((one) =>
        [changeOf(one, indicator), ...spanOf(one), one.scopeNote, one.note]
          .filter(Boolean)
          .join(join),
      ),
    ] as string[];
}

/** "2016年", "2012年5月"; anything else stands as it was reported. */
function dateText(date: string, locale: string): string {
  const period = parsePeriodCode(/^\d{4}-\d{2}$/.test(date) ? `${date}..${date}` : date);
  return period ? labelOf(period, locale) : date;
}

import { useTranslations } from 'next-intl';
import type { YearChange } from './year-change';

type Props = { area: 'entry' | 'review'; change: YearChange };

/** The change of a figure in its amount (of a rate in points) and in per cent; empty where there is none, and why
 *  where the two are not of the same. */
export function ChangeCells({ area, change: { amount, isPoints, percent, withheld } }: Props) {
  const [t, common] = [useTranslations(area), useTranslations('common.withheld')];
  if (withheld)
    return (
      <td colSpan={2} className="text-attention" data-label={t('columns.change')}>
        <span aria-hidden="true">▲ </span>
        {common(withheld)}
      </td>
    );
  return (
    <>
      <td className="number" data-label={t('columns.change')}>
        {amount === null ? '' : isPoints ? t('points', { value: amount }) : amount}
      </td>
      <td className="number" data-label={t('columns.percent')}>
        {percent}
      </td>
    </>
  );
}

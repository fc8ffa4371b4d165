import { useTranslations } from 'next-intl';
import type { YearChange } from './year-change';

type Props = { area: 'entry' | 'review'; change: YearChange };

/** The change of a figure in its amount (of a rate in points) and in per cent; empty where there is none. */
export function ChangeCells({ area, change: { amount, isPoints, percent } }: Props) {
  const t = useTranslations(area);
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

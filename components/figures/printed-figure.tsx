import { useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { WorkedOut } from './worked-out';

type Props = {
  figure: Figure | null;
  indicator: Indicator;
  /** A rate that stands in for one nobody reported. */
  workedOut?: string | null;
};

/** A figure in its printed form with its unit; blank, not applicable and not available each say so. */
export function PrintedFigure({ figure, indicator, workedOut = null }: Props) {
  const t = useTranslations('common.answer');
  if (figure?.answer === 'number') return printFigure(figure, indicator);
  if (workedOut !== null) return <WorkedOut value={workedOut} indicator={indicator} />;
  return <span className="font-normal text-ink-2">{t(figure?.answer ?? 'blank')}</span>;
}

import { getTranslations } from 'next-intl/server';
import type { Chart } from '@/lib/domain/summary/summary';
import { ChartFigure, type Drawings } from './chart-figure';
import type { SummaryAddress } from './summary-address';

type Props = {
  charts: readonly Chart[];
  draw: (chart: Chart, index: number, address: SummaryAddress) => Drawings;
  address: SummaryAddress;
};

/** The charts of a summary under their heading; nothing where there are none. */
export async function Charts({ charts, draw, address }: Props) {
  const t = await getTranslations('summary');
  if (charts.length === 0) return null;
  return (
    <>
      <h2 id="charts" className="mt-10 scroll-mt-4 border-t border-line pt-6">
        {t('chart.title')}
      </h2>
      {charts.map((chart, index) => (
        <ChartFigure
          key={index}
          chart={chart}
          index={index}
          drawings={draw(chart, index, address)}
          address={address}
        />
      ))}
    </>
  );
}

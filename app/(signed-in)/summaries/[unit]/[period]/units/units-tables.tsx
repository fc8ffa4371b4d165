import { useTranslations } from 'next-intl';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { IndicatorChoice } from '@/components/summary/units/indicator-choice';
import { UnitsOfIndicator } from '@/components/summary/units/units-of-indicator';
import { UnitsOverview } from '@/components/summary/units/units-overview';
import type { SummaryAddress } from '@/components/summary/summary-address';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { linkedDrawings } from '../../../linked-drawings';
import type { Units } from './read-units';

type Props = {
  found: Units;
  action: string;
  style: SummaryStyle;
  address: SummaryAddress;
};

const heading = 'mt-10 mb-2 scroll-mt-4 border-t border-line pt-6';

/** One indicator of all units, its charts, all indicators of all units, and what they come to. */
export function UnitsTables({ found, action, style, address }: Props) {
  const t = useTranslations('units');
  const { summary, units, chosen, sections, totals } = found;
  return (
    <>
      <IndicatorChoice
        action={action}
        style={style}
        indicators={units.indicators.map((one) => one.indicator)}
        chosen={chosen.indicator.code}
      />
      <UnitsOfIndicator table={chosen} units={units.units} address={address} />
      <Charts charts={summary.charts} draw={linkedDrawings} address={address} />
      <h2 id="overview" className={heading}>
        {t('overview')}
      </h2>
      <UnitsOverview table={units} sections={sections} indicators={totals} address={address} />
      <h2 id="totals" className={heading}>
        <span id="comparison">{t('totals')}</span>
      </h2>
      <ComparisonTable table={summary.table} sections={sections} address={address} />
    </>
  );
}

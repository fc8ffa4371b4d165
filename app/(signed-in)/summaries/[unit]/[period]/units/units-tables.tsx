import { useTranslations, useLocale } from 'next-intl';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { UnitsOfIndicator } from '@/components/summary/units/units-of-indicator';
import { UnitsOverview } from '@/components/summary/units/units-overview';
import type { SummaryAddress } from '@/components/summary/summary-address';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { linkedDrawings } from '../../../linked-drawings';
import type { Units } from './read-units';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { styleQuery } from '@/lib/domain/summary/style';
import { nameOf } from '@/lib/i18n/name-of';

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

type IndicatorChoiceProps = {
  /** The page that shows the choice. */
  action: string;
  style: SummaryStyle;
  indicators: readonly { code: string; name: string; nameEn: string }[];
  chosen: string;
};

/** Which indicator is shown unit by unit; works without a script. */
function IndicatorChoice({ action, style, indicators, chosen }: IndicatorChoiceProps) {
  const [t, locale] = [useTranslations('units'), useLocale()];
  return (
    <>
      <h2 id="indicator" className="mb-2 scroll-mt-4">
        {t('indicator')}
      </h2>
      <form
        method="get"
        action={`${action}#indicator`}
        className="no-print sm:flex sm:items-end sm:gap-x-4"
      >
        {Object.entries(styleQuery(style)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          id="indicator-choice"
          name="indicator"
          label={t('choose')}
          defaultValue={chosen}
          options={indicators.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
        />
        <p className="mb-4">
          <Button>{t('show')}</Button>
        </p>
      </form>
    </>
  );
}

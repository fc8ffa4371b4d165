import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { styleQuery } from '@/lib/domain/summary/style';
import { nameOf } from '@/lib/i18n/name-of';

type Props = {
  /** The page that shows the choice. */
  action: string;
  style: SummaryStyle;
  indicators: readonly { code: string; name: string; nameEn: string }[];
  chosen: string;
};

/** Which indicator is shown unit by unit; works without a script. */
export function IndicatorChoice({ action, style, indicators, chosen }: Props) {
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

import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  reportId: string;
  indicators: readonly { code: string; name: string; nameEn: string }[];
  chosen: string | undefined;
};

/** What happened to one figure only; works without a script. */
export function IndicatorFilter({ reportId, indicators, chosen }: Props) {
  const [t, locale] = [useTranslations('history'), useLocale()];
  return (
    <form
      method="get"
      action={paths.history(reportId)}
      className="no-print items-end gap-x-4 sm:flex sm:flex-wrap"
    >
      <Select
        id="indicator"
        label={t('filter.label')}
        defaultValue={chosen ?? ''}
        options={[
          { value: '', label: t('filter.all') },
          ...indicators.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
        ]}
      />
      <Button className="mb-4">{t('filter.submit')}</Button>
      {chosen ? (
        <Link href={paths.history(reportId)} className="mb-6">
          {t('filter.clear')}
        </Link>
      ) : null}
    </form>
  );
}

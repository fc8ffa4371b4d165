import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { PeriodLink } from './period-link';
import type { SummaryScope } from './summary-scope';

type Props = {
  scope: SummaryScope;
  isOnly: boolean;
  termError: string | undefined;
  from: string | undefined;
  to: string | undefined;
};

/** One unit: a year with or without a further base year, or several years. */
export async function SummaryChoice({
  scope: { unit, periods },
  isOnly,
  termError,
  from,
  to,
}: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary'), getLocale()]);
  const single = periods.filter(({ kind }) => kind !== 'term');
  const terms = periods.filter(({ kind }) => kind === 'term');
  const years = periods.filter(({ kind }) => kind === 'year').map(({ code }) => code);
  const options = (codes: string[]) =>
    codes.map((code) => ({ value: code, label: labelOfCode(code, locale) }));
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {single.length > 0 ? (
        <section aria-labelledby="one-year">
          <h2 id="one-year">{t('choose.yearTitle')}</h2>
          <p className="mt-1 text-ink-2">{t('choose.yearText')}</p>
          <ul className="mt-2">
            {single.map((period) => (
              <li key={period.code}>
                <PeriodLink unit={unit.code} period={period} />
              </li>
            ))}
          </ul>
          {years.length > 2 ? (
            <form method="get" action={paths.summaries()}>
              <input type="hidden" name="unit" value={unit.code} />
              <Select id="period" label={t('choose.period')} options={options(years)} />
              <Select
                id="base"
                label={t('choose.base')}
                options={[{ value: '', label: t('choose.noBase') }, ...options(years.slice(1))]}
              />
              <Button kind="primary">{t('choose.openYear')}</Button>
            </form>
          ) : null}
        </section>
      ) : null}
      {terms.length > 0 || years.length > 1 ? (
        <section aria-labelledby="several-years">
          <h2 id="several-years">{t('choose.termTitle')}</h2>
          {terms.length > 0 ? (
            <>
              <h3 className="mt-3">{t('choose.reported')}</h3>
              <ul>
                {terms.map((period) => (
                  <li key={period.code}>
                    <PeriodLink unit={unit.code} period={period} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {years.length > 1 ? (
            <form method="get" action={paths.summaries()} className="mt-3">
              <p className="text-ink-2">{t('choose.termText')}</p>
              <input type="hidden" name="unit" value={unit.code} />
              <div className="flex flex-wrap gap-x-6">
                <Select
                  id="from"
                  label={t('choose.termFrom')}
                  error={termError}
                  defaultValue={from ?? years.at(-1)}
                  options={options(years)}
                />
                <Select
                  id="to"
                  label={t('choose.termTo')}
                  defaultValue={to ?? years[0]}
                  options={options(years)}
                />
              </div>
              <Button>{t('choose.openTerm')}</Button>
            </form>
          ) : null}
        </section>
      ) : null}
      {isOnly ? null : (
        <p className="md:col-span-2">
          <Link href={paths.summaries()}>{t('choose.change')}</Link>
        </p>
      )}
    </div>
  );
}

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
export async function SummaryChoice({ scope: { unit, periods }, isOnly, ...asked }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary.choose'), getLocale()]);
  const single = periods.filter(({ kind }) => kind !== 'term');
  const terms = periods.filter(({ kind }) => kind === 'term');
  const years = periods
    .filter(({ kind }) => kind === 'year')
    .map(({ code }) => ({ value: code, label: labelOfCode(code, locale) }));
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {single.length > 0 ? (
        <section aria-labelledby="one-year">
          <h2 id="one-year">{t('yearTitle')}</h2>
          <p className="mt-1 text-ink-2">{t('yearText')}</p>
          <Periods unit={unit.code} periods={single} className="mt-2" />
          {years.length > 2 ? <YearForm unit={unit.code} years={years} /> : null}
        </section>
      ) : null}
      {terms.length > 0 || years.length > 1 ? (
        <section aria-labelledby="several-years">
          <h2 id="several-years">{t('termTitle')}</h2>
          {terms.length > 0 ? (
            <>
              <h3 className="mt-3">{t('reported')}</h3>
              <Periods unit={unit.code} periods={terms} />
            </>
          ) : null}
          {years.length > 1 ? <TermForm {...asked} unit={unit.code} years={years} /> : null}
        </section>
      ) : null}
      {isOnly ? null : (
        <p className="md:col-span-2">
          <Link href={paths.summaries()}>{t('change')}</Link>
        </p>
      )}
    </div>
  );
}

function Periods({
  unit,
  periods,
  className,
}: {
  unit: string;
  periods: SummaryScope['periods'];
  className?: string;
}) {
  return (
    <ul className={className}>
      {periods.map((period) => (
        <li key={period.code}>
          <PeriodLink unit={unit} period={period} />
        </li>
      ))}
    </ul>
  );
}

type FormProps = { unit: string; years: { value: string; label: string }[] };

async function YearForm({ unit, years }: FormProps) {
  const t = await getTranslations('summary.choose');
  return (
    <form method="get" action={paths.summaries()}>
      <input type="hidden" name="unit" value={unit} />
      <Select id="period" label={t('period')} options={years} />
      <Select
        id="base"
        label={t('base')}
        options={[{ value: '', label: t('noBase') }, ...years.slice(1)]}
      />
      <Button kind="primary">{t('openYear')}</Button>
    </form>
  );
}

async function TermForm({
  unit,
  years,
  termError,
  from,
  to,
}: FormProps & Pick<Props, 'termError' | 'from' | 'to'>) {
  const t = await getTranslations('summary.choose');
  return (
    <form method="get" action={paths.summaries()} className="mt-3">
      <p className="text-ink-2">{t('termText')}</p>
      <input type="hidden" name="unit" value={unit} />
      <div className="flex flex-wrap gap-x-6">
        <Select
          id="from"
          label={t('termFrom')}
          error={termError}
          defaultValue={from ?? years.at(-1)?.value}
          options={years}
        />
        <Select id="to" label={t('termTo')} defaultValue={to ?? years[0]?.value} options={years} />
      </div>
      <Button>{t('openTerm')}</Button>
    </form>
  );
}

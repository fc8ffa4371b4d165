import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Sheet } from '@/components/ui/sheet';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { exploreViews } from '@/lib/domain/explore/explore';
import type { UnitLevel } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  sections: readonly Section[];
  indicators: readonly Indicator[];
  chosen: readonly string[];
  years: readonly number[];
  levels: readonly UnitLevel[];
  from: number;
  to: number;
  level: string | null;
  view: string;
};

/** What is asked for, as a plain form: the answer has an address that can be kept and sent. */
export function ExploreForm({ sections, indicators, chosen, years, levels, ...now }: Props) {
  const [t, locale] = [useTranslations('explore'), useLocale()];
  const picked = new Set(chosen);
  const yearOptions = years.map((year) => ({ value: String(year), label: t('year', { year }) }));
  return (
    <Sheet className="no-print">
      <form action={paths.explore()} method="get">
        <fieldset>
          <legend className="font-bold">{t('indicators')}</legend>
          <p className="text-table text-ink-2">{t('indicatorsHint')}</p>
          <div className="mt-2 columns-1 gap-x-8 sm:columns-2 lg:columns-3">
            {sections.map((section) => (
              <SectionChoice
                key={section.code}
                name={nameOf(section, locale)}
                indicators={indicators.filter((one) => one.section === section.code)}
                picked={picked}
              />
            ))}
          </div>
        </fieldset>
        <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          <Select id="from" label={t('from')} options={yearOptions} defaultValue={now.from} />
          <Select id="to" label={t('to')} options={yearOptions} defaultValue={now.to} />
          {levels.length > 1 ? (
            <Select
              id="level"
              label={t('level')}
              defaultValue={now.level ?? ''}
              options={[
                { value: '', label: t('allLevels') },
                ...levels.map((level) => ({ value: level, label: t(`levels.${level}`) })),
              ]}
            />
          ) : null}
          <Select
            id="view"
            label={t('view')}
            defaultValue={now.view}
            options={exploreViews.map((view) => ({ value: view, label: t(`views.${view}`) }))}
          />
          <Button kind="primary">{t('show')}</Button>
        </div>
      </form>
    </Sheet>
  );
}

/** A section, closed with the number of what is chosen in it: the answer stands in view below. */
function SectionChoice({
  name,
  indicators,
  picked,
}: {
  name: string;
  indicators: readonly Indicator[];
  picked: ReadonlySet<string>;
}) {
  const locale = useLocale();
  const count = indicators.filter(({ code }) => picked.has(code)).length;
  return (
    <details className="break-inside-avoid py-0.5">
      <summary className="min-h-8 cursor-pointer py-1">
        {name}
        {count > 0 ? <span className="ml-2 font-bold text-act">{count}</span> : null}
      </summary>
      <ul className="ml-4">
        {indicators.map((indicator) => (
          <li key={indicator.code}>
            <label className="flex min-h-8 items-baseline gap-2">
              <input
                type="checkbox"
                name="indicator"
                value={indicator.code}
                defaultChecked={picked.has(indicator.code)}
              />
              <span>{nameOf(indicator, locale)}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

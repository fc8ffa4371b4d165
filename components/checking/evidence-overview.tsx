import { useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Item = { id: string; indicator: string; name: string };

/** The files behind the figures of a submission, by figure: for whoever reads it. */
export function EvidenceOverview({
  items,
  rows,
}: {
  items: readonly Item[];
  rows: readonly { indicator: Indicator }[];
}) {
  const t = useTranslations('entryTools.evidence');
  const locale = useLocale();
  if (items.length === 0) return null;
  return (
    <Sheet className="mt-6">
      <h2>{t('title')}</h2>
      <ul>
        {items.map(({ id, indicator: code, name }) => {
          const indicator = rows.find((row) => row.indicator.code === code)?.indicator;
          return (
            <li key={id} className="flex flex-wrap gap-x-4">
              <span>{indicator ? nameOf(indicator, locale) : code}</span>
              <a href={paths.evidence(id)} className="inline-block min-h-6">
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = { reportId: string; sections: readonly Section[]; missing: readonly Indicator[] };

/** Figures without an answer, by section; each leads to its cell. */
export function MissingFigures({ reportId, sections, missing }: Props) {
  const t = useTranslations('check.missing');
  const locale = useLocale();
  const groups = sections
    .map((section) => ({
      section,
      here: missing.filter((indicator) => indicator.section === section.code),
    }))
    .filter(({ here }) => here.length > 0);
  return (
    <ul>
      {groups.map(({ section, here }) => (
        <li key={section.code} className="border-t border-line py-2">
          <h3>{t('section', { section: nameOf(section, locale), count: here.length })}</h3>
          <ul className="flex flex-wrap gap-x-5">
            {here.map((indicator) => (
              <li key={indicator.code}>
                <Link
                  href={paths.section(reportId, section.code, indicator.code)}
                  className="inline-block min-h-6"
                >
                  {nameOf(indicator, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

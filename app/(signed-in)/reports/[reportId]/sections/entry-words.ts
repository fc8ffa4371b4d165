import { useLocale, useTranslations } from 'next-intl';
import { labelOf, previousOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { Entry } from './read-entry';

/** What a page of entry is called, what is said of it and of its columns, and where last year's figures stand. */
export function useEntryWords({ form: { report, previousPeriod }, section, code }: Entry) {
  const [t, tools, common] = [
    useTranslations('entry'),
    useTranslations('entryTools'),
    useTranslations('common'),
  ];
  const locale = useLocale();
  const before = labelOf(previousOf(report.period), locale);
  const meta = [
    report.madeUp ? common('madeUp') : null,
    previousPeriod ? null : t('noPreviousReport', { period: before }),
    previousPeriod?.madeUp ? t('previousMadeUp', { period: before }) : null,
  ];
  const previous = previousPeriod?.reportId;
  return {
    title: section ? nameOf(section, locale) : tools('allTitle'),
    meta: meta.filter(Boolean).join(' · '),
    before,
    labels: {
      period: report.period,
      current: labelOf(report.period, locale),
      previous: t(report.period.kind === 'term' ? 'previousTerm' : 'previous', { period: before }),
    },
    previousHref: !previous
      ? null
      : code === null
        ? paths.allSections(previous)
        : paths.section(previous, code),
  };
}

import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Request = {
  id: string;
  reportId: string;
  unit: { name: string; nameEn: string };
  period: string;
  wanted: Date;
  reason: string;
};

/** Requests for a later date that wait for the reviewer. */
export function Requests({ requests }: { requests: readonly Request[] }) {
  const [t, locale, format] = [useTranslations('progress.requests'), useLocale(), useFormatter()];
  if (requests.length === 0) return null;
  return (
    <Notice kind="attention" title={t('title')}>
      <ul>
        {requests.map(({ id, reportId, unit, wanted, reason }) => (
          <li key={id}>
            {nameOf(unit, locale)} {t('wanted', { date: format.dateTime(wanted, 'day') })}
            {locale === 'en' ? ': ' : '：'}
            {reason}{' '}
            <Link href={paths.extension(reportId)}>
              {t('answer', { unit: nameOf(unit, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

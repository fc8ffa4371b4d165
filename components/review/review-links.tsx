import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  form: {
    report: { id: string; period: { code: string } };
    rows: readonly { indicator: Indicator }[];
  };
  queue: readonly unknown[];
  nextReport: { id: string; unit: { name: string; nameEn: string } } | null;
};

/** Where else one reads: figure by figure, the queue, and the next report in it. */
export function ReviewLinks({ form: { report, rows }, queue, nextReport }: Props) {
  const [t, locale] = [useTranslations('review'), useLocale()];
  const first = rows[0]?.indicator.code;
  const links = [
    first ? { href: paths.reportFigure(report.id, first), text: t('each') } : null,
    queue.length > 0 ? { href: paths.reviewQueue(report.period.code), text: t('queueLink') } : null,
    nextReport
      ? {
          href: paths.review(nextReport.id),
          text: t('queueNext', { unit: nameOf(nextReport.unit, locale) }),
        }
      : null,
  ];
  return (
    <p className="no-print flex flex-wrap gap-x-6">
      {links.map((link) =>
        link ? (
          <Link key={link.href} href={link.href} className="inline-flex min-h-8 items-center">
            {link.text}
          </Link>
        ) : null,
      )}
    </p>
  );
}

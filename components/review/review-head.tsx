import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { CoverState } from '@/components/cover/cover-state';
import { ReportTrail } from '@/components/history/report-trail';
import { FormHead } from '@/components/paper/form-head';
import { HandTotalsNote } from '@/components/rollup/hand-totals-note';
import { paths } from '@/lib/paths';
import Link from 'next/link';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';

type Report = ComponentProps<typeof FormHead>['report'] &
  ComponentProps<typeof ReportTrail>['report'] & { unit: { code: string } };
type Props = {
  form: { report: Report };
  submission: { number: number; signedBy: string | null; signedAt: Date | null } | null;
  scan: unknown;
  totals: ComponentProps<typeof HandTotalsNote>['totals'];
};

/** Whose submission is read, who signed it and when, whether its cover is sealed, and totals that differ from the
 *  sum. */
export function ReviewHead({ form: { report }, submission, scan, totals }: Props) {
  const [t, format, locale] = [useTranslations('review'), useFormatter(), useLocale()];
  return (
    <>
      <ReportTrail report={report} here={t('title')} />
      <FormHead isNamed title={t('title')} report={report}>
        {submission?.signedAt ? (
          <span>
            {t('submission', { number: submission.number })}
            {locale === 'en' ? ', ' : '，'}
            {t('signed', {
              by: submission.signedBy ?? '',
              at: format.dateTime(submission.signedAt, 'minute'),
            })}
          </span>
        ) : null}
        {submission ? (
          <CoverState reportId={report.id} number={submission.number} isSealed={scan !== null} />
        ) : null}
      </FormHead>
      <HandTotalsNote totals={totals} rollUp={paths.rollup(report.unit.code, report.period.code)} />
    </>
  );
}

type ReviewLinksProps = {
  form: {
    report: { id: string; period: { code: string } };
    rows: readonly { indicator: Indicator }[];
  };
  queue: readonly unknown[];
  nextReport: { id: string; unit: { name: string; nameEn: string } } | null;
};

/** Where else one reads: figure by figure, the queue, and the next report in it. */
export function ReviewLinks({ form: { report, rows }, queue, nextReport }: ReviewLinksProps) {
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

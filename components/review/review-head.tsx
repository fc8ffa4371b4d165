import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { CoverState } from '@/components/cover/cover-state';
import { ReportTrail } from '@/components/history/report-trail';
import { FormHead } from '@/components/paper/form-head';
import { HandTotalsNote } from '@/components/rollup/hand-totals-note';
import { paths } from '@/lib/paths';

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

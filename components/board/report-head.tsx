import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { Tag } from '@/components/ui/tag';
import type { Period } from '@/lib/domain/tree/period';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { Deadline } from './deadline';
import { ReportSteps } from './report-steps';
import { StatusTag } from './status-tag';

type Props = {
  report: ComponentProps<typeof ReportSteps>['report'] & {
    unit: { name: string; nameEn: string };
    period: Period & ComponentProps<typeof Deadline>['deadlines'];
    isLate: boolean;
    madeUp: boolean;
  };
  submission: number;
  sections: ComponentProps<typeof ReportSteps>['sections'];
  /** The moment the time left is counted from; null where nobody waits for the report any more. */
  now: Date | null;
};

/** Whose report it is, how far it has got, and the one next step. */
export function ReportHead({ report, submission, sections, now }: Props) {
  const [t, common, locale] = [useTranslations('reports'), useTranslations('common'), useLocale()];
  const { unit, period } = unitAndPeriod(report, locale);
  const sum = (key: 'filled' | 'total') => sections.reduce((all, one) => all + one[key], 0);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.reports(report.period.code), text: t('listTitle', { period }) }]}
        here={unit}
      />
      <PageHead
        title={t('reportTitle', { unit, period })}
        meta={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <StatusTag status={report.status} />
            <span className="tabular-nums">
              {t('filled', { filled: sum('filled'), expected: sum('total') })}
            </span>
            {submission > 1 ? (
              <span>
                {t(report.status === 'returned' ? 'submissionAhead' : 'submission', {
                  number: submission,
                })}
              </span>
            ) : null}
            {now ? <Deadline deadlines={report.period} now={now} /> : null}
            {report.isLate ? <Tag kind="attention">{t('late')}</Tag> : null}
            {report.madeUp ? <Tag>{common('madeUp')}</Tag> : null}
          </span>
        }
        actions={<ReportSteps report={report} sections={sections} />}
      />
    </>
  );
}

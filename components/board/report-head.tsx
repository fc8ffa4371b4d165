import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { Tag } from '@/components/ui/tag';
import type { Period } from '@/lib/domain/tree/period';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { Deadline } from './deadline';
import { StatusTag } from './status-tag';
import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import type { Action } from '@/lib/domain/access/policy';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { SectionProgress } from './section-progress';

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

type ReportStepsProps = {
  report: {
    id: string;
    status: ReportStatus;
    allowed: readonly Action[];
    submissions: readonly unknown[];
  };
  sections: readonly SectionProgress[];
};

/** The one next step of a report, and the quieter ways out of it. */
function ReportSteps({ report: { id, status, allowed, submissions }, sections }: ReportStepsProps) {
  const t = useTranslations('reports');
  const unfinished = sections.find(({ status: progress }) => progress !== 'done');
  const mayFill = allowed.includes('report.fill');
  return (
    <>
      {submissions.length > 1 || status === 'approved' || status === 'submitted' ? (
        <Link href={paths.history(id)}>{t('links.history')}</Link>
      ) : null}
      {mayFill && unfinished ? (
        <>
          <LinkButton href={paths.check(id)}>{t('next.check')}</LinkButton>
          <LinkButton href={paths.section(id, unfinished.section.code)} kind="primary">
            {t(
              status === 'not-started'
                ? 'next.fill'
                : status === 'returned'
                  ? 'next.correct'
                  : 'next.continue',
            )}
          </LinkButton>
        </>
      ) : null}
      {mayFill && !unfinished ? (
        <LinkButton href={paths.check(id)} kind="primary">
          {t('next.check')}
        </LinkButton>
      ) : null}
      {allowed.includes('report.sign') ? (
        <LinkButton href={paths.check(id)} kind="primary">
          {t('next.sign')}
        </LinkButton>
      ) : null}
      {allowed.includes('report.review') ? (
        <LinkButton href={paths.review(id)} kind="primary">
          {t('next.review')}
        </LinkButton>
      ) : null}
    </>
  );
}

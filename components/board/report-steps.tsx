import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import type { Action } from '@/lib/domain/access/policy';
import type { ReportStatus } from '@/lib/domain/report/report';
import { paths } from '@/lib/paths';
import type { SectionProgress } from './section-progress';

type Props = {
  report: {
    id: string;
    status: ReportStatus;
    allowed: readonly Action[];
    submissions: readonly unknown[];
  };
  sections: readonly SectionProgress[];
};

/** The one next step of a report, and the quieter ways out of it. */
export function ReportSteps({ report: { id, status, allowed, submissions }, sections }: Props) {
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

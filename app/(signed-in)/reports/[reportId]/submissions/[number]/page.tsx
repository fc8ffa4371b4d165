import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { CheckResults } from '@/components/checking/check-results';
import { ReportTrail } from '@/components/history/report-trail';
import { SubmissionHead, SubmissionLinks } from '@/components/history/submission-head';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCoverScan } from '@/lib/data/submission/covers';
import { readinessOf } from '@/lib/domain/report/readiness';
import { chromiumPath } from '@/lib/env';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readNumberedForm } from '../../../read-form';
import { FrozenSections } from './frozen-sections';
import { useTranslations } from 'next-intl';

type Props = { params: Promise<{ reportId: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, number }, t] = await Promise.all([
    params,
    getTranslations('history.submission'),
  ]);
  const form = await readNumberedForm(reportId, number);
  if (!form) return {};
  const names = unitAndPeriod(form.report, await getLocale());
  return { title: t('pageTitle', { number: form.submission.number, ...names }) };
}

/** A submission to read and to print: every figure in the form in which it was reported. */
export default async function SubmissionPage({ params }: Props) {
  const [viewer, { reportId, number }, t] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('history.submission'),
  ]);
  const form = await readNumberedForm(reportId, number);
  if (!form) notFound();
  const { report, submission } = form;
  const scan = await findCoverScan(viewer, report.id, submission.number);
  const readiness = readinessOf(
    form.rows,
    form.checks,
    form.explanations,
    form.previousPeriod !== null,
    form.waived,
  );
  return (
    <>
      <ReportTrail report={report} here={t('title', { number: submission.number })} />
      <SubmissionLinks
        report={report}
        submission={submission}
        isSealed={scan !== null}
        pdf={
          <PdfLink
            page={paths.submission(report.id, submission.number)}
            isOffered={chromiumPath() !== null}
          />
        }
      />
      <div className="no-print">
        <CheckResults reportId={report.id} submission={submission.number} readiness={readiness} />
      </div>
      <Sheet>
        <SubmissionHead report={report} submission={submission} />
        <FrozenSections form={form} />
        <SignatureLine />
      </Sheet>
    </>
  );
}

/** On paper only: where reporter and leader sign, seal and date. */
function SignatureLine() {
  const t = useTranslations('history.submission');
  return (
    <p className="mt-10 hidden justify-between print:flex">
      <span>{t('reporter')}</span>
      <span>{t('leader')}</span>
      <span>{t('seal')}</span>
      <span>{t('date')}</span>
    </p>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { EvidenceOverview } from '@/components/checking/evidence-overview';
import { ClientMessages } from '@/components/layout/client-messages';
import { AllNotes } from '@/components/notes/all-notes';
import { ReviewHead, ReviewLinks } from '@/components/review/review-head';
import { rowFilters } from '@/components/review/review-rows';
import { ReviewedReport } from '@/components/review/reviewed-report';
import { UndoStep } from '@/components/fields/undo-step';
import { TargetChanges } from '@/components/review/target-changes';
import { PdfLink } from '@/components/ui/pdf-link';
import { chromiumPath } from '@/lib/env';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { decide, takeBackDecision } from './actions';
import { ReadingSteps } from './reading-steps';
import { readReview } from './read-review';

type Props = { params: Promise<{ reportId: string }>; searchParams: Promise<{ show?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t] = await Promise.all([params, getTranslations('review')]);
  const form = await readForm(reportId);
  return form ? { title: t('pageTitle', unitAndPeriod(form.report, await getLocale())) } : {};
}

/** The reviewer's reading of the newest signed submission, beside last year's and beside the one he returned. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ reportId }, { show }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('review'),
  ]);
  const reading = await readReview(reportId);
  if (!reading) notFound();

  const { form, submission, before } = reading;
  const filter = rowFilters.find((one) => one === show && (one !== 'changed' || before)) ?? 'all';
  return (
    <>
      <ReviewHead {...reading} />
      {submission ? (
        <ClientMessages areas={['review', 'figure', 'issues']}>
          <ReviewLinks {...reading} />
          <ReadingSteps reportId={reportId} reading={reading} submission={submission} />
          <TargetChanges events={reading.targetChanges} names={reading.names} />
          <ReviewedReport {...reading} submission={submission} filter={filter} decide={decide} />
        </ClientMessages>
      ) : (
        <p>{t('refused.not-yet')}</p>
      )}
      {submission && reading.mayTakeBack ? (
        <UndoStep
          of="take-back"
          className="mt-6"
          action={takeBackDecision}
          reportId={reportId}
          submission={submission.number}
        />
      ) : null}
      <EvidenceOverview items={reading.evidence} rows={form.rows} />
      <p className="no-print mt-4">
        <PdfLink page={paths.review(reportId, show)} isOffered={chromiumPath() !== null} />
      </p>
      {submission ? <AllNotes sections={form.sections} notes={form.notes} /> : null}
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { labelOf, previousOf, type Period } from '@/lib/domain/tree/period';
import { reviewRows, type ReadForm } from './review-rows';
import { ReviewTable, type ReviewLabels } from './review-table';

/** Every figure of a form beside the period before, to be read before it is handed in. */
export function AllFigures({
  form,
  isOpen,
}: {
  form: ReadForm & { report: { period: Period } };
  isOpen: boolean;
}) {
  const t = useTranslations('check.all');
  const labels = useReviewLabels(form.report.period);
  return (
    <details open={isOpen}>
      <summary>{t('open')}</summary>
      <h2 className="sr-only">{t('title')}</h2>
      <ReviewTable sections={form.sections} rows={reviewRows(form)} labels={labels} />
    </details>
  );
}

/** How the period before is named: in the head of a column, and inside a sentence. */
export function useReviewLabels(period: Period): ReviewLabels {
  const t = useTranslations('review.columns');
  const label = labelOf(previousOf(period), useLocale());
  return {
    previous: t(period.kind === 'term' ? 'previousTerm' : 'previous', { period: label }),
    previousPeriod: label,
    period,
  };
}

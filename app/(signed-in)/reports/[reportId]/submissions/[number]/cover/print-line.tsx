import { useTranslations } from 'next-intl';
import { PrintButton } from '@/components/summary/print-button';
import { PdfLink } from '@/components/ui/pdf-link';
import { chromiumPath } from '@/lib/env';
import { paths } from '@/lib/paths';
import type { readNumberedForm } from '../../../../read-form';

type Form = NonNullable<Awaited<ReturnType<typeof readNumberedForm>>>;

/** To print the cover or have it as a file; of a returned submission it is no use. */
export function PrintLine({ form: { report, submission } }: { form: Form }) {
  const t = useTranslations('cover');
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-4">
      <PrintButton>{t('print')}</PrintButton>
      <PdfLink
        page={paths.cover(report.id, submission.number)}
        isOffered={chromiumPath() !== null}
      />
      {submission.review?.decision === 'returned' ? (
        <span className="text-ink-2">{t('returned')}</span>
      ) : null}
    </div>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Fragment } from 'react';
import { WrittenNotes } from '@/components/notes/written-notes';
import { CheckResults } from '@/components/checking/check-results';
import { FrozenSection } from '@/components/paper/frozen-section';
import { ReportTrail } from '@/components/history/report-trail';
import { SubmissionHead } from '@/components/history/submission-head';
import { SignatureLine } from '@/components/history/signature-line';
import { SubmissionLinks } from '@/components/history/submission-links';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCoverScan } from '@/lib/data/submission/covers';
import { missingIndicators } from '@/lib/domain/report/completeness';
import { readinessOf } from '@/lib/domain/report/readiness';
import { chromiumPath } from '@/lib/env';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readNumberedForm } from '../../../read-form';

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
  const { report, submission, sections, rows, notes } = form;
  const scan = await findCoverScan(viewer, report.id, submission.number);
  const filled = rows.filter(
    ({ figure, changes, workedOut }) =>
      (figure !== null && figure.answer !== 'blank') || changes.length > 0 || workedOut !== null,
  );
  const missing = missingIndicators(rows.filter((row) => !filled.includes(row))).length;
  const readiness = readinessOf(
    rows,
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
        {filled.length === 0 ? <p className="mt-4">{t('empty')}</p> : null}
        {sections.map((section) => {
          const here = filled.filter(({ indicator }) => indicator.section === section.code);
          if (
            here.length === 0 &&
            !notes.some((note) => note.section === section.code && note.text !== '')
          )
            return null;
          return (
            <Fragment key={section.code}>
              <FrozenSection section={section} rows={here} />
              <WrittenNotes notes={notes} section={section.code} />
            </Fragment>
          );
        })}
        {filled.length > 0 && missing > 0 ? (
          <p className="mt-4 text-ink-2">{t('blank', { count: missing })}</p>
        ) : null}
        <SignatureLine />
      </Sheet>
    </>
  );
}

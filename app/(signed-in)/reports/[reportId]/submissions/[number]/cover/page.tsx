import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { CoverScan } from '@/components/cover/cover-scan';
import { CoverSheet } from '@/components/cover/cover-sheet';
import { CoverUpload } from '@/components/cover/cover-upload';
import { ClientMessages } from '@/components/layout/client-messages';
import { ReportTrail } from '@/components/history/report-trail';
import { requireViewer } from '@/lib/auth/viewer';
import { findCover } from '@/lib/data/submission/covers';
import { formHeader } from '@/lib/data/catalogue/form-header';
import { countAnswers } from '@/lib/domain/report/completeness';
import { coverTotals } from '@/lib/domain/report/cover';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readNumberedForm } from '../../../../read-form';
import { uploadScan } from './actions';
import { PrintLine } from './print-line';

type Props = { params: Promise<{ reportId: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, number }, t] = await Promise.all([params, getTranslations('cover')]);
  const form = await readNumberedForm(reportId, number);
  if (!form) return {};
  const names = unitAndPeriod(form.report, await getLocale());
  return { title: t('pageTitle', { number: form.submission.number, ...names }) };
}

/** The cover of a signed submission: to print, sign and seal, and to be kept with it as a scan. */
export default async function CoverPage({ params }: Props) {
  const [viewer, { reportId, number }, t, print, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('cover'),
    getTranslations('entryTools.print'),
    getLocale(),
  ]);
  const form = await readNumberedForm(reportId, number);
  const cover = form && (await findCover(viewer, reportId, form.submission.number));
  if (!form || !cover) notFound();
  const { report, submission, rows } = form;
  const mayAdd =
    submission.number === report.submission.number &&
    report.allowed.includes('cover.add') &&
    (cover.scan === null || submission.review === null);
  return (
    <>
      <ReportTrail
        report={report}
        through={[
          {
            href: paths.submission(report.id, submission.number),
            text: t('submission', { number: submission.number }),
          },
        ]}
        here={t('title')}
      />
      <CoverScan
        reportId={report.id}
        number={submission.number}
        scan={cover.scan}
        isOwn={report.unit.code === viewer.unit.code}
        isFixed={submission.review !== null}
      >
        {mayAdd ? (
          <ClientMessages areas={['cover', 'issues']}>
            <CoverUpload
              action={uploadScan}
              reportId={report.id}
              number={submission.number}
              hasScan={cover.scan !== null}
            />
          </ClientMessages>
        ) : null}
      </CoverScan>
      <PrintLine form={form} />
      <CoverSheet
        title={print('title', unitAndPeriod(report, locale))}
        header={formHeader}
        report={report}
        submission={submission}
        figures={countAnswers(rows).filled}
        totals={coverTotals(rows)}
        fingerprint={cover.fingerprint}
      />
    </>
  );
}

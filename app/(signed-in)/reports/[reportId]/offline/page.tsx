import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { OfflineUpload } from '@/components/imports/offline-upload';
import { ClientMessages } from '@/components/layout/client-messages';
import { ReportTrail } from '@/components/history/report-trail';
import { buttonStyle } from '@/components/ui/button-style';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { confirm, preview } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

/** A report taken along without a connection: the form goes out as a workbook, and what comes back is looked at
 *  first. */
export default async function OfflinePage({ params }: Props) {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('imports'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  // Whoever only reads the report has nothing to do here.
  if (!form) notFound();
  const { report } = form;
  const { unit, period } = unitAndPeriod(report, locale);
  const isOpen = report.allowed.includes('report.fill');
  return (
    <>
      <ReportTrail report={report} here={t('title')} />
      <PageHead title={t('pageTitle', { unit, period })} />
      {isOpen ? (
        <>
          <Sheet className="mb-4">
            <h2>{t('step1')}</h2>
            <p className="my-2">{t('downloadText')}</p>
            <a href={paths.offlineForm(report.id)} download className={buttonStyle('plain')}>
              {t('download')}
            </a>
          </Sheet>
          <ClientMessages areas={['imports', 'issues']}>
            <OfflineUpload reportId={report.id} preview={preview} confirm={confirm} />
          </ClientMessages>
        </>
      ) : (
        <Sheet>
          <p>{t('closed')}</p>
        </Sheet>
      )}
    </>
  );
}

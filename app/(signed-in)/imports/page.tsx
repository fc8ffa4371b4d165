import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FileUpload } from '@/components/imports/file-upload';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { ReportUpload } from '@/components/old-report/report-upload';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listImports, mayImport, maySeeImports } from '@/lib/data/imports/imports';
import { listImportPeriods } from '@/lib/data/imports/import-plan';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { openFile } from './actions';
import { ImportTable } from './import-table';
import { openReports } from './reading-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheetImport'))('title') };
}

/** History from foreign tables: a new file, and the imports there have been. */
export default async function ImportsPage() {
  const [viewer, t, reports] = await Promise.all([
    requireViewer(),
    getTranslations('sheetImport'),
    getTranslations('reports'),
  ]);
  if (!maySeeImports(viewer)) notFound();
  const [rows, periods, old, locale] = await Promise.all([
    listImports(viewer),
    listImportPeriods(viewer),
    getTranslations('oldReports'),
    getLocale(),
  ]);
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.reports(), text: reports('title') }]} here={t('title')} />
      <PageHead title={t('title')} />
      <Sheet className="mb-4">
        <p>{t('intro')}</p>
        <p className="mt-1 text-ink-2">{t('scope')}</p>
        {mayImport(viewer) ? (
          <ClientMessages areas={['sheetImport', 'issues']}>
            <FileUpload action={openFile} />
          </ClientMessages>
        ) : (
          <p className="mt-3">{t('noPermission')}</p>
        )}
      </Sheet>
      {mayImport(viewer) ? (
        <Sheet className="mb-4">
          <h2 className="mb-2">{old('uploadTitle')}</h2>
          <p>{old('intro')}</p>
          <ClientMessages areas={['oldReports', 'issues']}>
            <ReportUpload
              action={openReports}
              periods={periods.map((one) => ({ code: one.code, label: labelOf(one, locale) }))}
            />
          </ClientMessages>
        </Sheet>
      ) : null}
      <Sheet>
        <h2 className="mb-2">{t('listTitle')}</h2>
        {rows.length === 0 ? <p>{t('none')}</p> : <ImportTable imports={rows} />}
      </Sheet>
    </>
  );
}

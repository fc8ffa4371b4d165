import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FileUpload } from '@/components/imports/file-upload';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { requireViewer } from '@/lib/auth/viewer';
import { listImports, mayImport, maySeeImports } from '@/lib/data/imports/imports';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { openFile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheetImport'))('title') };
}

/** History from foreign tables: a new file, and the imports there have been. */
export default async function ImportsPage() {
  const [viewer, t, reports, locale, format] = await Promise.all([
    requireViewer(),
    getTranslations('sheetImport'),
    getTranslations('reports'),
    getLocale(),
    getFormatter(),
  ]);
  if (!maySeeImports(viewer)) notFound();
  const rows = await listImports(viewer);
  const label = (code: string) => labelOfCode(code, locale);
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
      <Sheet>
        <h2 className="mb-2">{t('listTitle')}</h2>
        {rows.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <Table stack>
            <thead>
              <tr>
                <th scope="col">{t('columns.file')}</th>
                <th scope="col">{t('columns.by')}</th>
                <th scope="col">{t('columns.periods')}</th>
                <th scope="col" className="number">
                  {t('columns.count')}
                </th>
                <th scope="col">{t('columns.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(
                ({
                  id,
                  fileName,
                  openedBy,
                  openedAt,
                  written,
                  undone,
                  figures,
                  restored,
                  periods,
                }) => (
                  <tr key={id}>
                    <th scope="row" className="break-all">
                      <Link href={paths.import(id)}>{fileName}</Link>
                    </th>
                    <td data-label={t('columns.by')}>
                      {t('byAt', {
                        by: written?.by ?? openedBy,
                        at: format.dateTime(written?.at ?? openedAt, 'minute'),
                      })}
                    </td>
                    <td data-label={t('columns.periods')}>
                      {periods.map(label).join(locale === 'en' ? ', ' : '、') || '—'}
                    </td>
                    <td className="number" data-label={t('columns.count')}>
                      {undone
                        ? t('countUndone', { count: figures, restored })
                        : written
                          ? t('count', { count: figures })
                          : '—'}
                    </td>
                    <td data-label={t('columns.state')}>
                      <Tag kind={undone ? 'plain' : written ? 'good' : 'todo'}>
                        {t(`state.${undone ? 'undone' : written ? 'written' : 'open'}`)}
                      </Tag>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </Table>
        )}
      </Sheet>
    </>
  );
}

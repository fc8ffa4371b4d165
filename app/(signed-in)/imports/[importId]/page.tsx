import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { MappingForm } from '@/components/imports/mapping-form';
import { SheetPreview } from '@/components/imports/sheet-preview';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findImportPlan, listImportPeriods } from '@/lib/data/imports/import-plan';
import { listRemembered, mayImport } from '@/lib/data/imports/imports';
import { findReading } from '@/lib/data/imports/readings';
import { findRemembered, namesOf } from '@/lib/domain/sheet/mapping';
import { paths } from '@/lib/paths';
import { decide } from '../actions';
import { mappingProps } from '../mapping-view';
import { ReadingView } from '../reading-view';
import { ImportResult } from '../result-view';
import { RememberedMapping } from './remembered-mapping';

type Props = { params: Promise<{ importId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheetImport'))('title') };
}

/** A file that is to be imported: what its names mean; and one that was imported: what it wrote. */
export default async function ImportPage({ params }: Props) {
  const [viewer, { importId }, t, issueText, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('sheetImport'),
    getTranslations('issues'),
    getLocale(),
  ]);
  const planned = await findImportPlan(viewer, importId);
  if (!planned) notFound();
  const { view, taken } = planned;
  const notices = view.sheets.flatMap((sheet) => sheet.notices ?? []);
  if (view.written) return <ImportResult viewer={viewer} planned={planned} />;
  const reading = await findReading(viewer, importId);
  if (reading) return <ReadingView viewer={viewer} reading={reading} />;
  const [{ indicators }, periods, remembered] = await Promise.all([
    findCatalogue(),
    listImportPeriods(viewer),
    listRemembered(viewer),
  ]);
  const names = namesOf(taken.map(({ layout }) => layout));
  const isUndecided = Object.keys(view.decisions.lines).length === 0 && names.length > 0;
  const fitting = isUndecided ? findRemembered(names, remembered) : null;
  const visible = view.sheets.find(({ isHidden }) => !isHidden) ?? { name: '', rows: [] };
  const shown = taken[0]?.sheet ?? (view.sheets[0] && visible);
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.imports(), text: t('title') }]} here={view.fileName} />
      <PageHead title={t('mapTitle', { file: view.fileName })} />
      {notices.map(({ code, params }) => (
        <Notice
          key={code + params.line}
          kind="attention"
          title={issueText(code as never, params as never)}
        />
      ))}
      {shown ? <SheetPreview sheet={shown} head={taken[0]?.layout.head ?? 0} /> : null}
      <ClientMessages areas={['sheetImport', 'issues']}>
        {fitting ? (
          <RememberedMapping
            importId={importId}
            file={fitting.of.fileName}
            count={names.length}
            known={fitting.known}
          />
        ) : null}
        {mayImport(viewer) ? (
          <MappingForm
            key={planned.mark + JSON.stringify(view.decisions)}
            action={decide}
            {...mappingProps(planned, indicators, periods, viewer, locale)}
          />
        ) : (
          <p>{t('noPermission')}</p>
        )}
      </ClientMessages>
    </>
  );
}

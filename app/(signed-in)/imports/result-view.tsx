import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportButton } from '@/components/imports/import-button';
import { ImportedFigures } from '@/components/imports/imported-figures';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import type { Viewer } from '@/lib/data/database/access';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listImportedFigures } from '@/lib/data/imports/undo';
import { mayImport, type ImportView } from '@/lib/data/imports/imports';
import { labelOfCode } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { undo } from './actions';

/** What an import wrote, from which cells, what became of it since, and the button that takes it back. */
export async function ImportResult({ viewer, view }: { viewer: Viewer; view: ImportView }) {
  const [t, locale, { indicators }, figures] = await Promise.all([
    getTranslations('sheetImport'),
    getLocale(),
    findCatalogue(),
    listImportedFigures(viewer, view.id),
  ]);
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const label = (code: string) => labelOfCode(code, locale);
  const printed = (figure: (typeof figures)[number]['now'], code: string) =>
    figure?.answer === 'number' ? printFigure(figure, byCode.get(code)!) : t('blank');
  const standing = figures.filter(({ fate }) => fate === 'standing').length;
  const restored = figures.filter(({ fate }) => fate === 'restored').length;
  const reports = [...new Map(figures.map(({ reportId, period }) => [reportId, period]))];
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.imports(), text: t('title') }]} here={view.fileName} />
      <PageHead title={t('resultTitle', { file: view.fileName })} />
      <ResultNotice view={view} count={figures.length} restored={restored} />
      <Sheet className="mb-4">
        <h2>{t('reports')}</h2>
        <ul className="my-2 flex flex-wrap gap-x-6">
          {reports.map(([reportId, period]) => (
            <li key={reportId}>
              <Link href={paths.report(reportId)}>{label(period)}</Link>
            </li>
          ))}
        </ul>
        {!view.undone && mayImport(viewer) ? (
          <UndoImport importId={view.id} standing={standing} kept={figures.length - standing} />
        ) : null}
      </Sheet>
      <Sheet>
        <h2 className="mb-2">{t('figures')}</h2>
        <ImportedFigures
          rows={figures.map(
            ({ reportId, period, indicator, sheet, cell, text, before, now, fate }) => ({
              key: `${reportId} ${indicator}`,
              href: paths.history(reportId, { indicator }),
              period: label(period),
              name: nameOf(byCode.get(indicator)!, locale),
              from: t('from', { sheet, cell }),
              text,
              before: printed(before, indicator),
              now: printed(now, indicator),
              fate,
            }),
          )}
        />
      </Sheet>
    </>
  );
}

type NoticeProps = { view: ImportView; count: number; restored: number };

/** Who wrote the import and when, or who took it back. */
function ResultNotice({ view, count, restored }: NoticeProps) {
  const [t, format] = [useTranslations('sheetImport'), useFormatter()];
  if (view.undone) {
    const { by, at } = view.undone;
    const said = { by, at: format.dateTime(at, 'minute'), restored, kept: count - restored };
    return <Notice role="status" title={t('undoneBy', said)} />;
  }
  const { by, at } = view.written!;
  const said = { by, at: format.dateTime(at, 'minute'), count };
  return <Notice kind="good" role="status" title={t('writtenBy', said)} />;
}

/** The button that takes the import back, and what stays as somebody has changed it since. */
function UndoImport({
  importId,
  standing,
  kept,
}: {
  importId: string;
  standing: number;
  kept: number;
}) {
  const t = useTranslations('sheetImport');
  return (
    <ClientMessages areas={['sheetImport', 'issues']}>
      <h2 className="mt-4">{t('undoTitle')}</h2>
      <ImportButton
        action={undo}
        hidden={{ importId }}
        kind="plain"
        label={t('undo')}
        busy={t('undoing')}
      >
        <p className="mb-2">{t('undoText', { count: standing })}</p>
        {kept > 0 ? <p className="mb-2">{t('undoKept', { count: kept })}</p> : null}
      </ImportButton>
    </ClientMessages>
  );
}

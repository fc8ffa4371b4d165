import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportButton } from '@/components/imports/import-button';
import { OddFigures } from '@/components/imports/odd-figures';
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
import type { PlannedImport } from '@/lib/data/imports/import-plan';
import { listHeld } from '@/lib/data/imports/write';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOfCode } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { placeOf } from '@/lib/domain/sheet/plan-import';
import { isReading } from '@/lib/domain/sheet/plan-reading';
import { shiftBetween } from '@/lib/domain/written-on/shift-years';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { confirm, undo } from './actions';

type Props = { viewer: Viewer; planned: PlannedImport };

/** What an import wrote, from which cells, what became of it since, what may still be ticked, and the button
 *  that takes it back. */
export async function ImportResult({ viewer, planned }: Props) {
  const { view } = planned;
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
      {mayImport(viewer) ? <Unwritten planned={planned} viewer={viewer} byCode={byCode} /> : null}
      <Sheet className="mb-4">
        <h2>{t('reports')}</h2>
        <ul className="my-2">
          {reports.map(([reportId, period]) => (
            <li key={reportId} className="border-b border-line py-1">
              <Link href={paths.report(reportId)}>{label(period)}</Link>
              <WriteOn viewer={viewer} planned={planned} period={period} />
              <Lacking reportId={reportId} planned={planned} indicators={indicators} />
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

type WriteOnProps = Props & { period: string };

/** The ways from an old report to the texts of the newest years after it that have a report. */
function WriteOn({ viewer, planned: { view, targets }, period }: WriteOnProps) {
  const [t, locale] = [useTranslations('desk.writtenOn'), useLocale()];
  const reports = isReading(view.decisions) ? view.decisions.reading.reports : [];
  const place = reports.findIndex((one) => one.period === period);
  const years = [...(targets.get(viewer.unit.code) ?? [])]
    .filter(([code, { reportId }]) => reportId !== null && shiftBetween(period, code) !== null)
    .map(([code]) => code)
    .filter((code) => code > period);
  if (place < 0 || view.undone) return null;
  const from = { import: view.id, report: String(place) };
  return years
    .sort()
    .slice(-6)
    .map((year) => (
      <Link key={year} className="ml-6" href={paths.writtenOn(viewer.unit.code, year, from)}>
        {t('link', { period: labelOfCode(year, locale) })}
      </Link>
    ));
}

type LackingProps = {
  reportId: string;
  planned: PlannedImport;
  indicators: readonly Indicator[];
};

/** How much of a report's form is still blank, and what. */
function Lacking({ reportId, planned, indicators }: LackingProps) {
  const [t, locale] = [useTranslations('sheetImport'), useLocale()];
  const target = [...planned.targets.values()]
    .flatMap((periods) => [...periods.values()])
    .find((one) => one.reportId === reportId);
  const names = indicators
    .filter(({ code, core }) => target && (core || target.chosen.has(code)))
    .filter(({ code }) => (target?.figures.get(code)?.answer ?? 'blank') === 'blank')
    .map((indicator) => nameOf(indicator, locale));
  if (names.length === 0) return <span className="ml-3 text-good">{t('lacksNothing')}</span>;
  return (
    <details className="ml-3 inline-block max-w-full align-top">
      <summary>{t('lacks', { count: names.length })}</summary>
      <p className="text-ink-2">{names.join(locale === 'en' ? ', ' : '、')}</p>
    </details>
  );
}

type UnwrittenProps = Props & { byCode: ReadonlyMap<string, { name: string; nameEn: string }> };

/** What was left unticked, to be ticked now after all. */
async function Unwritten({ planned, viewer, byCode }: UnwrittenProps) {
  const [t, issueText, locale, held] = await Promise.all([
    getTranslations('sheetImport'),
    getTranslations('issues'),
    getLocale(),
    listHeld(planned),
  ]);
  if (held.length === 0) return null;
  const cells = new Map(planned.plan.cells.map((cell) => [placeOf(cell), cell]));
  const nameOfUnit = (unit: string) =>
    unit === viewer.unit.code ? '' : `${planned.unitNames.get(unit) ?? unit} `;
  return (
    <Sheet className="mb-4">
      <ClientMessages areas={['sheetImport', 'issues']}>
        <ImportButton
          action={confirm}
          hidden={{ importId: planned.view.id, mark: planned.mark }}
          kind="plain"
          label={t('writeLater')}
          busy={t('writing')}
        >
          <OddFigures
            title={t('laterTitle', { count: held.length })}
            text={t('laterText')}
            figures={held.flatMap((edit) => {
              const cell = cells.get(placeOf(edit));
              return cell
                ? {
                    place: placeOf(edit),
                    name: nameOf(byCode.get(cell.code)!, locale),
                    period: `${nameOfUnit(cell.unit)}${labelOfCode(cell.period, locale)}`,
                    value: cell.value,
                    reasons: cell.asks.map(({ code, params }) =>
                      issueText(code as never, params as never),
                    ),
                  }
                : [];
            })}
          />
        </ImportButton>
      </ClientMessages>
    </Sheet>
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

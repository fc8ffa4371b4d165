import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { ImportButton } from '@/components/imports/import-button';
import { VerdictTable } from '@/components/imports/verdict-table';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findImportPlan } from '@/lib/data/imports/plan';
import { mayImport } from '@/lib/data/imports/imports';
import { labelOfCode } from '@/lib/domain/tree/period';
import { importKinds, type ImportCell } from '@/lib/domain/sheet/plan-import';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { confirm } from '../../actions';

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ show?: string; page?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheetImport'))('title') };
}

/** What an import would do to each figure, before anything is written. */
export default async function CheckImportPage({ params, searchParams }: Props) {
  const [viewer, { importId }, { show, page: wantedPage }, t, issueText, locale] =
    await Promise.all([
      requireViewer(),
      params,
      searchParams,
      getTranslations('sheetImport'),
      getTranslations('issues'),
      getLocale(),
    ]);
  const planned = await findImportPlan(viewer, importId);
  if (!planned) notFound();
  const { view, plan, mark, targets, unitNames } = planned;
  if (view.written) redirect(paths.import(importId));
  const { indicators } = await findCatalogue();
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const kinds = importKinds
    .map((kind) => ({ kind, count: plan.cells.filter((cell) => cell.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const shown = importKinds.find((kind) => kind === show);
  const cells = plan.cells
    .filter(({ kind }) => shown === undefined || kind === shown)
    .sort((a, b) => (shown ? 0 : importKinds.indexOf(a.kind) - importKinds.indexOf(b.kind)));
  const onPage = pageOf(cells, wantedPage);
  const label = (code: string) => (code === '' ? t('unsaid') : labelOfCode(code, locale));
  const ofOthers = (unit: string) =>
    unit === viewer.unit.code ? '' : `${unitNames.get(unit) ?? unit} `;
  const opened = [
    ...new Map(
      plan.edits
        .filter(({ unit, period }) => targets.get(unit)?.get(period)?.state === 'missing')
        .map(({ unit, period }) => [`${unit} ${period}`, `${ofOthers(unit)}${label(period)}`]),
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text);
  const verdict = ({ kind, issue, asks }: ImportCell) =>
    kind === 'ask'
      ? asks
          .map(({ code, params }) => issueText(code as never, params as never))
          .join(t('separator'))
      : issue && issueText.has(issue.code as never)
        ? issueText(issue.code as never, issue.params as never)
        : t(`verdict.${kind}`);
  const isSeveral = new Set(plan.cells.map(({ sheet }) => sheet)).size > 1;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.imports(), text: t('title') },
          { href: paths.import(importId), text: view.fileName },
        ]}
        here={t('step4')}
      />
      <PageHead title={t('checkTitle', { file: view.fileName })} />
      <Sheet>
        <p className="font-bold" role="status">
          {kinds.map(({ kind, count }) => t(`kinds.${kind}`, { count })).join(t('separator')) ||
            t('nothing')}
        </p>
        {plan.unmatched > 0 ? (
          <p className="text-ink-2">{t('unmatched', { count: plan.unmatched })}</p>
        ) : null}
        {plan.skipped > 0 ? (
          <p className="text-ink-2">{t('skipped', { count: plan.skipped })}</p>
        ) : null}
        <nav aria-label={t('show')} className="my-3 flex flex-wrap gap-x-5">
          <Link
            href={paths.importCheck(importId)}
            aria-current={shown ? undefined : 'page'}
          >{`${t('all')} ${plan.cells.length}`}</Link>
          {kinds.map(({ kind, count }) => (
            <Link
              key={kind}
              href={paths.importCheck(importId, { show: kind })}
              aria-current={kind === shown ? 'page' : undefined}
            >{`${t(`short.${kind}`)} ${count}`}</Link>
          ))}
        </nav>
        <VerdictTable
          label={t('table')}
          heads={{
            place: t('checkColumns.cell'),
            name: t('checkColumns.indicator'),
            period: t('checkColumns.period'),
            now: t('checkColumns.now'),
            typed: t('checkColumns.text'),
            value: t('checkColumns.value'),
            verdict: t('checkColumns.verdict'),
          }}
          rows={onPage.shown.map((cell) => ({
            key: `${cell.sheet} ${cell.address}`,
            place: isSeveral ? t('from', { sheet: cell.sheet, cell: cell.address }) : cell.address,
            name: nameOf(byCode.get(cell.code)!, locale),
            said: cell.label,
            period: `${ofOthers(cell.unit)}${label(cell.period)}`,
            now: cell.now || '—',
            typed: cell.text.slice(0, 60),
            value: cell.value,
            kind: cell.kind,
            verdict: verdict(cell),
          }))}
        />
        <PageNumbers
          page={onPage.page}
          pages={onPage.pages}
          hrefOf={(one) => paths.importCheck(importId, { show: shown, page: one })}
        />
        {plan.edits.length > 0 && mayImport(viewer) ? (
          <ClientMessages areas={['sheetImport', 'issues']}>
            <ImportButton
              action={confirm}
              hidden={{ importId, mark }}
              label={t('confirm', { count: plan.edits.length })}
              busy={t('writing')}
            >
              {opened.length > 0 ? (
                <p className="mt-3">
                  {t('opens', {
                    count: opened.length,
                    periods: opened.join(locale === 'en' ? ', ' : '、'),
                  })}
                </p>
              ) : null}
              <p className="my-2 text-ink-2">{t('together', { count: plan.edits.length })}</p>
            </ImportButton>
          </ClientMessages>
        ) : null}
        <p className="mt-4">
          <Link href={paths.import(importId)}>{t('back')}</Link>
        </p>
      </Sheet>
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findImportPlan } from '@/lib/data/imports/import-plan';
import { mayImport } from '@/lib/data/imports/imports';
import { isReading } from '@/lib/domain/sheet/plan-reading';
import { paths } from '@/lib/paths';
import { Back } from './back';
import { ConfirmImport } from './confirm-import';
import { listPlanned } from './list-planned';
import { PlanCounts } from './plan-counts';
import { PlannedCells } from './planned-cells';

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ show?: string; page?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sheetImport'))('title') };
}

/** What an import would do to each figure, before anything is written. */
export default async function CheckImportPage({ params, searchParams }: Props) {
  const [viewer, { importId }, { show, page: wantedPage }, t] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('sheetImport'),
  ]);
  const planned = await findImportPlan(viewer, importId);
  if (!planned) notFound();
  const { view, plan, mark, unitNames } = planned;
  if (view.written) redirect(paths.import(importId));
  const { indicators } = await findCatalogue();
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const { kinds, shown, cells, opened, isSeveral } = listPlanned(planned, show);
  const isRead = isReading(view.decisions);
  const onPage = pageOf(cells, wantedPage);
  const nameOfOther = (unit: string) =>
    unit === viewer.unit.code ? '' : `${unitNames.get(unit) ?? unit} `;
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
        <PlanCounts importId={importId} plan={plan} kinds={kinds} shown={shown} />
        <PlannedCells
          cells={onPage.shown}
          isSeveral={isSeveral}
          isReading={isRead}
          byCode={byCode}
          nameOfOther={nameOfOther}
        />
        <PageNumbers
          page={onPage.page}
          pages={onPage.pages}
          hrefOf={(one) => paths.importCheck(importId, { show: shown, page: one })}
        />
        {plan.edits.length + plan.held.length > 0 && mayImport(viewer) ? (
          <ConfirmImport
            importId={importId}
            mark={mark}
            count={plan.edits.length}
            odd={plan.cells.filter(({ kind }) => kind === 'odd')}
            byCode={byCode}
            opened={opened}
            nameOfOther={nameOfOther}
          />
        ) : null}
        <Back to={paths.import(importId)} cells={plan.cells} isRead={isRead} />
      </Sheet>
    </>
  );
}

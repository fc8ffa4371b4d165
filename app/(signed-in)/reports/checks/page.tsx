import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CheckFilter } from '@/components/checks/check-filter';
import { CheckTable } from '@/components/checks/check-table';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listStandingChecks } from '@/lib/data/catalogue/checks';
import { checkFinder } from '@/lib/domain/checks/find-checks';
import { checkKinds } from '@/lib/domain/catalogue/indicator';
import { paths, type CheckQuery } from '@/lib/paths';

type Props = { searchParams: Promise<CheckQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkList'))('title') };
}

/** All checks that the viewer's unit and those below answer to, for whoever is signed in. */
export default async function ChecksPage({ searchParams }: Props) {
  const [viewer, { section = '', kind = '', words = '' }, t, classes, reports] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('checkList'),
    getTranslations('admin.checks'),
    getTranslations('reports'),
  ]);
  const [{ sections, indicators }, checks] = await Promise.all([
    findCatalogue(),
    listStandingChecks(viewer),
  ]);
  const search = { section: String(section), kind: String(kind), words: String(words) };
  const shown = checks.filter(checkFinder(search, indicators));
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.reports(), text: reports('title') }]} here={t('title')} />
      <PageHead title={t('title')} meta={t('intro', { count: checks.length })} />
      <dl className="mb-2 max-w-3xl">
        {checkKinds.map((one) => (
          <div key={one}>
            <dt className="inline font-bold">{classes(`kinds.${one}`)}</dt>{' '}
            <dd className="inline text-ink-2">{classes(`kindHints.${one}`)}</dd>
          </div>
        ))}
      </dl>
      <CheckFilter action={paths.checks()} sections={sections} search={search} />
      <Sheet>
        <p className="mb-2 text-ink-2">{classes('count', { count: shown.length })}</p>
        {shown.length > 0 ? <CheckTable checks={shown} indicators={indicators} /> : null}
      </Sheet>
    </>
  );
}

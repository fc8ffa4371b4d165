import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { CheckFilter } from '@/components/checks/check-filter';
import { LinkButton } from '@/components/ui/link-button';
import { ListTable } from '@/components/ui/list-table';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listChecks, type CheckView } from '@/lib/data/catalogue/checks';
import { checkFinder } from '@/lib/domain/checks/find-checks';
import { paths, type CheckQuery } from '@/lib/paths';
import { requireAdministrator } from '../administrator';

type Props = { searchParams: Promise<CheckQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('checks.title') };
}

/** All checks that the administrator's unit answers to, with its own; found by section, class and words. */
export default async function ChecksPage({ searchParams }: Props) {
  const [viewer, { section = '', kind = '', words = '' }, t] = await Promise.all([
    requireAdministrator(),
    searchParams,
    getTranslations('admin.checks'),
  ]);
  const [{ sections, indicators }, checks] = await Promise.all([
    findCatalogue(),
    listChecks(viewer),
  ]);
  const search = { section, kind, words };
  const isFound = checkFinder(search, indicators);
  const shown = checks.filter(({ check }) => isFound(check));
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={<LinkButton href={paths.admin.newCheck()}>{t('add.title')}</LinkButton>}
      />
      <CheckFilter action={paths.admin.checks()} sections={sections} search={search} />
      <Sheet>
        <p className="mb-2 text-ink-2">{t('count', { count: shown.length })}</p>
        {shown.length > 0 ? (
          <ListTable
            rows={shown}
            keyOf={({ check }) => check.code}
            columns={[
              {
                head: t('code'),
                className: 'whitespace-nowrap',
                cell: ({ check }) => <Link href={paths.admin.check(check.code)}>{check.code}</Link>,
              },
              {
                head: t('kind'),
                className: 'whitespace-nowrap',
                cell: ({ check }) => t(`kinds.${check.kind}`),
              },
              { head: t('note'), lang: 'zh-CN', cell: ({ check }) => check.note },
              {
                head: t('state'),
                className: 'whitespace-nowrap',
                cell: (view) =>
                  view.isOff ? (
                    <Tag kind="attention">{t('off')}</Tag>
                  ) : (
                    <Tag>{t(stateOf(view))}</Tag>
                  ),
              },
            ]}
          />
        ) : null}
      </Sheet>
    </>
  );
}

const stateOf = ({ check, isChanged }: CheckView) =>
  check.owner ? 'own' : isChanged ? 'changed' : 'standard';

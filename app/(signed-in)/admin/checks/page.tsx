import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { ListTable } from '@/components/ui/list-table';
import { PageHead } from '@/components/ui/page-head';
import { Select } from '@/components/ui/select';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { TextInput } from '@/components/ui/text-input';
import { findCatalogue } from '@/lib/data/catalogue';
import { listChecks, type CheckView } from '@/lib/data/checks';
import { checkKinds } from '@/lib/domain/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths, type CheckQuery } from '@/lib/paths';
import { requireAdministrator } from '../administrator';

type Props = { searchParams: Promise<CheckQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('checks.title') };
}

/** All checks that the administrator's unit answers to, with its own; found by section, class and words. */
export default async function ChecksPage({ searchParams }: Props) {
  const [viewer, { section = '', kind = '', words = '' }, t, locale] = await Promise.all([
    requireAdministrator(),
    searchParams,
    getTranslations('admin.checks'),
    getLocale(),
  ]);
  const [{ sections, indicators }, checks] = await Promise.all([findCatalogue(), listChecks(viewer)]);
  const sectionOf = new Map(indicators.map((indicator) => [indicator.code, indicator.section]));
  const shown = checks.filter(({ check }) => {
    const codes = [...check.left, ...check.right].flatMap(({ code }) => code ?? []);
    const isThere = section === '' || codes.some((code) => sectionOf.get(code) === section);
    const text = `${check.code} ${check.note} ${codes.join(' ')}`;
    return isThere && (kind === '' || check.kind === kind) && words.trim().split(/\s+/).every((word) => text.includes(word));
  });
  const all = { value: '', label: t('all') };
  return (
    <>
      <PageHead title={t('title')} meta={t('intro')} actions={<LinkButton href={paths.admin.newCheck()}>{t('add.title')}</LinkButton>} />
      <form action={paths.admin.checks()} className="no-print mb-4 flex flex-wrap items-end gap-x-4 [&>*]:min-w-0 [&>*]:max-w-full">
        <Select id="section" label={t('section')} defaultValue={section} options={[all, ...sections.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]} />
        <Select id="kind" label={t('kind')} defaultValue={kind} options={[all, ...checkKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))]} />
        <TextInput id="words" label={t('words')} defaultValue={words} className="w-56 max-w-full" autoComplete="off" />
        <div className="my-4">
          <Button>{t('find')}</Button>
        </div>
      </form>
      <Sheet>
        <p className="mb-2 text-ink-2">{t('count', { count: shown.length })}</p>
        {shown.length > 0 ? (
          <ListTable
            rows={shown}
            keyOf={({ check }) => check.code}
            columns={[
              { head: t('code'), className: 'whitespace-nowrap', cell: ({ check }) => <Link href={paths.admin.check(check.code)}>{check.code}</Link> },
              { head: t('kind'), className: 'whitespace-nowrap', cell: ({ check }) => t(`kinds.${check.kind}`) },
              { head: t('note'), lang: 'zh-CN', cell: ({ check }) => check.note },
              { head: t('state'), className: 'whitespace-nowrap', cell: (view) => (view.isOff ? <Tag kind="attention">{t('off')}</Tag> : <Tag>{t(stateOf(view))}</Tag>) },
            ]}
          />
        ) : null}
      </Sheet>
    </>
  );
}

const stateOf = ({ check, isChanged }: CheckView) => (check.owner ? 'own' : isChanged ? 'changed' : 'standard');

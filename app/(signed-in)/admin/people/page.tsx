import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddSheet } from '@/components/admin/add-sheet';
import { LinkButton } from '@/components/ui/link-button';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { TextInput } from '@/components/ui/text-input';
import { searchPeople } from '@/lib/data/people/people';
import { cleanText } from '@/lib/domain/figure/clean-text';
import { listUnits } from '@/lib/data/tree/units';
import { requireAdministrator } from '../administrator';
import { addPerson } from './actions';
import { PeopleTable } from './people-table';
import { personFields } from './person-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('people.title') };
}

/** Everybody of the own unit and below, and a form that invites one more. */
export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<{ words?: string | string[] }>;
}) {
  const words = String((await searchParams).words ?? '')
    .trim()
    .slice(0, 100);
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.people')]);
  const [{ people, count }, units] = await Promise.all([
    searchPeople(viewer, cleanText(words), mostListed),
    listUnits(viewer),
  ]);
  const fields = await personFields(units, { name: '', unitCode: viewer.unit.code, roles: [] });
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={<LinkButton href="#add">{t('add.title')}</LinkButton>}
      />
      <Sheet>
        {count > mostListed || words ? (
          <form className="mb-4 flex flex-wrap items-end gap-3">
            <TextInput id="words" label={t('search.label')} defaultValue={words} className="w-64" />
            <Button className="mb-4">{t('search.submit')}</Button>
          </form>
        ) : null}
        {count > people.length ? (
          <p className="mb-2">{t('search.more', { count, shown: people.length })}</p>
        ) : null}
        {words && count === 0 ? <p className="mb-2">{t('search.none')}</p> : null}
        <PeopleTable people={people} />
      </Sheet>
      <AddSheet
        title={t('add.title')}
        text={t('add.text')}
        action={addPerson}
        submit={t('add.submit')}
        saved={t('add.saved')}
        fields={[
          {
            kind: 'text',
            name: 'account',
            label: t('account'),
            hint: t('accountHint'),
            isShort: true,
            isCode: true,
          },
          ...fields,
        ]}
      />
    </>
  );
}

/** A province has ten thousand people; beyond this one searches. */
const mostListed = 300;

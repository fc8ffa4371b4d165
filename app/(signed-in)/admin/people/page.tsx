import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { AdminForm } from '@/components/admin/admin-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { listPeople } from '@/lib/data/people';
import { listUnits } from '@/lib/data/units';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../administrator';
import { addPerson } from './actions';
import { personFields } from './person-fields';
import { PersonState } from './person-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('people.title') };
}

/** Everybody of the own unit and below, and a form that invites one more. */
export default async function PeoplePage() {
  const [viewer, t, common, locale, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin.people'),
    getTranslations('common'),
    getLocale(),
    getFormatter(),
  ]);
  const [people, units] = await Promise.all([listPeople(viewer), listUnits(viewer)]);
  const fields = await personFields(units, { name: '', unitCode: viewer.unit.code, roles: [] });
  return (
    <>
      <PageHead title={t('title')} meta={t('intro')} actions={<LinkButton href="#add">{t('add.title')}</LinkButton>} />
      <Sheet>
        <Table stack stickyHead>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('account')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('roles')}</th>
              <th scope="col">{t('stateHead')}</th>
              <th scope="col">{t('lastSeen')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <Link href={paths.admin.person(person.id)}>{person.name}</Link>
                </th>
                <td data-label={t('account')}>{person.account}</td>
                <td data-label={t('unit')}>{nameOf(person.unit, locale)}</td>
                <td data-label={t('roles')}>{format.list(person.roles.map((role) => common(`roles.${role}`)), { type: 'unit' }) || t('noRoles')}</td>
                <td data-label={t('stateHead')}>
                  <PersonState person={person} />
                </td>
                <td data-label={t('lastSeen')}>{person.lastSeenAt ? format.dateTime(person.lastSeenAt, 'minute') : t('never')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Sheet>
      <Sheet className="no-print my-4">
        <h2>{t('add.title')}</h2>
        <p>{t('add.text')}</p>
        <ClientMessages areas={['admin', 'issues']}>
          <AdminForm
            id="add"
            action={addPerson}
            isPrimary
            submit={t('add.submit')}
            saved={t('add.saved')}
            fields={[{ kind: 'text', name: 'account', label: t('account'), hint: t('accountHint'), isShort: true, isCode: true }, ...fields]}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}

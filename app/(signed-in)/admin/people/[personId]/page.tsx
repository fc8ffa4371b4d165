import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { Facts } from '@/components/admin/facts';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findPerson } from '@/lib/data/people';
import { listUnits } from '@/lib/data/units';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { editPerson, renewLink, resumePerson, stopPerson } from '../actions';
import { personFields } from '../person-fields';
import { PersonState } from '../person-state';

type Props = { params: Promise<{ personId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('people.one') };
}

/** One person: name, unit and roles, a new link, the end of the account. */
export default async function PersonPage({ params }: Props) {
  const [viewer, { personId }, t, locale, format] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.people'),
    getLocale(),
    getFormatter(),
  ]);
  const person = await findPerson(viewer, personId);
  if (!person) notFound();

  const units = await listUnits(viewer);
  const fields = await personFields(units, { name: person.name, unitCode: person.unit.code, roles: person.roles });
  const key = { kind: 'hidden' as const, name: 'person', value: person.id };
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.people(), text: t('title') }]} here={person.name} />
      <PageHead title={person.name} />
      <Sheet>
        <Facts
          facts={[
            { name: t('account'), value: person.account },
            { name: t('unit'), value: nameOf(person.unit, locale) },
            { name: t('stateHead'), value: <PersonState person={person} /> },
            { name: t('lastSeen'), value: person.lastSeenAt ? format.dateTime(person.lastSeenAt, 'minute') : t('never') },
          ]}
        />
      </Sheet>
      <ClientMessages areas={['admin', 'issues']}>
        <Sheet className="no-print my-4">
          <h2>{t('edit.title')}</h2>
          <p>{t('edit.text')}</p>
          <AdminForm id="edit" action={editPerson} isPrimary submit={t('edit.submit')} saved={t('edit.saved')} fields={[key, ...fields]} />
        </Sheet>
        {person.id === viewer.personId ? <p className="no-print my-4 text-ink-2">{t('yourself')}</p> : null}
        {person.id !== viewer.personId && !person.disabledAt ? (
          <Sheet className="no-print my-4">
            <h2>{t('renew.title')}</h2>
            <p className="mb-4">{t('renew.text')}</p>
            <AdminForm id="renew" action={renewLink} submit={t('renew.submit')} saved={t('renew.saved')} fields={[key]} />
          </Sheet>
        ) : null}
        {person.id !== viewer.personId ? (
          <Sheet className="no-print my-4">
            {person.disabledAt ? (
              <>
                <h2>{t('enable.title')}</h2>
                <p className="mb-4">{t('enable.text')}</p>
                <AdminForm key="enable" id="enable" action={resumePerson} submit={t('enable.submit')} saved={t('enable.saved')} fields={[key]} />
              </>
            ) : (
              <>
                <h2>{t('disable.title')}</h2>
                <p className="mb-4">{t('disable.text')}</p>
                <AdminForm key="disable" id="disable" action={stopPerson} submit={t('disable.submit')} saved={t('disable.saved')} fields={[key]} />
              </>
            )}
          </Sheet>
        ) : null}
      </ClientMessages>
    </>
  );
}

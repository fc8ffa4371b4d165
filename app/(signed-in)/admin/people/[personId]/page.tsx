import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findPerson } from '@/lib/data/people/people';
import { listUnits } from '@/lib/data/tree/units';
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
  const fields = await personFields(units, {
    name: person.name,
    unitCode: person.unit.code,
    roles: person.roles,
  });
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
            {
              name: t('lastSeen'),
              value: person.lastSeenAt ? format.dateTime(person.lastSeenAt, 'minute') : t('never'),
            },
          ]}
        />
      </Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <OpenStep
          id="edit"
          action={editPerson}
          isPrimary
          words={stepWords('edit', t)}
          fields={[keyOf(person), ...fields]}
        />
        <AccountSteps person={person} isOwn={person.id === viewer.personId} />
      </ClientMessages>
    </>
  );
}

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

const keyOf = ({ id }: Person) => ({ kind: 'hidden' as const, name: 'person', value: id });

/** A new link, the end of the account, and its beginning again; nobody does this to themselves. */
function AccountSteps({ person, isOwn }: { person: Person; isOwn: boolean }) {
  const t = useTranslations('admin.people');
  if (isOwn) return <p className="no-print my-4 text-ink-2">{t('yourself')}</p>;
  const fields = [keyOf(person)];
  if (person.disabledAt)
    return (
      <OpenStep id="enable" action={resumePerson} words={stepWords('enable', t)} fields={fields} />
    );
  return (
    <>
      <OpenStep id="renew" action={renewLink} words={stepWords('renew', t)} fields={fields} />
      <OpenStep id="disable" action={stopPerson} words={stepWords('disable', t)} fields={fields} />
    </>
  );
}

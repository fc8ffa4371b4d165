import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import type { searchPeople } from '@/lib/data/people/people';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { PersonState } from './person-state';

type Props = { people: Awaited<ReturnType<typeof searchPeople>>['people'] };

/** People with their units and roles, and when each was last here. */
export function PeopleTable({ people }: Props) {
  const [t, common] = [useTranslations('admin.people'), useTranslations('common')];
  const [locale, format] = [useLocale(), useFormatter()];
  return (
    <ListTable
      rows={people}
      keyOf={(person) => person.id}
      columns={[
        {
          head: t('name'),
          cell: (person) => <Link href={paths.admin.person(person.id)}>{person.name}</Link>,
        },
        { head: t('account'), cell: (person) => person.account },
        { head: t('unit'), cell: (person) => nameOf(person.unit, locale) },
        {
          head: t('roles'),
          cell: (person) =>
            format.list(
              person.roles.map((role) => common(`roles.${role}`)),
              { type: 'unit' },
            ) || t('noRoles'),
        },
        { head: t('stateHead'), cell: (person) => <PersonState person={person} /> },
        {
          head: t('lastSeen'),
          cell: (person) =>
            person.lastSeenAt ? format.dateTime(person.lastSeenAt, 'minute') : t('never'),
        },
      ]}
    />
  );
}

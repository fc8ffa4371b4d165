import { getLocale, getTranslations } from 'next-intl/server';
import { depthIn, indented } from '@/components/admin/indent';
import type { FormField } from '@/components/fields/form-field';
import type { UnitNode } from '@/lib/data/tree/units';
import { roles, type Role } from '@/lib/domain/access/policy';
import { nameOf } from '@/lib/i18n/name-of';

type Person = { name: string; unitCode: string; roles: readonly Role[] };

/** What is asked of a new person and can be changed later. A closed unit takes nobody new. */
export async function personFields(
  units: readonly UnitNode[],
  person: Person,
): Promise<FormField[]> {
  const [t, common, locale] = await Promise.all([
    getTranslations('admin.people'),
    getTranslations('common'),
    getLocale(),
  ]);
  return [
    { kind: 'text', name: 'name', label: t('name'), value: person.name, isShort: true },
    {
      kind: 'select',
      name: 'unitCode',
      label: t('unit'),
      value: person.unitCode,
      options: units
        .filter(({ code, validTo }) => !validTo || code === person.unitCode)
        .map((unit) => ({
          value: unit.code,
          label: indented(nameOf(unit, locale), depthIn(units, unit)),
        })),
    },
    {
      kind: 'checkboxes',
      name: 'roles[]',
      label: t('roles'),
      hint: t('rolesHint'),
      values: [...person.roles],
      options: roles.map((role) => ({
        value: role,
        label: common(`roles.${role}`),
        hint: t(`does.${role}`),
      })),
    },
  ];
}

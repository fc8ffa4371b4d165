import { useLocale, useTranslations } from 'next-intl';
import { AddSheet } from '@/components/admin/add-sheet';
import { depthIn, indented } from '@/components/admin/indent';
import type { listUnits } from '@/lib/data/tree/units';
import { tokenRights } from '@/lib/domain/access/access-token';
import { nameOf } from '@/lib/i18n/name-of';
import { addToken } from './actions';

type Props = { units: Awaited<ReturnType<typeof listUnits>>; own: string };

/** The form that makes a token. */
export function AddToken({ units, own }: Props) {
  const [t, locale] = [useTranslations('admin.tokens'), useLocale()];
  return (
    <AddSheet
      title={t('add.title')}
      text={t('add.text')}
      action={addToken}
      submit={t('add.submit')}
      saved={t('add.saved')}
      fields={[
        { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint') },
        { kind: 'text', name: 'purpose', label: t('purpose') },
        {
          kind: 'select',
          name: 'unitCode',
          label: t('unit'),
          hint: t('unitHint'),
          value: own,
          options: units
            .filter(({ validTo }) => !validTo)
            .map((unit) => ({
              value: unit.code,
              label: indented(nameOf(unit, locale), depthIn(units, unit)),
            })),
        },
        {
          kind: 'checkboxes',
          name: 'rights[]',
          label: t('rights'),
          values: ['read'],
          options: tokenRights.map((right) => ({
            value: right,
            label: t(`right.${right}`),
            hint: t(`does.${right}`),
          })),
        },
        { kind: 'date', name: 'expiresOn', label: t('expiresOn'), hint: t('expiresHint') },
      ]}
    />
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { AddSheet } from '@/components/admin/add-sheet';
import { depthIn, indented } from '@/components/admin/indent';
import { currentTime } from '@/lib/current-time';
import type { listUnits } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { levelsBelow, type UnitLevel } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { addUnit } from './actions';

type Props = {
  units: Awaited<ReturnType<typeof listUnits>>;
  own: { code: string; level: UnitLevel };
};

/** The form that adds a unit below one that is there. */
export function AddUnit({ units, own }: Props) {
  const [t, common, locale] = [
    useTranslations('admin.units'),
    useTranslations('common'),
    useLocale(),
  ];
  const levels = levelsBelow(own.level);
  const parents = units.filter(({ level, validTo }) => levelsBelow(level).length > 0 && !validTo);
  return (
    <AddSheet
      title={t('add.title')}
      action={addUnit}
      submit={t('add.submit')}
      saved={t('add.saved')}
      fields={[
        {
          kind: 'select',
          name: 'parentCode',
          label: t('parent'),
          value: own.code,
          options: parents.map((unit) => ({
            value: unit.code,
            label: indented(nameOf(unit, locale), depthIn(units, unit)),
          })),
        },
        {
          kind: 'text',
          name: 'code',
          label: t('code'),
          hint: t('codeHint'),
          isShort: true,
          isCode: true,
        },
        { kind: 'text', name: 'name', label: t('nameZh'), hint: t('nameZhHint') },
        { kind: 'text', name: 'nameEn', label: t('nameEn'), hint: t('nameEnHint') },
        {
          kind: 'select',
          name: 'level',
          label: t('level'),
          options: levels.map((level) => ({ value: level, label: common(`levels.${level}`) })),
        },
        {
          kind: 'date',
          name: 'validFrom',
          label: t('validFrom'),
          hint: t('validFromHint'),
          value: officeDay(currentTime()),
        },
      ]}
    />
  );
}

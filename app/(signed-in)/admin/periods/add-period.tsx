import { getTranslations } from 'next-intl/server';
import { AddSheet } from '@/components/admin/add-sheet';
import { currentTime } from '@/lib/current-time';
import { officeDay } from '@/lib/domain/tree/office-day';
import { unitLevels, type UnitLevel } from '@/lib/domain/tree/unit';
import { addPeriod } from './actions';
import { dateFields, signaturesField } from './date-fields';

/** The form that adds a period for the levels from `level` down. */
export async function AddPeriod({ level: own }: { level: UnitLevel }) {
  const [t, common, dates, signatures] = await Promise.all([
    getTranslations('admin.periods'),
    getTranslations('common'),
    dateFields(),
    signaturesField(),
  ]);
  const year = officeDay(currentTime()).slice(0, 4);
  return (
    <AddSheet
      title={t('add.title')}
      action={addPeriod}
      submit={t('add.submit')}
      saved={t('add.saved')}
      fields={[
        {
          kind: 'radio',
          name: 'kind',
          label: t('kind'),
          value: 'year',
          options: (['year', 'part_year', 'term'] as const).map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            hint: t(`kindHints.${kind}`),
          })),
        },
        {
          kind: 'month',
          name: 'from',
          label: t('from'),
          hint: t('monthHint', { month: `${year}-01` }),
          value: `${year}-01`,
        },
        {
          kind: 'month',
          name: 'to',
          label: t('to'),
          hint: t('monthHint', { month: `${year}-12` }),
          value: `${year}-12`,
        },
        ...dates,
        signatures,
        {
          kind: 'checkboxes',
          name: 'levels[]',
          label: t('levels'),
          hint: t('levelsHint'),
          values: [],
          options: unitLevels
            .slice(unitLevels.indexOf(own))
            .map((level) => ({ value: level, label: common(`levels.${level}`) })),
        },
      ]}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/fields/form-field';
import { officeDay } from '@/lib/domain/tree/office-day';
import type { Deadlines } from '@/lib/domain/report/report';

const names = ['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const;

/** How many sign a report of the period. */
export async function signaturesField(signatures = 1): Promise<FormField> {
  const t = await getTranslations('admin.periods');
  return {
    kind: 'radio',
    name: 'signatures',
    label: t('signatures'),
    hint: t('signaturesHint'),
    value: String(signatures),
    options: [
      { value: '1', label: t('signaturesOne') },
      { value: '2', label: t('signaturesTwo') },
    ],
  };
}

/** Asked for when a day is moved back: those who came in time stay in time otherwise. */
async function makesLateField(): Promise<FormField> {
  const t = await getTranslations('admin.periods');
  return {
    kind: 'checkboxes',
    name: 'makesLate[]',
    label: t('makesLate'),
    hint: t('makesLateHint'),
    values: [],
    options: [{ value: 'yes', label: t('makesLateYes') }],
  };
}

/** The four dates of a period, in the order they come. */
export async function dateFields(dates?: Deadlines): Promise<FormField[]> {
  const t = await getTranslations('admin.periods');
  return names.map((name) => ({
    kind: 'date',
    name,
    label: t(name),
    hint: t(`hints.${name}`),
    ...(dates ? { value: officeDay(dates[name]) } : {}),
  }));
}

/** All that is changed of a period at once. */
export async function editFields(
  period: Deadlines & { code: string; signatures: number },
): Promise<FormField[]> {
  return [
    { kind: 'hidden', name: 'period', value: period.code },
    ...(await dateFields(period)),
    await makesLateField(),
    await signaturesField(period.signatures),
  ];
}

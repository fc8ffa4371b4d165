import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/fields/form-field';
import { officeDay } from '@/lib/domain/office-day';
import type { Deadlines } from '@/lib/domain/report';

const names = ['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const;

/** The four dates of a period, in the order they come. */
export async function dateFields(dates?: Deadlines): Promise<FormField[]> {
  const t = await getTranslations('admin.periods');
  return names.map((name) => ({
    kind: 'date', name, label: t(name), hint: t(`hints.${name}`), ...(dates ? { value: officeDay(dates[name]) } : {}),
  }));
}

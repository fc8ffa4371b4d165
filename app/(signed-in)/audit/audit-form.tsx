import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { AuditFilter } from '@/lib/data/audit/events';
import { messages } from '@/lib/i18n/messages';
import { paths } from '@/lib/paths';

/** What is looked for, as a plain form: the answer has an address. */
export function AuditForm({ filter: { words, group, from, to } }: { filter: AuditFilter }) {
  const t = useTranslations('audit');
  return (
    <form action={paths.audit()} className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-1">
      <TextInput id="words" label={t('words')} defaultValue={words} className="w-64 max-w-full" />
      <Select
        id="group"
        label={t('group')}
        defaultValue={group}
        options={[{ value: '', label: t('allGroups') }, ...groups(t)]}
      />
      <TextInput
        id="from"
        type="date"
        label={t('from')}
        defaultValue={from ?? ''}
        className="w-44"
      />
      <TextInput id="to" type="date" label={t('to')} defaultValue={to ?? ''} className="w-44" />
      <Button className="mb-4">{t('search')}</Button>
    </form>
  );
}

type Group = keyof (typeof messages)['zh-CN']['audit']['groups'];

const groups = (t: (key: `groups.${Group}`) => string) =>
  (Object.keys(messages['zh-CN'].audit.groups) as Group[]).map((value) => ({
    value,
    label: t(`groups.${value}`),
  }));

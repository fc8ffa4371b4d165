import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { CheckSearch } from '@/lib/domain/checks/find-checks';
import { checkKinds, type Section } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';

/** Section, class and words by which a list of checks is narrowed. */
export function CheckFilter({
  action,
  sections,
  search,
}: {
  action: string;
  sections: readonly Section[];
  search: CheckSearch;
}) {
  const t = useTranslations('admin.checks');
  const locale = useLocale();
  const all = { value: '', label: t('all') };
  return (
    <form
      action={action}
      className="no-print mb-4 flex flex-wrap items-end gap-x-4 [&>*]:max-w-full [&>*]:min-w-0"
    >
      <Select
        id="section"
        label={t('section')}
        defaultValue={search.section}
        options={[all, ...sections.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
      />
      <Select
        id="kind"
        label={t('kind')}
        defaultValue={search.kind}
        options={[all, ...checkKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))]}
      />
      <TextInput
        id="words"
        label={t('words')}
        defaultValue={search.words}
        className="w-56 max-w-full"
        autoComplete="off"
      />
      <div className="my-4">
        <Button>{t('find')}</Button>
      </div>
    </form>
  );
}

import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

/** `address`: where the file of a format is. `query`: what the page was asked for and the file keeps. `below`: where
 *  all units below can be exported at once. `day` is the day of issue where it is not today. */
type Props = {
  address: (format: string, query: Query) => string;
  query?: Query;
  day?: string;
  below?: string | null;
};
type Query = Readonly<Record<string, string | undefined>>;

/** The summary as files. A plain link downloads each; a Word document may be issued on another day or in other
 *  fonts. */
export async function Exports({ address, query = {}, day, below }: Props) {
  const t = await getTranslations('files.export');
  return (
    <nav aria-label={t('title')} className="mt-6">
      <h2>{t('title')}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {(['word', 'excel', 'csv', 'json'] as const).map((format) => (
          <li key={format}>
            <a href={address(format, query)} download className="inline-flex min-h-8 items-center">
              {t(format)}
            </a>
          </li>
        ))}
      </ul>
      <details className="mt-1">
        <summary className="min-h-8">{t('options')}</summary>
        <form method="get" action={address('word', {})}>
          {Object.entries(query).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <TextInput
            id="date"
            type="date"
            label={t('date')}
            hint={t(day ? 'dateOfIssue' : 'dateHint')}
            defaultValue={day}
          />
          <Select
            id="fonts"
            label={t('fonts')}
            options={[
              { value: 'official', label: t('official') },
              { value: 'common', label: t('common') },
            ]}
          />
          <CheckboxGroup
            id="points"
            legend={t('first')}
            options={[{ value: 'first', label: t('points') }]}
          />
          <CheckboxGroup
            id="sources"
            legend={t('parts')}
            options={[{ value: 'listed', label: t('sources') }]}
          />
          <Button>{t('make')}</Button>
        </form>
      </details>
      {below ? (
        <p className="mt-2">
          <a href={below}>{t('below')}</a>
        </p>
      ) : null}
    </nav>
  );
}

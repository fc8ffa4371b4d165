import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Section } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { WrittenNotes } from './written-notes';

type Props = { sections: readonly Section[]; notes: ComponentProps<typeof WrittenNotes>['notes'] };

/** What was written of the work of every section, for who decides on the submission. */
export function AllNotes({ sections, notes }: Props) {
  const t = useTranslations('notes');
  const locale = useLocale();
  const written = sections.filter(({ code }) =>
    notes.some(({ section, text }) => section === code && text !== ''),
  );
  if (written.length === 0) return null;
  return (
    <Sheet className="mt-4" aria-labelledby="notes">
      <h2 id="notes">{t('title')}</h2>
      {written.map((section) => (
        <div key={section.code} className="mt-3">
          <h3>{nameOf(section, locale)}</h3>
          <WrittenNotes notes={notes} section={section.code} />
        </div>
      ))}
    </Sheet>
  );
}

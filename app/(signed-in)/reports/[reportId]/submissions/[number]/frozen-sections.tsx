import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { WrittenNotes } from '@/components/notes/written-notes';
import { FrozenSection } from '@/components/paper/frozen-section';
import { missingIndicators } from '@/lib/domain/report/completeness';
import type { readNumberedForm } from '../../../read-form';

type Form = NonNullable<Awaited<ReturnType<typeof readNumberedForm>>>;

/** Every section in which something was reported, and how many figures have no answer. */
export function FrozenSections({ form: { sections, rows, notes } }: { form: Form }) {
  const t = useTranslations('history.submission');
  const filled = rows.filter(
    ({ figure, changes, workedOut }) =>
      (figure !== null && figure.answer !== 'blank') || changes.length > 0 || workedOut !== null,
  );
  const missing = missingIndicators(rows.filter((row) => !filled.includes(row))).length;
  return (
    <>
      {filled.length === 0 ? <p className="mt-4">{t('empty')}</p> : null}
      {sections.map((section) => {
        const here = filled.filter(({ indicator }) => indicator.section === section.code);
        const isNoted = notes.some((note) => note.section === section.code && note.text !== '');
        return here.length > 0 || isNoted ? (
          <Fragment key={section.code}>
            <FrozenSection section={section} rows={here} />
            <WrittenNotes notes={notes} section={section.code} />
          </Fragment>
        ) : null;
      })}
      {filled.length > 0 && missing > 0 ? (
        <p className="mt-4 text-ink-2">{t('blank', { count: missing })}</p>
      ) : null}
    </>
  );
}

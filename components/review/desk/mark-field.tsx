'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { controlStyle } from '@/components/ui/field';
import { draftedName, draftedNoteName, markName, noteId, noteName } from './mark-names';
import { ReviewValues } from './review-desk';

/** A mark on one figure: a box, and once it is ticked what has to be changed. `drafted`: what was noted while
 *  reading. */
export function MarkField({
  code,
  name,
  drafted,
}: {
  code: string;
  name: string;
  drafted: string | null;
}) {
  const t = useTranslations('review');
  const values = useContext(ReviewValues);
  // What was ticked counts where it was typed over the note as it stands; before, and where the note was changed
  // while reading figure by figure since, the note does.
  const isSent =
    Object.keys(values).length > 0 && (values[draftedNoteName(code)]?.[0] ?? null) === drafted;
  return (
    <div className="no-print group">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          name={markName}
          value={code}
          defaultChecked={isSent ? values[markName]?.includes(code) : drafted !== null}
          aria-label={t('markLabel', { name })}
          className="size-5 flex-none accent-act"
        />
        <span aria-hidden="true">{t('mark')}</span>
      </label>
      {drafted === null ? null : (
        <>
          <input type="hidden" name={draftedName} value={code} />
          <input type="hidden" name={draftedNoteName(code)} value={drafted} />
        </>
      )}
      {/* Several lines, because Enter in a single line would send the whole form. */}
      <textarea
        id={noteId(code)}
        name={noteName(code)}
        rows={2}
        defaultValue={(isSent ? values[noteName(code)]?.[0] : drafted) ?? ''}
        aria-label={t('noteLabel', { name })}
        className={`${controlStyle()} hidden w-full px-2! text-table! group-has-checked:block`}
      />
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { controlStyle } from '@/components/ui/field';
import { draftedName, markName, noteId, noteName } from './mark-names';
import { ReviewValues } from './review-desk';

/** A mark on one figure: a box, and once it is ticked what has to be changed. `drafted`: what was noted while reading. */
export function MarkField({ code, name, drafted }: { code: string; name: string; drafted: string | null }) {
  const t = useTranslations('review');
  const values = useContext(ReviewValues);
  // After an error what was ticked counts, before it what was noted while reading; and what was noted only since.
  const isNew = drafted !== null && ![...(values[draftedName] ?? []), ...(values[markName] ?? [])].includes(code);
  const isSent = Object.keys(values).length > 0 && !isNew;
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
      {drafted === null ? null : <input type="hidden" name={draftedName} value={code} />}
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

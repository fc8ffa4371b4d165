'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { controlStyle } from '@/components/ui/field';
import { markName, noteId, noteName } from './mark-names';
import { ReviewValues } from './review-desk';

/** A mark on one figure: a box, and once it is ticked what has to be changed. */
export function MarkField({ code, name }: { code: string; name: string }) {
  const t = useTranslations('review');
  const values = useContext(ReviewValues);
  return (
    <div className="no-print group">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          name={markName}
          value={code}
          defaultChecked={values[markName]?.includes(code)}
          aria-label={t('markLabel', { name })}
          className="size-5 flex-none accent-act"
        />
        <span aria-hidden="true">{t('mark')}</span>
      </label>
      {/* Several lines, because Enter in a single line would send the whole form. */}
      <textarea
        id={noteId(code)}
        name={noteName(code)}
        rows={2}
        defaultValue={values[noteName(code)]?.[0] ?? ''}
        aria-label={t('noteLabel', { name })}
        className={`${controlStyle()} hidden w-full px-2! text-table! group-has-checked:block`}
      />
    </div>
  );
}

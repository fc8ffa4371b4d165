'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** `words`: what it is, a link for a person or the token of a system. */
type Props = { id: string; link: string; text: string; words?: 'link' | 'secret' };

/** What is shown once: a link or a token. It stands in a field, is selected already, and is copied like any text. */
export function OneTimeLink({ id, link, text, words = 'link' }: Props) {
  const t = useTranslations(`fields.${words}`);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [link]);
  return (
    <div className="my-4 border-l-4 border-good bg-good-ground px-4 py-3">
      <p role="status" className="font-bold">
        <span aria-hidden="true">✓ </span>
        {text}
      </p>
      <label htmlFor={id} className="mt-2 block">
        {t('label')}
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={link}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.currentTarget.select()}
        className="my-1 min-h-10 w-full rounded-md border border-line-2 bg-paper px-3 py-1.5 font-mono text-table"
      />
      <p id={`${id}-hint`}>{t('hint')}</p>
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

type Props = { id: string; link: string; text: string };

/** A link that is shown once. It stands in a field, is selected already, and is copied like any text. */
export function OneTimeLink({ id, link, text }: Props) {
  const t = useTranslations('admin.link');
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

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { describedBy, Field, fileStyle } from '@/components/ui/field';
import { refuseLargerThan } from '@/components/ui/file-limit';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormAction } from './form-state';

/** Chooses a table to be imported. */
export function FileUpload({ action }: { action: FormAction }) {
  const t = useTranslations('sheetImport');
  const issueText = useTranslations('issues');
  const [{ issues }, send, isReading] = useKeptForm(action, { issues: [], values: {} });
  const error = issues
    .map(({ code, params }) =>
      issueText.has(code as never) ? issueText(code as never, params as never) : code,
    )
    .join(' ');
  const notes = { id: 'import-file', hint: t('fileHint'), error };
  return (
    <form action={send}>
      <Field {...notes} label={t('file')}>
        <input
          id="import-file"
          type="file"
          name="file"
          required
          accept=".xlsx,.xls,.et,.ods,.csv,.txt,.tsv"
          onChange={refuseLargerThan(5, issueText('file-too-large', { most: '5' }))}
          aria-describedby={describedBy(notes)}
          aria-invalid={error ? true : undefined}
          className={fileStyle}
        />
      </Field>
      <p role="status" aria-live="polite">
        {isReading ? t('opening') : ''}
      </p>
      <Button kind="primary" disabled={isReading}>
        {t('open')}
      </Button>
    </form>
  );
}

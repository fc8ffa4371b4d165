'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { describedBy, Field, fileStyle } from '@/components/ui/field';
import { refuseLargerThan } from '@/components/ui/file-limit';
import { Sheet } from '@/components/ui/sheet';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/access/errors';
import { OfflinePreview, type Confirmed, type Preview } from './offline-preview';

type State<R> = {
  issues: (Issue & { field: string | null })[];
  values: Record<string, string[]>;
  result?: R;
};
type Action<R> = (state: State<R>, form: FormData) => Promise<State<R>>;
type Props = { reportId: string; preview: Action<Preview>; confirm: Action<Confirmed> };

const nothing = { issues: [], values: {} };

/** The form comes back: chosen, looked through, and only then written. */
export function OfflineUpload({ reportId, preview, confirm }: Props) {
  const t = useTranslations('imports');
  const issueText = useTranslations('issues');
  const [{ issues, result }, send, isReading] = useKeptForm(preview, nothing);
  const error = issues
    .map(({ code, params }) =>
      issueText.has(code as never) ? issueText(code as never, params as never) : code,
    )
    .join(' ');
  const notes = { id: 'offline-file', hint: t('uploadText'), error };
  return (
    <>
      <Sheet className="mb-4">
        <h2>{t('step2')}</h2>
        <form action={send}>
          <input type="hidden" name="reportId" value={reportId} />
          <Field {...notes} label={t('file')}>
            <input
              id="offline-file"
              type="file"
              name="file"
              required
              accept=".xlsx"
              onChange={refuseLargerThan(5, issueText('file-too-large', { most: '5' }))}
              aria-describedby={describedBy(notes)}
              aria-invalid={error ? true : undefined}
              className={fileStyle}
            />
          </Field>
          <p role="status" aria-live="polite">
            {isReading ? t('reading') : ''}
          </p>
          <Button kind={result ? 'plain' : 'primary'} disabled={isReading}>
            {t('upload')}
          </Button>
        </form>
      </Sheet>
      {/* Another file is another question. */}
      {result && !isReading ? (
        <OfflinePreview
          key={`${result.fileName}${result.proposal}${result.readAt}`}
          reportId={reportId}
          preview={result}
          confirm={confirm}
        />
      ) : null}
    </>
  );
}

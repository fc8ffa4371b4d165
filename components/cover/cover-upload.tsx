'use client';

import { useTranslations } from 'next-intl';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { describedBy, Field, fileStyle } from '@/components/ui/field';
import { refuseLargerThan } from '@/components/ui/file-limit';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useKeptForm } from '@/components/ui/use-kept-form';

type State = { issues: FormIssue[]; values: Record<string, string[]>; result?: { saved: number } };
type Props = {
  action: (state: State, form: FormData) => Promise<State>;
  reportId: string;
  number: number;
  hasScan: boolean;
};

/** The scan goes up together with the fingerprint that stands on the sheet. */
export function CoverUpload({ action, reportId, number, hasScan }: Props) {
  const t = useTranslations('cover');
  const common = useTranslations('common');
  const issueText = useIssueText();
  const [{ issues, values, result }, send, isBusy] = useKeptForm(action, {
    issues: [],
    values: {},
  });
  const errorAt = (field: string) => {
    const issue = issues.find((one) => one.field === field);
    return issue && issueText(issue);
  };
  const errors = issues.map((issue) => ({
    href: issue.field === 'fingerprint' ? '#cover-fingerprint' : '#cover-file',
    text: issueText(issue),
  }));
  const notes = { id: 'cover-file', hint: t('fileHint'), error: errorAt('file') };
  return (
    <>
      <ErrorSummary title={common('errorTitle', { count: errors.length })} errors={errors} />
      {result ? (
        <Notice kind="good" role="status" title={t('saved', { number: result.saved })} />
      ) : null}
      <details className="mt-3" open={!hasScan || issues.length > 0 ? true : undefined}>
        <summary className="min-h-8">{t(hasScan ? 'replaceTitle' : 'uploadTitle')}</summary>
        <form action={send}>
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="number" value={number} />
          <Field {...notes} label={t('file')}>
            <input
              id="cover-file"
              type="file"
              name="file"
              accept=".pdf,.jpg,.jpeg,.png"
              onChange={refuseLargerThan(
                5,
                issueText({ code: 'evidence-too-large', params: { most: '5' } }),
              )}
              aria-describedby={describedBy(notes)}
              aria-invalid={notes.error ? true : undefined}
              className={fileStyle}
            />
          </Field>
          <TextInput
            id="cover-fingerprint"
            name="fingerprint"
            label={t('typed')}
            hint={t('typedHint', { number })}
            error={errorAt('fingerprint')}
            autoComplete="off"
            spellCheck={false}
            defaultValue={values.fingerprint?.[0] ?? ''}
          />
          <Button disabled={isBusy}>{t(isBusy ? 'busy' : 'submit')}</Button>
        </form>
      </details>
    </>
  );
}

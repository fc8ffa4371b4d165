'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Textarea } from '@/components/ui/textarea';
import { useIssueText, type FormIssue } from './issue-text';

type State = { issues: FormIssue[]; values: Record<string, string[]> };
type Action = (state: State, form: FormData) => Promise<State>;
type Props = {
  sign: Action;
  giveBack: Action;
  reportId: string;
  /** What signing means, in words. */
  statement: string;
  /** What has come up since the report was sent. */
  blocks: readonly { href: string; text: string }[];
};

/** The signatory's desk: sign and submit, or give the report back with a reason. */
export function SignDesk({ sign, giveBack, reportId, statement, blocks }: Props) {
  const t = useTranslations('check.sign');
  const issueText = useIssueText();
  const [signed, submitSign, isSigning] = useActionState(sign, { issues: [], values: {} });
  const [given, submitBack, isGiving] = useActionState(giveBack, { issues: [], values: {} });
  const errors = useMemo(
    () => signed.issues.flatMap((issue) => (issue.code === 'not-ready' && blocks.length > 0 ? blocks : [{ href: '#sign', text: issueText(issue) }])),
    [signed, blocks, issueText],
  );
  const reasonError = given.issues[0] && issueText(given.issues[0]);
  return (
    <div className="no-print">
      <ErrorSummary title={t('errors')} errors={errors} />
      <form id="sign" tabIndex={-1} action={submitSign} className="mt-6 outline-none">
        <input type="hidden" name="reportId" value={reportId} />
        <p className="mb-3 max-w-3xl">{statement}</p>
        <Button kind="primary" disabled={isSigning}>
          {t('submit')}
        </Button>
      </form>
      <details className="mt-4" open={given.issues.length > 0 ? true : undefined}>
        <summary className="min-h-8">{t('backTitle')}</summary>
        <form action={submitBack} className="max-w-2xl border-l border-line-2 pl-4">
          <input type="hidden" name="reportId" value={reportId} />
          <Textarea
            id="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={reasonError}
            rows={3}
            defaultValue={given.values.reason?.[0] ?? ''}
          />
          <Button disabled={isGiving}>{t('back')}</Button>
        </form>
      </details>
    </div>
  );
}

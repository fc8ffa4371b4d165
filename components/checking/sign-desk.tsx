'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { toTop } from '@/components/ui/to-top';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';

type State = { issues: FormIssue[]; values: Record<string, string[]> };
type Action = (state: State, form: FormData) => Promise<State>;
type Props = {
  sign: Action;
  giveBack: Action;
  reportId: string;
  /** What is looked at: nothing else is signed or given back. */
  sent: { submission: number; sentAt: Date | null };
  /** What signing means, in words. */
  statement: string;
  /** Whether another signatory signs after this one. */
  isFirst: boolean;
  /** What has come up since the report was sent. */
  blocks: readonly { href: string; text: string }[];
  /** Said beside the field where the person belongs to the demo world. */
  demoPassword: string | null;
};

/** The signatory's desk: sign and submit, or give the report back with a reason. */
export function SignDesk({
  sign,
  giveBack,
  reportId,
  sent,
  statement,
  isFirst,
  blocks,
  demoPassword,
}: Props) {
  const t = useTranslations('check.sign');
  const issueText = useIssueText();
  const [signed, submitSign, isSigning] = useKeptForm<State>(
    sign,
    { issues: [], values: {} },
    toTop,
  );
  const [given, submitBack, isGiving] = useKeptForm<State>(
    giveBack,
    { issues: [], values: {} },
    toTop,
  );
  const errors = useMemo(
    () =>
      signed.issues.flatMap((issue) =>
        issue.code === 'not-ready' && blocks.length > 0
          ? blocks
          : [{ href: issue.field === 'password' ? '#password' : '#sign', text: issueText(issue) }],
      ),
    [signed, blocks, issueText],
  );
  const passwordIssue = signed.issues.find(({ field }) => field === 'password');
  const reasonError = given.issues[0] && issueText(given.issues[0]);
  return (
    <div className="no-print">
      <ErrorSummary title={t('errors')} errors={errors} />
      <form id="sign" tabIndex={-1} action={submitSign} className="mt-6 outline-none">
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={sent.submission} />
        <input type="hidden" name="sentAt" value={sent.sentAt?.toISOString()} />
        <p className="mb-3 max-w-3xl">{statement}</p>
        <TextInput
          id="password"
          type="password"
          label={t('password')}
          hint={
            demoPassword ? t('passwordHintDemo', { password: demoPassword }) : t('passwordHint')
          }
          error={passwordIssue && issueText(passwordIssue)}
          autoComplete="current-password"
          className="w-72 max-w-full"
        />
        <Button kind="primary" disabled={isSigning}>
          {t(isFirst ? 'submitFirst' : 'submit')}
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

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
const untouched: State = { issues: [], values: {} };

type Props = {
  sign: Action;
  giveBack: Action;
  reportId: string;
  /** What is looked at: nothing else is signed or given back. */
  sent: { submission: number; seen: string; sentAt: Date | null };
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
export function SignDesk({ giveBack, ...signing }: Props) {
  return (
    <div className="no-print">
      <Signing {...signing} />
      <GivingBack giveBack={giveBack} reportId={signing.reportId} sent={signing.sent} />
    </div>
  );
}

/** What signing means, the password, and what stands in the way. */
function Signing({
  sign,
  reportId,
  sent,
  statement,
  isFirst,
  blocks,
  demoPassword,
}: Omit<Props, 'giveBack'>) {
  const t = useTranslations('check.sign');
  const issueText = useIssueText();
  const [{ issues }, submit, isBusy] = useKeptForm<State>(sign, untouched, toTop);
  const errors = useMemo(
    () =>
      issues.flatMap((issue) =>
        issue.code === 'not-ready' && blocks.length > 0
          ? blocks
          : [{ href: issue.field === 'password' ? '#password' : '#sign', text: issueText(issue) }],
      ),
    [issues, blocks, issueText],
  );
  const passwordIssue = issues.find(({ field }) => field === 'password');
  return (
    <>
      <ErrorSummary title={t('errors')} errors={errors} />
      <form id="sign" tabIndex={-1} action={submit} className="mt-6 outline-none">
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={sent.submission} />
        <input type="hidden" name="seen" value={sent.seen} />
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
        <Button kind="primary" disabled={isBusy}>
          {t(isFirst ? 'submitFirst' : 'submit')}
        </Button>
      </form>
    </>
  );
}

function GivingBack({ giveBack, reportId, sent }: Pick<Props, 'giveBack' | 'reportId' | 'sent'>) {
  const t = useTranslations('check.sign');
  const issueText = useIssueText();
  const [{ issues, values }, submit, isBusy] = useKeptForm<State>(giveBack, untouched, toTop);
  return (
    <details className="mt-4" open={issues.length > 0 ? true : undefined}>
      <summary className="min-h-8">{t('backTitle')}</summary>
      <form action={submit} className="max-w-2xl border-l border-line-2 pl-4">
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={sent.submission} />
        <input type="hidden" name="seen" value={sent.seen} />
        <Textarea
          id="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          error={issues[0] && issueText(issues[0])}
          rows={3}
          defaultValue={values.reason?.[0] ?? ''}
        />
        <Button disabled={isBusy}>{t('back')}</Button>
      </form>
    </details>
  );
}

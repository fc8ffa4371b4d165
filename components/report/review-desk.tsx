'use client';

import { useTranslations } from 'next-intl';
import { createContext, useActionState, useMemo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Textarea } from '@/components/ui/textarea';
import { noteId } from './mark-names';
import { useIssueText, type FormIssue } from './issue-text';

export type ReviewState = { issues: FormIssue[]; values: Record<string, string[]> };

type Props = {
  action: (state: ReviewState, form: FormData) => Promise<ReviewState>;
  reportId: string;
  submission: number;
  /** Names of the indicators, for what the reviewer is told of his marks. */
  names: Readonly<Record<string, string>>;
  mayApprove: boolean;
  /** What an approval covers. */
  covers: ReactNode;
  /** How many marks had been noted before. */
  drafted: number;
  children: ReactNode;
};

/** What was typed before an error, for the fields inside the desk. */
export const ReviewValues = createContext<Readonly<Record<string, string[]>>>({});

/** The reviewer's desk: one form around all rows, so that marks and reason arrive together. */
export function ReviewDesk({ action, reportId, submission, names, mayApprove, covers, drafted, children }: Props) {
  const t = useTranslations('review.decide');
  const review = useTranslations('review');
  const common = useTranslations('common');
  const issueText = useIssueText();
  const [{ issues, values }, submit, isBusy] = useActionState(action, { issues: [], values: {} });
  const errors = useMemo(
    () =>
      issues.map(({ field, code, params }) => {
        if (code === 'marks-left') return { href: '#decision', text: t('marksLeft', { count: Number(params.count) }) };
        const indicator = params.indicator ?? '';
        if (code === 'mark-without-note') return { href: `#${noteId(indicator)}`, text: t('markWithoutNote', { name: names[indicator] ?? indicator }) };
        return { href: field === 'reason' || code === 'reason-empty' ? '#reason' : '#decision', text: issueText({ code, params }) };
      }),
    [issues, names, t, issueText],
  );
  const reasonError = errors.find(({ href }) => href === '#reason')?.text;
  return (
    <ReviewValues value={values}>
      <ErrorSummary title={common('errorTitle', { count: errors.length })} errors={errors} />
      <form action={submit}>
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={submission} />
        {children}
        <section id="decision" tabIndex={-1} aria-labelledby="decision-title" className="no-print mt-6 border border-line bg-paper px-4 py-4 outline-none sm:px-6">
          <h2 id="decision-title">{t('title')}</h2>
          <div className="grid gap-x-10 md:grid-cols-2">
            <div>
              <Textarea id="reason" label={t('reason')} hint={t('reasonHint')} error={reasonError} rows={3} defaultValue={values.reason?.[0] ?? ''} />
              {drafted > 0 ? <p className="mb-2 text-table text-attention">● {review('drafted', { count: drafted })}</p> : null}
              <label className="mb-2 flex min-h-8 items-center gap-2">
                <input type="checkbox" name="opensAll" value="yes" defaultChecked={values.opensAll?.[0] === 'yes'} className="size-5 flex-none accent-act" />
                {review('opensAll')}
              </label>
              <p className="mb-2 text-table text-ink-2">{t('returnText')}</p>
              <Button name="intent" value="return" disabled={isBusy}>
                {t('return')}
              </Button>
            </div>
            <div className="mt-4 md:self-end" hidden={!mayApprove}>
              <p className="mb-2 text-table text-ink-2">{t('approveText')}</p>
              {mayApprove ? covers : null}
              {mayApprove ? (
                <Button name="intent" value="approve" kind="primary" disabled={isBusy}>
                  {t('approve')}
                </Button>
              ) : null}
            </div>
          </div>
        </section>
      </form>
    </ReviewValues>
  );
}

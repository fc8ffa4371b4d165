'use client';

import { useTranslations } from 'next-intl';
import { createContext, useMemo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import type { Issue } from '@/lib/domain/errors';
import { explanationId } from './explanation-names';
import { useIssueText, type FormIssue } from './issue-text';
import { useKeptForm } from './use-kept-form';

/** An explanation that says nothing, with what was typed. */
export type RefusedExplanation = Issue & { check: string; text: string };

/** What came of saving the explanations and, where asked for, of sending. */
export type CheckOutcome = { saved: number; refused: RefusedExplanation[]; isBlocked: boolean };
export type CheckState = { issues: FormIssue[]; values: Record<string, string[]>; result?: CheckOutcome };

type Props = {
  action: (state: CheckState, form: FormData) => Promise<CheckState>;
  reportId: string;
  /** Everything that stands between the report and the signatory, each leading to where it is put right. */
  blocks: readonly { href: string; text: string }[];
  children: ReactNode;
};

/** Refusals by check, for the fields inside the desk. */
export const RefusedExplanations = createContext<readonly RefusedExplanation[]>([]);

/** The reporter's desk: one form around all explanations, so that sending never loses what was typed. */
export function CheckDesk({ action, reportId, blocks, children }: Props) {
  const t = useTranslations('check');
  const issueText = useIssueText();
  const [{ issues, result }, submit, isBusy] = useKeptForm<CheckState>(action, { issues: [], values: {} });
  const errors = useMemo(() => {
    const told = [
      ...issues.map((issue) => ({ href: '#send', text: issueText(issue) })),
      ...(result?.refused ?? []).map((one) => ({ href: `#${explanationId(one.check)}`, text: issueText(one) })),
    ];
    return result?.isBlocked ? [...told, ...blocks.filter(({ href }) => told.every((one) => one.href !== href))] : told;
  }, [issues, result, blocks, issueText]);
  return (
    <RefusedExplanations value={result?.refused ?? none}>
      <ErrorSummary title={t('send.errors')} errors={errors} />
      {result && result.saved > 0 ? <Notice kind="good" role="status" title={t('explanation.saved')} /> : null}
      <form action={submit}>
        <input type="hidden" name="reportId" value={reportId} />
        {children}
        <div id="send" tabIndex={-1} className="no-print mt-6 outline-none">
          <Button name="intent" value="send" kind="primary" disabled={isBusy}>
            {t('send.submit')}
          </Button>
        </div>
      </form>
    </RefusedExplanations>
  );
}

const none: readonly RefusedExplanation[] = [];

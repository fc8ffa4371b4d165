'use client';

import { useTranslations } from 'next-intl';
import { createContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepText, readTexts } from '@/components/entry/unsent-texts';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/errors';
import { explanationId } from './explanation-names';
import { useIssueText, type FormIssue } from './issue-text';

/** An explanation that says nothing, with what was typed. */
export type RefusedExplanation = Issue & { check: string; text: string };

/** What came of saving the explanations and, where asked for, of sending. */
export type CheckOutcome = { saved: number; refused: RefusedExplanation[]; isBlocked: boolean };
export type CheckState = { issues: FormIssue[]; values: Record<string, string[]>; result?: CheckOutcome };

type Props = {
  action: (state: CheckState, form: FormData) => Promise<CheckState>;
  /** Whose explanations are kept in this browser until they are saved. */
  personId: string;
  reportId: string;
  /** Everything that stands between the report and the signatory, each leading to where it is put right. */
  blocks: readonly { href: string; text: string }[];
  children: ReactNode;
};

/** For the fields inside the desk, by check: what was refused, and what was typed here or in the table and is not saved. */
type Desk = { refused: readonly RefusedExplanation[]; typed: Readonly<Record<string, string>>; type: (check: string, text: string, isSaved: boolean) => void };
export const ExplanationDesk = createContext<Desk>({ refused: [], typed: {}, type: () => {} });

/** The reporter's desk: one form around all explanations, so that sending never loses what was typed; what is typed and not
 *  saved outlives a reload and a closed tab. */
export function CheckDesk({ action, personId, reportId, blocks, children }: Props) {
  const t = useTranslations('check');
  const issueText = useIssueText();
  const [{ issues, result }, submit, isBusy] = useKeptForm<CheckState>(action, { issues: [], values: {} });
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    void readTexts({ personId, reportId }, 'check').then((kept) => setTyped((now) => ({ ...kept, ...now })));
  }, [personId, reportId]);
  const desk = useMemo((): Desk => {
    const type = (check: string, text: string, isSaved: boolean) => {
      setTyped((now) => ({ ...now, [check]: text }));
      void keepText({ personId, reportId }, 'check', check, isSaved ? null : text);
    };
    return { refused: result?.refused ?? [], typed, type };
  }, [personId, reportId, result, typed]);
  const errors = useMemo(() => {
    const told = [
      ...issues.map((issue) => ({ href: '#send', text: issueText(issue) })),
      ...(result?.refused ?? []).map((one) => ({ href: `#${explanationId(one.check)}`, text: issueText(one) })),
    ];
    return result?.isBlocked ? [...told, ...blocks.filter(({ href }) => told.every((one) => one.href !== href))] : told;
  }, [issues, result, blocks, issueText]);
  return (
    <ExplanationDesk value={desk}>
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
    </ExplanationDesk>
  );
}

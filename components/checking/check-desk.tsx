'use client';

import { useTranslations } from 'next-intl';
import { createContext, useCallback, useMemo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { toTop } from '@/components/ui/to-top';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/access/errors';
import { explained, explanationId } from '@/components/figures/explanation-names';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';
import { useTypedTexts, type TypedTexts } from './typed-texts';

/** An explanation that says nothing, with what was typed. */
export type RefusedExplanation = Issue & { check: string; text: string };

/** What came of saving the explanations and, where asked for, of sending. */
export type CheckOutcome = { saved: number; refused: RefusedExplanation[]; isBlocked: boolean };
export type CheckState = {
  issues: FormIssue[];
  values: Record<string, string[]>;
  result?: CheckOutcome;
};

type Block = { href: string; text: string };
type Props = {
  action: (state: CheckState, form: FormData) => Promise<CheckState>;
  /** Whose explanations are kept in this browser until they are saved. */
  personId: string;
  reportId: string;
  submission: number;
  /** What the page shows, for sending it. */
  seen: string;
  /** Everything that stands between the report and the signatory, each leading to where it is put right. */
  blocks: readonly Block[];
  children: ReactNode;
};

/** For the fields inside the desk, by check: what was refused, and what was typed here or in the table and is not
 *  saved. */
type Desk = Pick<TypedTexts, 'typed' | 'type'> & { refused: readonly RefusedExplanation[] };
export const ExplanationDesk = createContext<Desk>({ refused: [], typed: {}, type: () => {} });

/** The reporter's desk: one form around all explanations, so that sending never loses what was typed; what is typed
 *  and not saved outlives a reload and a closed tab. */
export function CheckDesk({
  action,
  personId,
  reportId,
  submission,
  seen,
  blocks,
  children,
}: Props) {
  const t = useTranslations('check');
  const { typed, type, drop } = useTypedTexts(
    useMemo(() => ({ personId, reportId, submission }), [personId, reportId, submission]),
  );
  const done = useCallback(
    ({ result: outcome }: CheckState, form: FormData) => {
      drop(
        sentExplanations(form).filter(
          ([check]) => !outcome?.refused.some((one) => one.check === check),
        ),
      );
      if (form.get('intent') === 'send' && outcome?.isBlocked === false) toTop();
    },
    [drop],
  );
  const [{ issues, result }, submit, isBusy] = useKeptForm<CheckState>(
    action,
    { issues: [], values: {} },
    done,
  );
  const desk = useMemo(
    (): Desk => ({ refused: result?.refused ?? [], typed, type }),
    [result, typed, type],
  );
  return (
    <ExplanationDesk value={desk}>
      <ErrorSummary title={t('send.errors')} errors={useDeskErrors(issues, result, blocks)} />
      <form action={submit} onReset={(event) => event.preventDefault()}>
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={submission} />
        <input type="hidden" name="seen" value={seen} />
        {children}
        {result && result.saved > 0 ? (
          <Notice kind="good" role="status" title={t('explanation.saved')} />
        ) : null}
        <div id="send" tabIndex={-1} className="no-print mt-6 outline-none">
          <Button name="intent" value="send" kind="primary" disabled={isBusy}>
            {t('send.submit')}
          </Button>
        </div>
      </form>
    </ExplanationDesk>
  );
}

const sentExplanations = (form: FormData) =>
  [...form].flatMap(([name, text]) =>
    name.startsWith(explained) ? [[name.slice(explained.length), text] as const] : [],
  );

/** What there is to put right, each leading to its place; where sending was blocked, everything else that blocks it. */
function useDeskErrors(
  issues: readonly FormIssue[],
  result: CheckOutcome | undefined,
  blocks: readonly Block[],
): Block[] {
  const issueText = useIssueText();
  return useMemo(() => {
    const failing = [
      ...issues.map((issue) => ({ href: '#send', text: issueText(issue) })),
      ...(result?.refused ?? []).map((one) => ({
        href: `#${explanationId(one.check)}`,
        text: issueText(one),
      })),
    ];
    return result?.isBlocked
      ? [...failing, ...blocks.filter(({ href }) => failing.every((one) => one.href !== href))]
      : failing;
  }, [issues, result, blocks, issueText]);
}

'use client';

import { useTranslations } from 'next-intl';
import { createContext, useCallback, useMemo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { toTop } from '@/components/ui/to-top';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { TypedValues } from '@/lib/domain/entry/typed-values';
import { useFormCopy } from './form-copy';
import { noteId } from './mark-names';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';

export type ReviewState = { issues: FormIssue[]; values: Record<string, string[]> };

type Props = {
  action: (state: ReviewState, form: FormData) => Promise<ReviewState>;
  /** Whose marks are kept in this browser until they are sent. */
  personId: string;
  reportId: string;
  submission: number;
  /** What the page shows, for deciding over it. */
  seen: string;
  /** Names of the indicators, for messages about the reviewer's marks. */
  names: Readonly<Record<string, string>>;
  mayApprove: boolean;
  /** Whether the viewer may pass the preliminary review (初审通过). */
  mayExamine: boolean;
  /** Whether the period is closed for the unit: what is returned then is corrected only with a later date granted. */
  isClosed: boolean;
  /** What an approval covers. */
  covers: ReactNode;
  /** How many marks had been noted before. */
  drafted: number;
  children: ReactNode;
};

/** What was typed before an error or on an earlier visit, for the fields inside the desk. */
export const ReviewValues = createContext<TypedValues>({});

/** The reviewer's desk: one form around all rows, so that marks and reason arrive together. */
export function ReviewDesk(props: Props) {
  const { action, personId, reportId, submission, seen, names, children } = props;
  const common = useTranslations('common');
  const { copy, kept, drop } = useFormCopy(
    { personId, reportId, submission },
    `review ${submission}`,
  );
  const done = useCallback(() => {
    copy.forget();
    toTop();
  }, [copy]);
  const [{ issues, values: sent }, submit, isBusy] = useKeptForm<ReviewState>(
    action,
    { issues: [], values: {} },
    done,
  );
  const values = issues.length > 0 ? sent : (kept ?? {});
  const errors = useDecisionErrors(issues, names);
  return (
    <ReviewValues value={values}>
      <ErrorSummary title={common('errorTitle', { count: errors.length })} errors={errors} />
      {kept && issues.length === 0 ? <KeptNotice drop={drop} /> : null}
      {/* Fields are filled when they are made: with what was kept they are made anew. */}
      <form
        key={kept ? 'kept' : 'new'}
        action={submit}
        onFocus={(event) => copy.begin(event.currentTarget)}
        onInput={(event) => copy.keep(event.currentTarget)}
      >
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="submission" value={submission} />
        <input type="hidden" name="seen" value={seen} />
        {children}
        <Decision
          {...props}
          values={values}
          reasonError={errors.find(({ href }) => href === '#reason')?.text}
          isBusy={isBusy}
        />
      </form>
    </ReviewValues>
  );
}

/** What there is to put right, each leading to its place. */
function useDecisionErrors(issues: readonly FormIssue[], names: Props['names']) {
  const t = useTranslations('review.decide');
  const issueText = useIssueText();
  return useMemo(
    () =>
      issues.map(({ field, code, params }) => {
        if (code === 'marks-left')
          return { href: '#decision', text: t('marksLeft', { count: Number(params.count) }) };
        const indicator = params.indicator ?? '';
        if (code === 'mark-without-note')
          return {
            href: `#${noteId(indicator)}`,
            text: t('markWithoutNote', { name: names[indicator] ?? indicator }),
          };
        return {
          href: field === 'reason' || code === 'reason-empty' ? '#reason' : '#decision',
          text: issueText({ code, params }),
        };
      }),
    [issues, names, t, issueText],
  );
}

/** What was typed on an earlier visit stands in the form again. */
function KeptNotice({ drop }: { drop: () => void }) {
  const t = useTranslations('review.decide.kept');
  return (
    <Notice role="status" title={t('title')}>
      {t('text')}{' '}
      <button
        type="button"
        onClick={drop}
        className="min-h-8 text-act underline underline-offset-3"
      >
        {t('drop')}
      </button>
    </Notice>
  );
}

type DecisionProps = Pick<
  Props,
  'mayApprove' | 'mayExamine' | 'isClosed' | 'covers' | 'drafted'
> & {
  values: TypedValues;
  reasonError: string | undefined;
  isBusy: boolean;
};

/** Return with a reason, or approve; an examiner passes it on to whoever approves. */
function Decision({
  mayApprove,
  mayExamine,
  isClosed,
  covers,
  isBusy,
  ...returning
}: DecisionProps) {
  const t = useTranslations('review.decide');
  const passing = mayApprove ? 'approve' : mayExamine ? 'examine' : null;
  return (
    <section
      id="decision"
      tabIndex={-1}
      aria-labelledby="decision-title"
      className="no-print mt-6 border border-line bg-paper px-4 py-4 outline-none sm:px-6"
    >
      <h2 id="decision-title">{t('title')}</h2>
      <div className="grid gap-x-10 md:grid-cols-2">
        <div>
          <Reason {...returning} />
          <p className="mb-2 text-table text-ink-2">{t('returnText')}</p>
          {isClosed ? <Notice kind="attention">{t('returnClosed')}</Notice> : null}
          <Button name="intent" value="return" disabled={isBusy}>
            {t('return')}
          </Button>
        </div>
        {passing ? (
          <div className="mt-4 md:self-end">
            <p className="mb-2 text-table text-ink-2">{t(`${passing}Text`)}</p>
            {covers}
            <Button name="intent" value={passing} kind="primary" disabled={isBusy}>
              {t(passing)}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Reason({
  drafted,
  values,
  reasonError,
}: Pick<DecisionProps, 'drafted' | 'values' | 'reasonError'>) {
  const t = useTranslations('review');
  return (
    <>
      <Textarea
        id="reason"
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        error={reasonError}
        rows={3}
        defaultValue={values.reason?.[0] ?? ''}
      />
      {drafted > 0 ? (
        <p className="mb-2 text-table text-attention">● {t('drafted', { count: drafted })}</p>
      ) : null}
      <label className="mb-2 flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          name="opensAll"
          value="yes"
          defaultChecked={values.opensAll?.[0] === 'yes'}
          className="size-5 flex-none accent-act"
        />
        {t('opensAll')}
      </label>
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { fillFaults, longestReason, type FillState } from './fill-state';

type Props = {
  action: (state: FillState, form: FormData) => Promise<FillState>;
  reportId: string;
  submission: number;
  section: string;
  count: number;
  /** What was typed is still on its way: filling now would fill these cells too. */
  isWaiting: boolean;
};

const untouched: FillState = { issues: [], values: {} };

/** One answer for every cell of the section that is still blank; open only when asked for. */
export function FillBlanks({ action, reportId, submission, section, count, isWaiting }: Props) {
  const t = useTranslations('entry.fill');
  const issueTexts = useTranslations('issues');
  const [{ issues, values, result }, submit, isBusy] = useKeptForm(action, untouched);
  const faultOf = (field: string) => {
    const code = fillFaults.find((fault) =>
      issues.some((issue) => issue.field === field && issue.code === fault),
    );
    return code && t(code, { most: longestReason });
  };
  const refusal = issues.find(({ field }) => field === null);
  if (count === 0) return <FilledNotice count={result} />;
  return (
    <details className="no-print my-6" open={issues.length > 0 ? true : undefined}>
      <summary className="min-h-8">{t('title')}</summary>
      <form action={submit} className="max-w-2xl border-l border-line-2 pl-4">
        <p className="mt-2">{t('intro', { count })}</p>
        {refusal ? (
          <Notice kind="wrong" role="alert">
            {issueTexts(refusal.code as Parameters<typeof issueTexts>[0], refusal.params)}
          </Notice>
        ) : null}
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="submission" value={submission} />
        <CheckboxGroup
          id="fill-answer"
          name="answer"
          type="radio"
          legend={t('answer')}
          error={faultOf('answer')}
          chosen={values.answer ?? []}
          options={(['zero', 'not_applicable', 'not_available'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        <TextInput
          id="fill-note"
          name="note"
          label={t('reason')}
          hint={t('reasonHint')}
          error={faultOf('note')}
          defaultValue={values.note?.[0]}
          autoComplete="off"
        />
        <Button disabled={isBusy || isWaiting}>{t('submit')}</Button>
      </form>
    </details>
  );
}

function FilledNotice({ count }: { count: number | undefined }) {
  const t = useTranslations('entry.fill');
  return count === undefined ? null : (
    <Notice kind="good" role="status">
      <p>{t('done', { count })}</p>
    </Notice>
  );
}

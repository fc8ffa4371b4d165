'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { IssueAction, IssueState } from './desk-props';

type Props = { action: IssueAction; unit: string; period: string; revision: number | null };

const untouched: IssueState = { issues: [], values: {} };

/** 定稿: the text as it is on the screen, once the server has it; no revision while it is being saved. */
export function IssueForm({ action, unit, period, revision }: Props) {
  const t = useTranslations('desk.issue');
  const issueTexts = useTranslations('issues');
  const [{ issues }, submit, isBusy] = useKeptForm(action, untouched);
  return (
    <form action={submit} className="desk-panel">
      <h2>{t('title')}</h2>
      <p className="text-table text-ink-2">{t('text')}</p>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="revision" value={revision ?? ''} />
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      <Button kind="primary" disabled={isBusy || revision === null}>
        {t('submit')}
      </Button>
    </form>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormIssues } from './desk-props';

type Props = {
  action: (state: FormIssues, form: FormData) => Promise<FormIssues>;
  /** Whether there is a manuscript that it takes the place of. */
  isReplacing: boolean;
  hidden: Readonly<Record<string, string>>;
};

/** Makes the text that was looked at the manuscript. */
export function WrittenOnForm({ action, isReplacing, hidden }: Props) {
  const t = useTranslations('desk.writtenOn');
  const issueTexts = useTranslations('issues');
  const [{ issues }, submit, isBusy] = useKeptForm(action, { issues: [], values: {} });
  return (
    <form action={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      {isReplacing ? <p className="mb-2 text-ink-2">{t('replaces')}</p> : null}
      <Button kind="primary" disabled={isBusy}>
        {t(isReplacing ? 'replace' : 'start')}
      </Button>
    </form>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormIssues } from './desk-props';

type Props = {
  action: (state: FormIssues, form: FormData) => Promise<FormIssues>;
  unit: string;
  period: string;
  choice: Readonly<Record<string, string | undefined>>;
};

/** The first step: a manuscript of the summary as it is written today, with its base year and style (`choice`). */
export function StartForm({ action, unit, period, choice }: Props) {
  const t = useTranslations('desk.start');
  const issueTexts = useTranslations('issues');
  const [{ issues }, submit, isBusy] = useKeptForm(action, { issues: [], values: {} });
  return (
    <form action={submit} className="mt-4 max-w-[44rem] border border-line bg-paper px-6 py-4">
      <p>{t('text')}</p>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="period" value={period} />
      {Object.entries(choice).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      <p className="mt-3">
        <Button kind="primary" disabled={isBusy}>
          {t('submit')}
        </Button>
      </p>
    </form>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormIssues } from './desk-props';

type Props = {
  action: (state: FormIssues, form: FormData) => Promise<FormIssues>;
  fields: Readonly<Record<string, string>>;
  label: string;
  name?: string;
  kind?: 'primary' | 'plain';
  again: string;
};

/** One text in place of another, from the revision that was seen; where somebody saved meanwhile, the way to look
 *  again. */
export function ExchangeForm({ action, fields, label, name, kind = 'plain', again }: Props) {
  const t = useTranslations('desk.renewal');
  const issueTexts = useTranslations('issues');
  const [{ issues }, submit, isBusy] = useKeptForm(action, { issues: [], values: {} });
  return (
    <form action={submit} className="mt-2">
      {Object.entries(fields).map(([field, value]) =>
        value ? <input key={field} type="hidden" name={field} value={value} /> : null,
      )}
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          <p>{issueTexts(code as Parameters<typeof issueTexts>[0], params)}</p>
          <p>
            <a href={again}>{t('again')}</a>
          </p>
        </Notice>
      ))}
      <Button kind={kind} disabled={isBusy} aria-label={name}>
        {label}
      </Button>
    </form>
  );
}

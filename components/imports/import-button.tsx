'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormAction } from './form-state';

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  kind?: 'primary' | 'plain';
  label: string;
  busy: string;
  children?: ReactNode;
};

/** One button that does one thing to an import, and what was wrong when it could not. */
export function ImportButton({ action, hidden, kind = 'primary', label, busy, children }: Props) {
  const issueText = useTranslations('issues');
  const [{ issues }, send, isBusy] = useKeptForm(action, { issues: [], values: {} });
  return (
    <form action={send}>
      {issues.map(({ code, params }) => (
        <Notice
          key={code}
          kind="wrong"
          role="alert"
          title={issueText.has(code as never) ? issueText(code as never, params as never) : code}
        />
      ))}
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} disabled={isBusy}>
        {isBusy ? busy : label}
      </Button>
    </form>
  );
}

'use client';

import { signIn } from 'next-auth/react';
import { useActionState, useState } from 'react';
import { useTranslations } from 'next-intl';
import type { FormState } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

type Result = { account: string };
type Action = (state: FormState<Result>, form: FormData) => Promise<FormState<Result>>;

/** A form that sets a password and, once the server took it, signs in with it: the password stays in this page. `next`
 *  is where the person begins. */
export function useEnteringForm(action: Action, next: string) {
  const t = useTranslations('issues');
  const [isEntering, setEntering] = useState(false);
  const [state, send, isSending] = useActionState(
    async (before: FormState<Result>, form: FormData) => {
      const after = await action(before, form);
      if (after.result) {
        setEntering(true);
        const answer = await signIn('password', {
          account: after.result.account,
          password: String(form.get('password')),
          redirect: false,
        });
        window.location.assign(answer?.ok ? next : paths.signIn());
      }
      return after;
    },
    { issues: [], values: {} },
  );

  const sentences = state.issues.map(({ field, code, params }) => ({
    field,
    text: t.has(code as never) ? t(code as never, params as never) : code,
  }));
  return {
    send,
    isBusy: isSending || isEntering,
    /** The sentence for a field. */
    error: (field: string) => sentences.find((sentence) => sentence.field === field)?.text,
    /** What was typed into it before. */
    typed: (field: string) => state.values[field]?.[0],
    errors: sentences.map(({ field, text }) => ({ href: `#${field ?? 'password'}`, text })),
  };
}

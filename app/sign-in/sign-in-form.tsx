'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useActionState, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { enter as enterWithoutScript } from './actions';

type Failure = 'wrong' | 'too-many-tries' | 'busy' | 'unreachable';

/** Account and password; what was typed stays when it was wrong. Before or without its script the form goes to the
 *  action. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const [state, send] = useActionState(enterWithoutScript, { issues: [], values: {} });
  const [failure, setFailure] = useState<Failure | null>(state.result?.failure ?? null);
  const [isWaiting, setWaiting] = useState(false);

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setFailure(null);
    setWaiting(true);
    const failed = await trySignIn(String(form.get('account')), String(form.get('password')));
    if (!failed) return window.location.assign(next);
    setFailure(failed);
    setWaiting(false);
  }

  return (
    <form onSubmit={enter} action={send} className="mt-4">
      <input type="hidden" name="next" value={next} />
      {failure ? (
        <Notice kind="wrong" title={t('failed')} role="alert">
          {t(`errors.${failure}`)}
        </Notice>
      ) : null}
      <TextInput
        id="account"
        label={t('account')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.result?.account}
      />
      <TextInput
        id="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
      />
      <Button kind="primary" disabled={isWaiting} className="my-2">
        {isWaiting ? t('waiting') : t('submit')}
      </Button>
    </form>
  );
}

async function trySignIn(account: string, password: string): Promise<Failure | null> {
  try {
    const answer = await signIn('password', { account, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    if (answer?.error === 'too-many-tries' || answer?.error === 'busy') return answer.error;
    return answer?.error === 'CredentialsSignin' ? 'wrong' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

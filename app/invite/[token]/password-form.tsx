'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { paths } from '@/lib/paths';
import { setPassword } from './actions';
import { PasswordFields } from './password-fields';
import { useEnteringForm } from './use-entering-form';

/** The invited person sets a password and is signed in. */
export function PasswordForm({ token, account }: { token: string; account: string }) {
  const [t, common] = [useTranslations('invite'), useTranslations('common')];
  const form = useEnteringForm(setPassword, paths.home());
  return (
    <form action={form.send}>
      <ErrorSummary
        title={common('errorTitle', { count: form.errors.length })}
        errors={form.errors}
      />
      <input type="hidden" name="username" value={account} autoComplete="username" />
      <PasswordFields token={token} error={form.error} />
      <Button kind="primary" disabled={form.isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}

'use client';

import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { forgetCopies } from '@/components/desk/manuscript-copy';
import { forgetUnsent } from '@/components/entry/unsent-figures';
import { paths } from '@/lib/paths';

/** Signs out, and leaves nothing behind on a shared computer. */
export function SignOutButton() {
  const t = useTranslations('common');
  const leave = async () => {
    await Promise.all([forgetUnsent(), forgetCopies()]);
    await signOut({ callbackUrl: paths.signIn() });
  };
  return (
    <button type="button" onClick={() => void leave()} className="min-h-8 px-1 text-table text-act underline underline-offset-3">
      {t('signOut')}
    </button>
  );
}

'use client';

import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { forgetCopies } from '@/components/desk/manuscript-copy';
import { forgetUnsent } from '@/components/entry/saving/unsent-figures';
import { paths } from '@/lib/paths';

/** Signs out, and leaves nothing behind on a shared computer. Without its script, where nothing was kept, the server
 *  does it. */
export function SignOutButton({ leave }: { leave: () => Promise<void> }) {
  const t = useTranslations('common');
  const [isStaying, setStaying] = useState(false);
  const forgetAndLeave = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await signOut({ redirect: false });
    } catch {
      // What is kept stays as long as the person does.
      return setStaying(true);
    }
    await Promise.all([forgetUnsent(), forgetCopies()]);
    location.assign(paths.signIn());
  };
  return (
    <form action={leave} onSubmit={(event) => void forgetAndLeave(event)}>
      <button className="min-h-8 px-1 text-table text-act underline underline-offset-3">
        {t('signOut')}
      </button>
      {isStaying ? (
        <p role="alert" className="text-wrong">
          {t('signOutFailed')}
        </p>
      ) : null}
    </form>
  );
}

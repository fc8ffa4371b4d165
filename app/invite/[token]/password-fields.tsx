'use client';

import { useTranslations } from 'next-intl';
import { TextInput } from '@/components/ui/text-input';

type Props = { token: string; error: (field: string) => string | undefined };

/** The password, twice; pasting is welcome. */
export function PasswordFields({ token, error }: Props) {
  const t = useTranslations('invite');
  return (
    <>
      <input type="hidden" name="token" value={token} />
      <TextInput
        id="password"
        label={t('password')}
        hint={t('passwordHint')}
        error={error('password')}
        type="password"
        autoComplete="new-password"
      />
      <TextInput
        id="passwordAgain"
        label={t('again')}
        error={error('passwordAgain')}
        type="password"
        autoComplete="new-password"
      />
    </>
  );
}

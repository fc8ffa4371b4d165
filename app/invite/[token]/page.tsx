import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Doorstep } from '@/components/layout/doorstep';
import { findInvitation } from '@/lib/data/people/invitations';
import { isSetupToken } from '@/lib/data/people/setup';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { PasswordForm } from './password-form';
import { SetupForm } from './setup-form';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invite');
  // The address is a secret until it was used: it is not handed to any other page.
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const [t, locale, invitation, isSetup] = await Promise.all([
    getTranslations('invite'),
    getLocale(),
    findInvitation(token),
    isSetupToken(token),
  ]);
  return (
    <Doorstep>
      <ClientMessages areas={['invite', 'issues']}>
        {invitation ? (
          <>
            <h1>{t('title')}</h1>
            <p className="mt-2">
              {t('hello', {
                name: invitation.name,
                account: invitation.account,
                unit: nameOf(invitation.unit, locale),
              })}
            </p>
            <PasswordForm token={token} account={invitation.account} />
          </>
        ) : isSetup ? (
          <>
            <h1>{t('setup.title')}</h1>
            <p className="mt-2">{t('setup.text')}</p>
            <SetupForm token={token} />
          </>
        ) : (
          <>
            <h1>{t('gone.title')}</h1>
            <p className="mt-2">{t('gone.text')}</p>
            <p className="mt-4">
              <Link href={paths.signIn()}>{t('gone.signIn')}</Link>
            </p>
          </>
        )}
      </ClientMessages>
    </Doorstep>
  );
}

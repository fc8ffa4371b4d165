import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { Doorstep } from '@/components/layout/doorstep';
import { findViewer } from '@/lib/auth/viewer';
import { listDemoPeople } from '@/lib/data/people/credentials';
import { isDemo } from '@/lib/env';
import { localPath, paths } from '@/lib/paths';
import { DemoPeople } from './demo-people';
import { SignInForm } from './sign-in-form';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  if (await findViewer()) redirect(next ?? paths.home());
  const [t, locale, people] = await Promise.all([
    getTranslations('signIn'),
    getLocale(),
    isDemo() ? listDemoPeople() : [],
  ]);
  return (
    <Doorstep>
      <h1>{t('title')}</h1>
      <ClientMessages areas={['signIn']}>
        <SignInForm next={next ?? paths.home()} />
        <p className="text-ink-2">{t('help')}</p>
        {people.length > 0 ? (
          <DemoPeople people={people} next={next ?? paths.home()} locale={locale} />
        ) : null}
      </ClientMessages>
    </Doorstep>
  );
}

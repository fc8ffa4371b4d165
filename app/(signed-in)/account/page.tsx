import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { FieldsForm } from '@/components/fields/fields-form';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { ClientMessages } from '@/components/layout/client-messages';
import { Facts } from '@/components/admin/facts';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireSessionToken } from '@/lib/auth/session-cookie';
import { requireViewer } from '@/lib/auth/viewer';
import { readOwnAccount } from '@/lib/data/people/own-account';
import { nameOf } from '@/lib/i18n/name-of';
import { changePassword, endOthers } from './actions';
import { SessionList } from './session-list';
import { SignInList } from './sign-in-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** The viewer's own account: password, where it is open, and who tried to open it. */
export default async function AccountPage() {
  const [viewer, token, t, common, locale, format] = await Promise.all([
    requireViewer(),
    requireSessionToken(),
    getTranslations('account'),
    getTranslations('common'),
    getLocale(),
    getFormatter(),
  ]);
  const { sessions, signIns } = await readOwnAccount(viewer, token);
  const roles = format.list(viewer.roles.map((role) => common(`roles.${role}`)));
  return (
    <>
      <PageHead title={t('title')} />
      <Sheet>
        <Facts
          facts={[
            { name: t('name'), value: viewer.name },
            { name: t('account'), value: viewer.account },
            { name: t('unit'), value: nameOf(viewer.unit, locale) },
            { name: t('roles'), value: roles },
          ]}
        />
        <p className="mt-3 text-ink-2">{t('whoChanges')}</p>
      </Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <PasswordStep />
        <Sheet className="my-4">
          <h2>{t('sessions.title')}</h2>
          <p className="mb-3 max-w-3xl">{t('sessions.text')}</p>
          <SessionList sessions={sessions} />
          {sessions.length > 1 ? (
            <div className="mt-4">
              <FieldsForm
                id="others"
                action={endOthers}
                fields={[]}
                submit={t('sessions.endOthers')}
                saved={t('sessions.ended')}
              />
            </div>
          ) : null}
        </Sheet>
      </ClientMessages>
      <Sheet className="my-4">
        <h2>{t('signIns.title')}</h2>
        <p className="mb-3 max-w-3xl">{t('signIns.text')}</p>
        <SignInList signIns={signIns} />
      </Sheet>
    </>
  );
}

/** The password of now, and the new one twice. */
function PasswordStep() {
  const t = useTranslations('account');
  return (
    <OpenStep
      id="password"
      action={changePassword}
      isPrimary
      words={stepWords('change', t)}
      fields={[
        { kind: 'password', name: 'password', label: t('change.now'), isKnown: true },
        {
          kind: 'password',
          name: 'newPassword',
          label: t('change.new'),
          hint: t('change.hint'),
        },
        { kind: 'password', name: 'passwordAgain', label: t('change.again') },
      ]}
    />
  );
}

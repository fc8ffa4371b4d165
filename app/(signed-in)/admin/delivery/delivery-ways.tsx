import { useTranslations } from 'next-intl';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { ClientMessages } from '@/components/layout/client-messages';
import type { deliverySettings } from '@/lib/delivery/settings';
import { tryMail, tryWebhook } from './actions';

type Settings = ReturnType<typeof deliverySettings>;

/** By which ways reminders leave, and how one that is not set is set. */
export function Ways({ webhook, mail }: Settings) {
  const t = useTranslations('delivery');
  const hostOf = (url: string) => new URL(url).host;
  return (
    <Facts
      facts={[
        { name: t('screen'), value: t('always') },
        {
          name: t('webhook'),
          value: webhook
            ? t('set', { host: hostOf(webhook.url) })
            : t('notSetHow', { name: 'WEBHOOK_URL' }),
        },
        {
          name: t('mail'),
          value: mail
            ? t('setFrom', { host: hostOf(mail.url), from: mail.from })
            : t('notSetHow', { name: 'MAIL_URL' }),
        },
      ]}
    />
  );
}

/** A try of each way that is set. */
export function Tries({ webhook, mail }: Settings) {
  const t = useTranslations('delivery');
  return (
    <ClientMessages areas={['fields', 'issues']}>
      {webhook ? (
        <OpenStep
          id="try-webhook"
          action={tryWebhook}
          words={stepWords('tryWebhook', t)}
          fields={[]}
        />
      ) : null}
      {mail ? (
        <OpenStep
          id="try-mail"
          action={tryMail}
          words={stepWords('tryMail', t)}
          fields={[{ kind: 'text', name: 'to', label: t('tryMail.to'), hint: t('tryMail.toHint') }]}
        />
      ) : null}
    </ClientMessages>
  );
}

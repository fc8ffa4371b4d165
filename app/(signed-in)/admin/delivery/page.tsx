import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listDeliveries } from '@/lib/data/reminders/outbox';
import { deliverySettings } from '@/lib/delivery/settings';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { tryMail, tryWebhook } from './actions';
import { DeliveryTable } from './delivery-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('delivery'))('title') };
}

/** Which ways reminders leave the product, whether they arrive, and a try of each. */
export default async function DeliveryPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('delivery')]);
  const { webhook, mail } = deliverySettings();
  const deliveries = await listDeliveries(viewer);
  const words = (of: 'tryWebhook' | 'tryMail') => ({
    title: t(`${of}.title`),
    text: t(`${of}.text`),
    submit: t(`${of}.submit`),
    saved: t(`${of}.saved`),
  });
  const hostOf = (url: string) => new URL(url).host;
  return (
    <>
      <PageHead title={t('title')} meta={t('intro')} />
      <Sheet>
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
      </Sheet>
      {mayManagePeriods(viewer) ? (
        <ClientMessages areas={['fields', 'issues']}>
          {webhook ? (
            <OpenStep
              id="try-webhook"
              action={tryWebhook}
              words={words('tryWebhook')}
              fields={[]}
            />
          ) : null}
          {mail ? (
            <OpenStep
              id="try-mail"
              action={tryMail}
              words={words('tryMail')}
              fields={[
                { kind: 'text', name: 'to', label: t('tryMail.to'), hint: t('tryMail.toHint') },
              ]}
            />
          ) : null}
        </ClientMessages>
      ) : (
        <p className="my-4 text-ink-2">{t('others')}</p>
      )}
      <Sheet className="my-4">
        <h2>{t('newest')}</h2>
        {deliveries.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <DeliveryTable
            deliveries={deliveries}
            hasWebhook={webhook !== null}
            hasMail={mail !== null}
          />
        )}
      </Sheet>
    </>
  );
}

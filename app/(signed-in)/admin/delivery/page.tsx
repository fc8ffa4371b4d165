import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { listDeliveries } from '@/lib/data/reminders/outbox';
import { deliverySettings } from '@/lib/delivery/settings';
import { nameOf } from '@/lib/i18n/name-of';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { tryMail, tryWebhook } from './actions';
import { useFailureText } from './failure-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('delivery'))('title') };
}

/** Which ways reminders leave the product, whether they arrive, and a try of each. */
export default async function DeliveryPage() {
  const [viewer, t, locale, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('delivery'),
    getLocale(),
    getFormatter(),
  ]);
  const { webhook, mail } = deliverySettings();
  const deliveries = await listDeliveries(viewer);
  const words = (of: 'tryWebhook' | 'tryMail') => ({
    title: t(`${of}.title`),
    text: t(`${of}.text`),
    submit: t(`${of}.submit`),
    saved: t(`${of}.saved`),
  });
  const way = (at: Date | null, isSet: boolean) =>
    at ? format.dateTime(at, 'minute') : isSet ? '—' : t('notSet');
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
          <Table stack>
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                <th scope="col">{t('sentAt')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('webhook')}</th>
                <th scope="col">{t('mail')}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map(
                ({
                  id,
                  isCollective,
                  unit,
                  sentAt,
                  state,
                  failure,
                  postedAt,
                  mailedAt,
                  nextTryAt,
                }) => {
                  const isIdle = state === 'waiting' && !webhook && !mail;
                  return (
                    <tr key={id}>
                      <th scope="row">
                        {isCollective
                          ? t('collective', { unit: nameOf(unit, locale) })
                          : nameOf(unit, locale)}
                      </th>
                      <td data-label={t('sentAt')}>{format.dateTime(sentAt, 'minute')}</td>
                      <td data-label={t('state')}>
                        <span className="block">
                          {isIdle ? (
                            t('states.screen')
                          ) : (
                            <Tag
                              kind={state === 'failed' ? 'wrong' : failure ? 'attention' : 'plain'}
                            >
                              {t(`states.${state}`)}
                            </Tag>
                          )}
                          {failure ? <FailureText failure={failure} /> : null}
                          {failure && nextTryAt && state === 'waiting'
                            ? ` ${t('nextTry', { at: format.dateTime(nextTryAt, 'minute') })}`
                            : null}
                        </span>
                      </td>
                      <td data-label={t('webhook')}>{way(postedAt, webhook !== null)}</td>
                      <td data-label={t('mail')}>{way(mailedAt, mail !== null)}</td>
                    </tr>
                  );
                },
              )}
            </tbody>
          </Table>
        )}
      </Sheet>
    </>
  );
}

function FailureText({ failure }: { failure: string }) {
  const text = useFailureText();
  return <span className="block">{text(failure)}</span>;
}

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { listDeliveries } from '@/lib/data/reminders/outbox';
import { nameOf } from '@/lib/i18n/name-of';
import { useFailureText } from './failure-text';

type Delivery = Awaited<ReturnType<typeof listDeliveries>>[number];
type Ways = { hasWebhook: boolean; hasMail: boolean };

/** The newest reminders and whether each arrived, by either way. */
export function DeliveryTable({ deliveries, ...ways }: Ways & { deliveries: readonly Delivery[] }) {
  const [t, format] = [useTranslations('delivery'), useFormatter()];
  const locale = useLocale();
  const way = (at: Date | null, isSet: boolean) =>
    at ? format.dateTime(at, 'minute') : isSet ? '—' : t('notSet');
  return (
    <Table stack>
      <thead>
        <tr>
          {(['unit', 'sentAt', 'state', 'webhook', 'mail'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => {
          const unit = nameOf(delivery.unit, locale);
          return (
            <tr key={delivery.id}>
              <th scope="row">{delivery.isCollective ? t('collective', { unit }) : unit}</th>
              <td data-label={t('sentAt')}>{format.dateTime(delivery.sentAt, 'minute')}</td>
              <td data-label={t('state')}>
                <State delivery={delivery} {...ways} />
              </td>
              <td data-label={t('webhook')}>{way(delivery.postedAt, ways.hasWebhook)}</td>
              <td data-label={t('mail')}>{way(delivery.mailedAt, ways.hasMail)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function State({ delivery, hasWebhook, hasMail }: Ways & { delivery: Delivery }) {
  const [t, format, text] = [useTranslations('delivery'), useFormatter(), useFailureText()];
  const { state, failure, nextTryAt } = delivery;
  const isIdle = state === 'waiting' && !hasWebhook && !hasMail;
  return (
    <span className="block">
      {isIdle ? (
        t('states.screen')
      ) : (
        <Tag kind={state === 'failed' ? 'wrong' : failure ? 'attention' : 'plain'}>
          {t(`states.${state}`)}
        </Tag>
      )}
      {failure ? <span className="block">{text(failure)}</span> : null}
      {failure && nextTryAt && state === 'waiting'
        ? ` ${t('nextTry', { at: format.dateTime(nextTryAt, 'minute') })}`
        : null}
    </span>
  );
}

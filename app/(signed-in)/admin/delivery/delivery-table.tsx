import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import { Tag } from '@/components/ui/tag';
import type { listDeliveries } from '@/lib/data/reminders/outbox';
import { nameOf } from '@/lib/i18n/name-of';

type Delivery = Awaited<ReturnType<typeof listDeliveries>>[number];
type Ways = { hasWebhook: boolean; hasMail: boolean };

/** The newest reminders and whether each arrived, by either way. */
export function DeliveryTable({ deliveries, ...ways }: Ways & { deliveries: readonly Delivery[] }) {
  const [t, format] = [useTranslations('delivery'), useFormatter()];
  const locale = useLocale();
  const way = (at: Date | null, isSet: boolean) =>
    at ? format.dateTime(at, 'minute') : isSet ? '—' : t('notSet');
  return (
    <ListTable
      stickyHead={false}
      rows={deliveries}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('unit'),
          cell: ({ unit, isCollective }) =>
            isCollective ? t('collective', { unit: nameOf(unit, locale) }) : nameOf(unit, locale),
        },
        { head: t('sentAt'), cell: ({ sentAt }) => format.dateTime(sentAt, 'minute') },
        { head: t('state'), cell: (delivery) => <State delivery={delivery} {...ways} /> },
        { head: t('webhook'), cell: ({ postedAt }) => way(postedAt, ways.hasWebhook) },
        { head: t('mail'), cell: ({ mailedAt }) => way(mailedAt, ways.hasMail) },
      ]}
    />
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

/** The sentence for why reminders did not leave: "webhook status 503, mail refused 550". */
function useFailureText(): (failure: string) => string {
  const [t, why] = [useTranslations('delivery'), useTranslations('issues')];
  return (failure) =>
    failure
      .split(', ')
      .map((one) => {
        const [way = '', code = '', detail = ''] = one.split(' ');
        return t('failure', {
          way: t(way === 'mail' ? 'mail' : 'webhook'),
          why: why(`delivery-${code}` as 'delivery-status', { detail }),
        });
      })
      .join(' ');
}

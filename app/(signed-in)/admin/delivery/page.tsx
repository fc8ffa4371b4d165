import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listDeliveries } from '@/lib/data/reminders/outbox';
import { deliverySettings } from '@/lib/delivery/settings';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { DeliveryTable } from './delivery-table';
import { Tries, Ways } from './delivery-ways';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('delivery'))('title') };
}

/** Which ways reminders leave the product, whether they arrive, and a try of each. */
export default async function DeliveryPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('delivery')]);
  const settings = deliverySettings();
  const deliveries = await listDeliveries(viewer);
  return (
    <>
      <PageHead title={t('title')} meta={t('intro')} />
      <Sheet>
        <Ways {...settings} />
      </Sheet>
      {mayManagePeriods(viewer) ? (
        <Tries {...settings} />
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
            hasWebhook={settings.webhook !== null}
            hasMail={settings.mail !== null}
          />
        )}
      </Sheet>
    </>
  );
}

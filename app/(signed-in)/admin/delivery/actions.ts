'use server';

import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { recordDeliveryTest } from '@/lib/data/reminders/outbox';
import { asDeliveryError } from '@/lib/delivery/delivery-error';
import { sendMail } from '@/lib/delivery/mail';
import { deliverySettings } from '@/lib/delivery/settings';
import { postWebhook } from '@/lib/delivery/webhook';
import { InvalidError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';

/** Posts a message that says it is a test. */
export const tryWebhook = formAction(z.object({}), async (viewer): Promise<FieldsResult> => {
  await recordDeliveryTest(viewer, { way: 'webhook' });
  const { webhook } = deliverySettings();
  if (!webhook) throw new InvalidError('delivery-not-set');
  await failInWords(postWebhook(webhook, { kind: 'test', sentAt: new Date(), by: viewer.name }));
  return {};
});

/** Sends a letter that says it is a test. */
export const tryMail = formAction(
  z.object({ to: z.string().trim().max(200, 'too-long') }),
  async (viewer, { to }): Promise<FieldsResult> => {
    await recordDeliveryTest(viewer, { way: 'mail', to });
    const { mail } = deliverySettings();
    if (!mail) throw new InvalidError('delivery-not-set');
    await failInWords(
      sendMail(mail, {
        to,
        subject: '工报：试发',
        text: `这是一封试发的邮件，由${viewer.name}从“催报送达”页面发出。收到即表示邮件已接通。`,
      }),
    );
    return {};
  },
);

async function failInWords(sent: Promise<void>): Promise<void> {
  await sent.catch((error: unknown) => {
    const { why, detail } = asDeliveryError(error);
    throw new InvalidError(`delivery-${why}`, { detail });
  });
}

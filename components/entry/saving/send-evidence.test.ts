import { createTranslator } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import { messages } from '@/lib/i18n/messages';
import { sendEvidence } from './send-evidence';

afterEach(() => vi.unstubAllGlobals());

test('a refusal says how large a file may be', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: 'evidence-too-large', params: { most: '5' } }, { status: 413 }),
  );
  const answer = await sendEvidence(
    { address: '/e', personId: 'p' },
    new File(['x'], '台账.pdf', { type: 'application/pdf' }),
  );
  if (!('error' in answer)) throw new Error('taken');
  const t = createTranslator({
    locale: 'zh-CN',
    messages: { issues: messages['zh-CN'].issues },
    namespace: 'issues',
  });
  expect(t('evidence-too-large', answer.params)).toContain('不超过 5 MB');
});

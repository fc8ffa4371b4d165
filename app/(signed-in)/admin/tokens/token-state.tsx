import { useFormatter, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { TokenView } from '@/lib/data/people/access-tokens';

/** Whether a token holds, and why not. */
export function TokenStateText({ token: { state, revokedBy, revokedAt } }: { token: TokenView }) {
  const t = useTranslations('admin.tokens');
  const format = useFormatter();
  if (state === 'valid') return t('state.valid');
  return (
    <>
      <Tag kind={state === 'resting' ? 'attention' : undefined}>{t(`state.${state}`)}</Tag>
      {revokedBy && revokedAt ? (
        <span className="block text-table text-ink-2">
          {t('revokedBy', { by: revokedBy, at: format.dateTime(revokedAt, 'minute') })}
        </span>
      ) : null}
    </>
  );
}

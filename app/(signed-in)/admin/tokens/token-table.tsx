import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ListTable } from '@/components/ui/list-table';
import type { listTokens, TokenView } from '@/lib/data/people/access-tokens';
import { nameOf } from '@/lib/i18n/name-of';
import { endToken } from './actions';
import { Tag } from '@/components/ui/tag';

/** The tokens with what they may do, and the step that ends one. */
export function TokenTable({ tokens }: { tokens: Awaited<ReturnType<typeof listTokens>> }) {
  const [t, locale, format] = [useTranslations('admin.tokens'), useLocale(), useFormatter()];
  return (
    <ListTable
      rows={tokens}
      keyOf={(token) => token.id}
      columns={[
        { head: t('name'), cell: (token) => <TokenName token={token} /> },
        { head: t('unit'), cell: (token) => nameOf(token.unit, locale) },
        {
          head: t('rights'),
          cell: (token) =>
            format.list(
              token.rights.map((right) => t(`right.${right}`)),
              { type: 'unit' },
            ),
        },
        {
          head: t('made'),
          cell: (token) =>
            t('madeBy', {
              by: token.createdBy,
              at: format.dateTime(token.createdAt, 'day'),
            }),
        },
        { head: t('expires'), cell: (token) => format.dateTime(token.expiresAt, 'day') },
        {
          head: t('lastUsed'),
          cell: (token) =>
            token.lastUsedAt ? format.dateTime(token.lastUsedAt, 'minute') : t('never'),
        },
        {
          head: t('stateHead'),
          cell: (token) => (
            <span>
              <TokenStateText token={token} />
              {token.revokedAt ? null : (
                <FieldsForm
                  id={`end-${token.id}`}
                  action={endToken}
                  submit={t('revokeWhich', { name: token.name })}
                  saved={t('revoked')}
                  fields={[{ kind: 'hidden', name: 'token', value: token.id }]}
                />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function TokenName({
  token: { name, purpose, lookup },
}: {
  token: { name: string; purpose: string; lookup: string };
}) {
  return (
    <span>
      {name}
      <span className="block text-table text-ink-2">{purpose}</span>
      <span className="block font-mono text-table text-ink-2">gb_{lookup}_…</span>
    </span>
  );
}

/** Whether a token holds, and why not. */
function TokenStateText({ token: { state, revokedBy, revokedAt } }: { token: TokenView }) {
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

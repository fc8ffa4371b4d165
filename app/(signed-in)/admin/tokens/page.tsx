import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { AddSheet } from '@/components/admin/add-sheet';
import { depthIn, indented } from '@/components/admin/indent';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { ListTable } from '@/components/ui/list-table';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listTokens } from '@/lib/data/people/access-tokens';
import { listUnits } from '@/lib/data/tree/units';
import { tokenRights } from '@/lib/domain/access/access-token';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../administrator';
import { addToken, endToken } from './actions';
import { TokenStateText } from './token-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tokens.title') };
}

/** Tokens with which other systems call, of the own unit and below, and a form that makes one more. */
export default async function TokensPage() {
  const [viewer, t, locale, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin.tokens'),
    getLocale(),
    getFormatter(),
  ]);
  const [tokens, units] = await Promise.all([listTokens(viewer), listUnits(viewer)]);
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={
          <>
            <LinkButton href="#add">{t('add.title')}</LinkButton>{' '}
            <LinkButton href={paths.admin.interface()}>{t('interface')}</LinkButton>
          </>
        }
      />
      <ClientMessages areas={['fields', 'issues']}>
        <Sheet>
          {tokens.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
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
          )}
        </Sheet>
      </ClientMessages>
      <AddSheet
        title={t('add.title')}
        text={t('add.text')}
        action={addToken}
        submit={t('add.submit')}
        saved={t('add.saved')}
        fields={[
          { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint') },
          { kind: 'text', name: 'purpose', label: t('purpose') },
          {
            kind: 'select',
            name: 'unitCode',
            label: t('unit'),
            hint: t('unitHint'),
            value: viewer.unit.code,
            options: units
              .filter(({ validTo }) => !validTo)
              .map((unit) => ({
                value: unit.code,
                label: indented(nameOf(unit, locale), depthIn(units, unit)),
              })),
          },
          {
            kind: 'checkboxes',
            name: 'rights[]',
            label: t('rights'),
            values: ['read'],
            options: tokenRights.map((right) => ({
              value: right,
              label: t(`right.${right}`),
              hint: t(`does.${right}`),
            })),
          },
          { kind: 'date', name: 'expiresOn', label: t('expiresOn'), hint: t('expiresHint') },
        ]}
      />
    </>
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

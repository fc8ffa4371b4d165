import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listTokens } from '@/lib/data/people/access-tokens';
import { listUnits } from '@/lib/data/tree/units';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../administrator';
import { TokenTable } from './token-table';
import { useLocale, useTranslations } from 'next-intl';
import { AddSheet } from '@/components/admin/add-sheet';
import { depthIn, indented } from '@/components/admin/indent';
import { tokenRights } from '@/lib/domain/access/access-token';
import { nameOf } from '@/lib/i18n/name-of';
import { addToken } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tokens.title') };
}

/** Tokens with which other systems call, of the own unit and below, and a form that makes one more. */
export default async function TokensPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.tokens')]);
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
        <Sheet>{tokens.length === 0 ? <p>{t('none')}</p> : <TokenTable tokens={tokens} />}</Sheet>
      </ClientMessages>
      <AddToken units={units} own={viewer.unit.code} />
    </>
  );
}

type Props = { units: Awaited<ReturnType<typeof listUnits>>; own: string };

/** The form that makes a token. */
function AddToken({ units, own }: Props) {
  const [t, locale] = [useTranslations('admin.tokens'), useLocale()];
  return (
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
          value: own,
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
  );
}

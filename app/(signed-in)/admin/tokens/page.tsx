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
import { AddToken } from './add-token';
import { TokenTable } from './token-table';

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

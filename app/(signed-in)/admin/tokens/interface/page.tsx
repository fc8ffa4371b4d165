import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OperationSheet } from '@/components/interface/operation-sheet';
import { SchemaSheet } from '@/components/interface/schema-sheet';
import { WithCode } from '@/components/interface/with-code';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { describe } from '@/lib/api/describe';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('page.title') };
}

/** The description of the interface, as people read it. */
export default async function InterfacePage() {
  const [, t, tokens, locale] = await Promise.all([
    requireAdministrator(),
    getTranslations('api'),
    getTranslations('admin.tokens'),
    getLocale(),
  ]);
  const { info, paths: calls, components } = describe(locale);
  const base = process.env.NEXTAUTH_URL?.replace(/\/$/, '') ?? '';
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.admin.tokens(), text: tokens('title') }]}
        here={t('page.title')}
      />
      <PageHead title={t('page.title')} meta={t('page.intro', { address: paths.openapi() })} />
      <Sheet className="mb-4">
        <h2>{t('page.start')}</h2>
        <p className="my-2">{t('page.startText')}</p>
        <pre
          tabIndex={0}
          className="my-2 overflow-x-auto border border-line p-3 text-table"
        >{`curl -H "Authorization: Bearer $(cat token.txt)" "${base}/api/v1/figures?period=2020&limit=100"`}</pre>
        <p>
          <WithCode text={String(info.description)} />
        </p>
        <p className="mt-2">
          <a href={paths.openapi()}>{paths.openapi()}</a>
        </p>
      </Sheet>
      {Object.entries(calls).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, call]) => (
          <OperationSheet key={call.operationId} method={method} path={path} call={call} />
        )),
      )}
      <h2 className="mt-6 mb-2">{t('page.forms')}</h2>
      {Object.entries(components.schemas).map(([name, schema]) => (
        <SchemaSheet key={name} name={name} schema={schema} />
      ))}
    </>
  );
}

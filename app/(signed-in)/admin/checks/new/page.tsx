import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldsForm } from '@/components/fields/fields-form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { addCheck } from '../actions';
import { checkFields } from '../check-fields';
import { IndicatorOptions } from '../indicator-options';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('checks.add.title') };
}

/** A new check for the administrator's unit and all below it. */
export default async function NewCheckPage() {
  const [viewer, t, { indicators }] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin.checks'),
    findCatalogue(),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.admin.checks(), text: t('title') }]}
        here={t('add.title')}
      />
      <PageHead title={t('add.title')} meta={t('add.text')} />
      <IndicatorOptions indicators={indicators} />
      <Sheet>
        <ClientMessages areas={['fields', 'issues']}>
          <FieldsForm
            id="check"
            action={addCheck}
            isPrimary
            submit={t('add.submit')}
            saved={t('edit.saved')}
            fields={await checkFields(indicators, viewer.unit.level)}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}

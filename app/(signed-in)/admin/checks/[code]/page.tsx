import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/fields/fields-form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findCheck } from '@/lib/data/catalogue/checks';
import { decodePart, paths } from '@/lib/paths';
import { requireAdministrator } from '../../administrator';
import { editCheck, turnCheck } from '../actions';
import { checkFields } from '../check-fields';
import { IndicatorOptions } from '../indicator-options';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: (await getTranslations('admin'))('checks.one', {
      code: decodePart((await params).code),
    }),
  };
}

/** One check: what it asks, for whom, and whether it is asked at all. */
export default async function CheckPage({ params }: Props) {
  const [viewer, { code }, t, { indicators }] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.checks'),
    findCatalogue(),
  ]);
  const view = await findCheck(viewer, decodePart(code));
  if (!view) notFound();
  const { check, isOff, mayChange } = view;
  const key = { kind: 'hidden', name: 'code', value: check.code } as const;
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.checks(), text: t('title') }]} here={check.code} />
      <PageHead title={t('one', { code: check.code })} meta={check.note} />
      {mayChange ? null : <Notice title={check.owner ? t('ofAbove') : t('ofTop')} />}
      {isOff ? <Notice kind="attention" title={t('isOff')} /> : null}
      <IndicatorOptions indicators={indicators} />
      {mayChange ? (
        <ClientMessages areas={['fields', 'issues']}>
          <Sheet>
            <FieldsForm
              id="check"
              action={editCheck}
              isPrimary
              submit={t('edit.submit')}
              saved={t('edit.saved')}
              fields={[key, ...(await checkFields(indicators, viewer.unit.level, check))]}
            />
          </Sheet>
          <Sheet className="my-4">
            <h2>{t(isOff ? 'turnOn.title' : 'turnOff.title')}</h2>
            <p>{t(isOff ? 'turnOn.text' : 'turnOff.text')}</p>
            <FieldsForm
              id="turn"
              action={turnCheck}
              submit={t(isOff ? 'turnOn.submit' : 'turnOff.submit')}
              saved={t('edit.saved')}
              fields={[key, { kind: 'hidden', name: 'isOff', value: String(!isOff) }]}
            />
          </Sheet>
        </ClientMessages>
      ) : null}
    </>
  );
}

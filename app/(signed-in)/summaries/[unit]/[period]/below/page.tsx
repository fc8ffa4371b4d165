import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { ZipDownload } from '@/components/summary/zip-download';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { PageHead } from '@/components/ui/page-head';
import { Select } from '@/components/ui/select';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listBatchUnits } from '@/lib/data/summary/batch-units';
import { labelOf, parsePeriodCode } from '@/lib/domain/tree/period';
import { messages } from '@/lib/i18n/messages';
import { nameOf } from '@/lib/i18n/name-of';
import { decodeScope, paths } from '@/lib/paths';

type Props = { params: Promise<{ unit: string; period: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('files'))('below.title') };
}

/** The summaries of all units below, as one download. */
export default async function BelowPage({ params }: Props) {
  const [viewer, asked, t, summaries, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('files'),
    getTranslations('summary'),
    getLocale(),
  ]);
  const { unit: code, period } = decodeScope(asked);
  const found = await listBatchUnits(viewer, code, period);
  const parsed = parsePeriodCode(period);
  if (!found || !parsed) notFound();
  const { unit, below } = found;
  const label = labelOf(parsed, locale);
  const ready = below.filter(({ hasFigures }) => hasFigures);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.summaries(), text: summaries('title') },
          { href: paths.summaries(code), text: nameOf(unit, locale) },
        ]}
        here={t('below.title')}
      />
      <PageHead title={t('below.title')} meta={`${nameOf(unit, locale)} ${label}`} />
      <Sheet>
        {ready.length === 0 ? (
          <p>{t(below.length === 0 ? 'below.none' : 'below.noFigures')}</p>
        ) : (
          <>
            <p className="max-w-[44em]">{t('below.intro')}</p>
            <ClientMessages areas={['files']}>
              <ZipDownload
                action={paths.summariesZip(code, period)}
                units={ready.map(({ code: one, name }) => ({ code: one, name }))}
                failedTitle={messages['zh-CN'].files.below.readmeFailed.split('（')[0]!}
              >
                <Select
                  id="format"
                  label={t('below.format')}
                  options={[
                    { value: 'word', label: t('export.word') },
                    { value: 'excel', label: t('export.excel') },
                    { value: 'csv', label: t('export.csv') },
                    { value: 'json', label: t('export.json') },
                  ]}
                />
                <CheckboxGroup
                  id="unit"
                  legend={t('below.units')}
                  chosen={ready.map(({ code: one }) => one)}
                  options={below.map((one) => ({
                    value: one.code,
                    label: nameOf(one, locale),
                    disabled: !one.hasFigures,
                    hint: one.hasFigures ? undefined : t('below.nothing'),
                  }))}
                />
              </ZipDownload>
            </ClientMessages>
          </>
        )}
      </Sheet>
    </>
  );
}

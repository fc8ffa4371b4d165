import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { SummaryTrail } from '@/components/summary/summary-trail';
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
  const [viewer, asked, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('files'),
    getLocale(),
  ]);
  const { unit: code, period } = decodeScope(asked);
  const found = await listBatchUnits(viewer, code, period);
  const parsed = parsePeriodCode(period);
  if (!found || !parsed) notFound();
  const { unit, below } = found;
  const label = labelOf(parsed, locale);
  return (
    <>
      <SummaryTrail unit={code} name={unit} here={t('below.title')} />
      <PageHead title={t('below.title')} meta={`${nameOf(unit, locale)} ${label}`} />
      <Sheet>
        {!below.some(({ hasFigures }) => hasFigures) ? (
          <p>{t(below.length === 0 ? 'below.none' : 'below.noFigures')}</p>
        ) : (
          <>
            <p className="max-w-[44em]">{t('below.intro')}</p>
            <BatchForm unit={code} period={period} below={below} />
          </>
        )}
      </Sheet>
    </>
  );
}

type BatchProps = {
  unit: string;
  period: string;
  below: NonNullable<Awaited<ReturnType<typeof listBatchUnits>>>['below'];
};

/** Of which units, in which form. */
function BatchForm({ unit, period, below }: BatchProps) {
  const [t, locale] = [useTranslations('files'), useLocale()];
  const ready = below.filter(({ hasFigures }) => hasFigures);
  return (
    <ClientMessages areas={['files']}>
      <ZipDownload
        action={paths.summariesZip(unit, period)}
        units={ready.map(({ code, name }) => ({ code, name }))}
        failedTitle={messages['zh-CN'].files.below.readmeFailed.split('（')[0]!}
      >
        <Select
          id="format"
          label={t('below.format')}
          options={(['word', 'excel', 'csv', 'json'] as const).map((value) => ({
            value,
            label: t(`export.${value}`),
          }))}
        />
        <CheckboxGroup
          id="unit"
          legend={t('below.units')}
          chosen={ready.map(({ code }) => code)}
          options={below.map((one) => ({
            value: one.code,
            label: nameOf(one, locale),
            disabled: !one.hasFigures,
            hint: one.hasFigures ? undefined : t('below.nothing'),
          }))}
        />
      </ZipDownload>
    </ClientMessages>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { TargetsForm } from '@/components/targets/targets-form';
import { TargetsSheet } from '@/components/targets/targets-sheet';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findTargets } from '@/lib/data/figures/targets';
import { labelOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { saveTargets } from './actions';
import { cellOf } from './target-cell';
import { TargetRequests } from './target-requests';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('targets'),
    getLocale(),
  ]);
  const view = await readTargets(reportId);
  if (!view) return {};
  return { title: t('pageTitle', unitAndPeriod(view.report, locale)) };
}

/** What a report is to reach and to stay within; set by the unit itself or by the union above. */
export default async function TargetsPage({ params }: Props) {
  const [viewer, { reportId }, t, common, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('targets'),
    getTranslations('common'),
    getLocale(),
  ]);
  const view = await readTargets(reportId);
  if (!view) notFound();
  const { report } = view;
  const maySet = report.allowed.includes('target.set');
  // The union above sets targets before there is anything of the report that it may read.
  const isOwn = report.unit.code === viewer.unit.code;
  const sections = view.sections.map(({ code, rows, ...names }) => ({
    code,
    name: nameOf(names, locale),
    lines: rows.map((row) => ({
      code: row.indicator.code,
      name: nameOf(row.indicator, locale),
      unit: row.indicator.display.moneyUnit ?? row.indicator.unit,
      isPart: row.indicator.partOf !== null,
      target: cellOf(row, 'target', isOwn, locale),
      limit: cellOf(row, 'limit', isOwn, locale),
    })),
  }));
  const unit = nameOf(report.unit, locale);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.reports(report.period.code), text: labelOf(report.period, locale) },
          ...(isOwn ? [{ href: paths.report(report.id), text: unit }] : []),
        ]}
        here={t('title')}
      />
      <PageHead
        title={isOwn ? t('title') : t('titleOf', { unit })}
        meta={[report.madeUp ? common('madeUp') : null, maySet ? t('intro') : t('readOnly')]
          .filter(Boolean)
          .join(' · ')}
      />
      {maySet ? (
        <ClientMessages areas={['targets', 'issues']}>
          <TargetsForm
            action={saveTargets}
            reportId={report.id}
            submission={report.submission.number}
            sections={sections}
          />
        </ClientMessages>
      ) : (
        <TargetsSheet sections={sections} />
      )}
      <TargetRequests report={report} lines={sections.flatMap(({ lines }) => lines)} />
    </>
  );
}

const readTargets = cache(async (reportId: string) => findTargets(await requireViewer(), reportId));

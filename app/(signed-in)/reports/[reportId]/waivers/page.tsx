import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { FormHead } from '@/components/paper/form-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findReadiness } from '@/lib/data/submission/submissions';
import { listWaivers } from '@/lib/data/figures/waivers';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { FailingChecks, WaiverRequests } from './waiver-lists';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('waivers.title') };
}

/** Checks of a report that cannot be kept: asking the higher union to let them off, and what it answered. */
export default async function WaiversPage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('review.waivers'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) notFound();
  const { report, rows } = form;
  const [waivers, readiness] = await Promise.all([
    listWaivers(viewer, reportId),
    findReadiness(viewer, reportId),
  ]);
  const waiting = new Set(
    waivers.filter(({ decision }) => decision === null).map(({ code }) => code),
  );
  const failing = report.allowed.includes('waiver.ask')
    ? (readiness?.failing ?? []).filter(({ check }) => !waiting.has(check.code))
    : [];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.report(report.id), text: nameOf(report.unit, locale) },
          { href: paths.check(report.id), text: t('check') },
        ]}
        here={t('title')}
      />
      <FormHead title={t('title')} report={report} />
      <p className="mb-4 max-w-3xl">{t('intro')}</p>
      {waivers.length > 0 ? (
        <WaiverRequests waivers={waivers} report={report} rows={rows} failing={failing} />
      ) : null}
      {failing.length > 0 ? <FailingChecks failing={failing} report={report} rows={rows} /> : null}
      {waivers.length + failing.length === 0 ? <p>{t('none')}</p> : null}
    </>
  );
}

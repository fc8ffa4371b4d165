import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Proposals } from '@/components/proposals/proposals';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { listProposals } from '@/lib/data/proposals';
import { labelOf } from '@/lib/domain/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { decide } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') };
}

/** Figures that other systems propose for the draft, compared with what stands in it. */
export default async function ProposalsPage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([requireViewer(), params, getTranslations('proposals'), getLocale()]);
  const [form, proposals] = await Promise.all([readForm(reportId), listProposals(viewer, reportId)]);
  // Whoever does not fill the report in has nothing to decide here.
  if (!form || !proposals) notFound();
  const [unit, period] = [nameOf(form.report.unit, locale), labelOf(form.report.period, locale)];
  const names = Object.fromEntries(form.rows.map(({ indicator: { code, name, nameEn } }) => [code, { name, nameEn }]));
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.reports(form.report.period.code), text: period }, { href: paths.report(reportId), text: unit }]} here={t('title')} />
      <PageHead title={t('pageTitle', { unit, period })} meta={t('intro')} />
      <ClientMessages areas={['proposals', 'issues']}>
        <Proposals
          reportId={reportId}
          proposals={proposals.map(({ edits, ...proposal }) => ({ ...proposal, count: edits.length }))}
          names={names}
          decide={decide}
        />
      </ClientMessages>
    </>
  );
}

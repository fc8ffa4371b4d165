import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { Proposals } from '@/components/proposals/proposals';
import { ReportTrail } from '@/components/history/report-trail';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { listProposals } from '@/lib/data/interface/proposals';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { readForm } from '../../read-form';
import { decide } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') };
}

/** Figures that other systems propose for the draft, compared with what stands in it. */
export default async function ProposalsPage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('proposals'),
    getLocale(),
  ]);
  const [form, proposals] = await Promise.all([
    readForm(reportId),
    listProposals(viewer, reportId),
  ]);
  // Whoever does not fill the report in has nothing to decide here.
  if (!form || !proposals) notFound();
  const { unit, period } = unitAndPeriod(form.report, locale);
  const names = Object.fromEntries(
    form.rows.map(({ indicator: { code, name, nameEn } }) => [code, { name, nameEn }]),
  );
  return (
    <>
      <ReportTrail report={form.report} here={t('title')} />
      <PageHead title={t('pageTitle', { unit, period })} meta={t('intro')} />
      <ClientMessages areas={['proposals', 'issues']}>
        <Proposals
          reportId={reportId}
          proposals={proposals.map(({ edits, ...proposal }) => ({
            ...proposal,
            count: edits.length,
          }))}
          names={names}
          decide={decide}
        />
      </ClientMessages>
    </>
  );
}

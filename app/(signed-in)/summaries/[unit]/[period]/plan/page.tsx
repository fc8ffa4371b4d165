import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { PlanEditor } from '@/components/document-plan/plan-editor';
import { ClientMessages } from '@/components/layout/client-messages';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findUnitPlan } from '@/lib/data/summary/document-plans';
import { findLetterhead } from '@/lib/data/summary/letterheads';
import { findSummary } from '@/lib/data/summary/summaries';
import { nameOf } from '@/lib/i18n/name-of';
import { decodeScope } from '@/lib/paths';
import { previewPlan, savePlan } from './actions';
import { LetterheadFields } from './letterhead-fields';
import { linesOf } from './lines';

type Props = { params: Promise<{ unit: string; period: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('title') };
}

/** How a unit's documents are made up, with the text of one period beside it. */
export default async function PlanPage({ params }: Props) {
  const [{ unit, period }, viewer, t, locale] = await Promise.all([
    params.then(decodeScope),
    requireViewer(),
    getTranslations('plan'),
    getLocale(),
  ]);
  const [found, letterhead, text, catalogue] = await Promise.all([
    findUnitPlan(viewer, unit),
    findLetterhead(viewer, unit),
    findSummary(viewer, { unit, period }),
    findCatalogue(),
  ]);
  if (!found || !letterhead || !text) notFound();
  return (
    <>
      <SummaryTrail unit={unit} name={found.unit} period={period} here={t('title')} />
      <PageHead title={t('title')} meta={t('intro')} />
      <ClientMessages areas={['plan', 'issues']}>
        <PlanEditor
          key={found.revision}
          unit={unit}
          period={period}
          revision={found.revision}
          plan={found.plan}
          from={found.from && nameOf(found.from, locale)}
          sections={catalogue.sections.map(({ code, name, nameEn }) => ({
            code,
            name: nameOf({ name, nameEn }, locale),
          }))}
          indicators={catalogue.indicators.map(({ code, name, nameEn }) => ({
            code,
            name: nameOf({ name, nameEn }, locale),
          }))}
          lines={linesOf(text)}
          preview={previewPlan}
          save={savePlan}
        />
      </ClientMessages>
      <ClientMessages areas={['fields', 'issues']}>
        <LetterheadFields {...{ unit, period, letterhead }} />
      </ClientMessages>
    </>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { Desk } from '@/components/desk/desk';
import { StartForm } from '@/components/desk/start-form';
import { TableNotes } from '@/components/desk/panels/table-notes';
import { ClientMessages } from '@/components/layout/client-messages';
import { Cautions } from '@/components/summary/cautions';
import { SoftLinks } from '@/components/summary/soft-links';
import { summaryAddress } from '@/components/summary/summary-address';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { TracePanel } from '@/components/summary/trace/trace-panel';
import { requireViewer } from '@/lib/auth/viewer';
import { listEditions } from '@/lib/data/desk/editions';
import { findDesk } from '@/lib/data/desk/manuscripts';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { findTraceView } from '../find-trace-view';
import { issue, startDesk } from './actions';
import { EarlierEditions } from './earlier-editions';
import { forBrowser } from './for-browser';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') };
}

/** The author's desk of a unit's summary. */
export default async function DeskPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, viewer, t, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    requireViewer(),
    getTranslations('desk'),
    getLocale(),
  ]);
  const [{ base, trace, at }, style] = [query, readStyle(query)];
  const [desk, editions] = await Promise.all([
    findDesk(viewer, { unit, period }, { ...(base && { base }), style }),
    listEditions(viewer, { unit, period }),
  ]);
  if (!desk) notFound();
  const { manuscript, today } = desk;
  const view =
    manuscript && trace ? await findTraceView(viewer, today.summary, { trace, at, locale }) : null;
  const close = paths.desk(unit, period);
  const address = { ...summaryAddress(unit, period, { trace, at }), close };
  return (
    <SoftLinks>
      <SummaryTrail
        unit={unit}
        name={desk.unit}
        period={period}
        through={editions?.length ? [await editionsLink(unit, period, editions.length)] : []}
        here={t('title')}
      />
      <h1 lang="zh-CN">{t('of', { title: today.summary.title })}</h1>
      <Cautions cautions={today.summary.cautions} />
      <ClientMessages areas={['desk', 'issues']}>
        {manuscript ? (
          <Desk
            {...forBrowser(desk, manuscript)}
            unit={unit}
            period={period}
            address={paths.saveManuscript(unit, period)}
            personId={viewer.personId}
            issue={desk.mayIssue ? issue : null}
            notes={<TableNotes notes={today.summary.table.notes} />}
            // Where else a number stands is shown by the desk, which knows the text as it is.
            trace={view ? <TracePanel view={{ ...view, places: [] }} address={address} /> : null}
          />
        ) : (
          <>
            <StartForm
              action={startDesk}
              unit={unit}
              period={period}
              choice={{ base, ...styleQuery(style) }}
            />
            <EarlierEditions viewer={viewer} unit={unit} period={period} />
          </>
        )}
      </ClientMessages>
    </SoftLinks>
  );
}

const editionsLink = async (unit: string, period: string, count: number) => ({
  href: paths.editions(unit, period),
  text: (await getTranslations('desk.editions'))('link', { count }),
});

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { Desk } from '@/components/desk/desk';
import { StartForm } from '@/components/desk/start-form';
import { TableNotes } from '@/components/desk/table-notes';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Cautions } from '@/components/summary/cautions';
import { SoftLinks } from '@/components/summary/soft-links';
import { summaryAddress } from '@/components/summary/summary-address';
import { TracePanel } from '@/components/summary/trace/trace-panel';
import { requireViewer } from '@/lib/auth/viewer';
import { listEditions } from '@/lib/data/desk/editions';
import { findDesk } from '@/lib/data/desk/manuscripts';
import { labelOfCode } from '@/lib/domain/tree/period';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { nameOf } from '@/lib/i18n/name-of';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { findTraceView } from '../trace-view';
import { issue, startDesk } from './actions';
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
  const [asked, query, viewer, t, common, locale] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('desk'),
    getTranslations('summary'),
    getLocale(),
  ]);
  const { unit, period } = decodeScope(asked);
  const { base, trace, at } = query;
  const style = readStyle(query);
  const desk = await findDesk(viewer, { unit, period }, { ...(base && { base }), style });
  if (!desk) notFound();
  const { manuscript, today } = desk;
  const editions = await listEditions(viewer, { unit, period });
  const view =
    manuscript && trace ? await findTraceView(viewer, today.summary, { trace, at, locale }) : null;
  const address = {
    ...summaryAddress(unit, period, { trace, at }),
    close: paths.desk(unit, period),
  };
  return (
    <SoftLinks>
      <Breadcrumbs
        trail={[
          { href: paths.summaries(), text: common('title') },
          {
            href: paths.summary(unit, period),
            text: `${nameOf(desk.unit, locale)} ${labelOfCode(period, locale)}`,
          },
          ...(editions?.length
            ? [
                {
                  href: paths.editions(unit, period),
                  text: t('editions.link', { count: editions.length }),
                },
              ]
            : []),
        ]}
        here={t('title')}
      />
      <h1 lang="zh-CN">{t('of', { title: today.summary.title })}</h1>
      <Cautions cautions={today.summary.cautions} />
      <ClientMessages areas={['desk', 'issues']}>
        {manuscript ? (
          <Desk
            {...forBrowser(desk)}
            manuscript={{
              revision: manuscript.revision,
              savedBy: manuscript.savedBy,
              savedAt: manuscript.savedAt.toISOString(),
              blocks: manuscript.blocks,
            }}
            unit={unit}
            period={period}
            address={paths.saveManuscript(unit, period)}
            personId={viewer.personId}
            issue={desk.mayIssue ? issue : null}
            notes={<TableNotes notes={today.summary.table.notes} />}
            // What is elsewhere in the text is stated by the desk itself, which knows the text as it stands.
            trace={view ? <TracePanel view={{ ...view, places: [] }} address={address} /> : null}
          />
        ) : (
          <StartForm
            action={startDesk}
            unit={unit}
            period={period}
            choice={{ base, ...styleQuery(style) }}
          />
        )}
      </ClientMessages>
    </SoftLinks>
  );
}

import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/desk/redline/redline.css';
import { ExchangeForm } from '@/components/desk/exchange-form';
import { RedlineTable } from '@/components/desk/redline/redline-table';
import { ClientMessages } from '@/components/layout/client-messages';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findVersion, listVersions } from '@/lib/data/desk/versions';
import { paragraphsOf } from '@/lib/domain/desk/paragraphs';
import { redline } from '@/lib/domain/desk/redline';
import { decodeScope, paths } from '@/lib/paths';
import { restoreDesk } from '../actions';
import { VersionList } from './version-list';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<{ look?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.versions'))('title') };
}

/** What the manuscript was before: each kept version to look at beside the text that stands, and to go back to. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const [asked, { look }, viewer, t, desk, format] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('desk.versions'),
    getTranslations('desk'),
    getFormatter(),
  ]);
  const { unit, period } = decodeScope(asked);
  const versions = await listVersions(viewer, { unit, period });
  if (!versions) notFound();
  const { standing, former } = versions;
  const chosen = former.find(({ revision }) => String(revision) === look);
  const text = chosen && (await findVersion(viewer, { unit, period }, chosen.revision));
  const say = ({ savedBy, savedAt }: { savedBy: string; savedAt: Date }) =>
    t('row', { by: savedBy, at: format.dateTime(savedAt, 'minute') });
  return (
    <>
      <SummaryTrail
        unit={unit}
        name={versions.unit}
        period={period}
        through={[{ href: paths.desk(unit, period), text: desk('title') }]}
        here={t('title')}
      />
      <PageHead title={t('title')} meta={t('intro')} />
      {text && chosen ? (
        <section aria-labelledby="looked-at">
          <h2 id="looked-at">{say(chosen)}</h2>
          <RedlineTable
            rows={redline(paragraphsOf(text), paragraphsOf(standing.content))}
            before={say(chosen)}
            after={t('standing')}
          />
          <ClientMessages areas={['desk', 'issues']}>
            <ExchangeForm
              action={restoreDesk}
              fields={{
                unit,
                period,
                revision: String(standing.revision),
                former: String(chosen.revision),
              }}
              kind="primary"
              label={t('restore')}
              again={paths.versions(unit, period, chosen.revision)}
            />
          </ClientMessages>
        </section>
      ) : null}
      <VersionList {...{ unit, period, versions, say }} chosen={chosen?.revision ?? null} />
    </>
  );
}

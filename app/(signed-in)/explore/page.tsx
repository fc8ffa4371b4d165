import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExploreForm } from '@/components/explore/explore-form';
import { ExploreTable } from '@/components/explore/explore-table';
import { PageHead } from '@/components/ui/page-head';
import { PageNumbers } from '@/components/ui/page-numbers';
import { Sheet } from '@/components/ui/sheet';
import { paths, type ExploreQuery } from '@/lib/paths';
import { readExplore } from './read-explore';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explore'))('title') };
}

/** Any indicators of any units over any years, with an address that can be kept and sent. */
export default async function ExplorePage({ searchParams }: Props) {
  const [found, t] = await Promise.all([
    readExplore(await searchParams),
    getTranslations('explore'),
  ]);
  const { catalogue, choice, tables, units, query } = found;
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={tables.length > 0 ? <Exports query={query} /> : null}
      />
      <ExploreForm
        sections={catalogue.sections}
        indicators={catalogue.indicators}
        chosen={choice.indicators}
        years={found.years}
        levels={found.levels}
        from={choice.from}
        to={choice.to}
        level={choice.level}
        view={choice.view}
      />
      {tables.length > 0 ? (
        <Sheet className="mt-4">
          <h2>{t(`views.${choice.view}`)}</h2>
          <p className="text-table text-ink-2">
            {t(`notes.${choice.view}`)}
            {found.madeUp ? t('madeUp') : ''}
          </p>
          {tables.map((table) => (
            <ExploreTable
              key={table.indicator.code}
              table={table}
              units={units}
              years={found.shownYears}
              reportIds={found.reportIds}
            />
          ))}
          <PageNumbers
            page={found.page}
            pages={found.pages}
            hrefOf={(page) => paths.explore({ ...query, page })}
          />
        </Sheet>
      ) : null}
    </>
  );
}

/** What is shown, as a file. */
async function Exports({ query }: { query: ExploreQuery }) {
  const t = await getTranslations('explore');
  return (
    <>
      <span className="text-ink-2">{t('export')}</span>
      <a href={paths.exploreFile('excel', query)} download>
        {t('excel')}
      </a>
      <a href={paths.exploreFile('csv', query)} download>
        CSV
      </a>
    </>
  );
}

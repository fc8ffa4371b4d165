import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { ExplainedNotes, RollUpNotes, Freshness } from '@/components/rollup/rollup-notes';
import { HandTotals } from '@/components/rollup/hand-totals';
import { RollUpChoices } from '@/components/rollup/rollup-choices';
import { RollUpExports } from '@/components/rollup/rollup-exports';
import { RollUpScope } from '@/components/rollup/rollup-scope';
import { RollUpTable, type TotalColumn } from '@/components/rollup/rollup-table';
import { PageHead } from '@/components/ui/page-head';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { labelOf } from '@/lib/domain/tree/period';
import { chromiumPath } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { nameOf } from '@/lib/i18n/name-of';
import { decodeScope, paths } from '@/lib/paths';
import { rollUpChoice } from '../../choice';
import { explain } from './actions';
import { readRollUp, type RollUp } from './read-rollup';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<{ basis?: string; standing?: string; section?: string; page?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollup'))('title') };
}

/** A unit with everything below it: totals, how complete they are, and what they leave out. */
export default async function RollUpPage({ params, searchParams }: Props) {
  const [scope, query, t, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    getTranslations('rollup'),
    getLocale(),
  ]);
  const found = await readRollUp(scope, rollUpChoice(query));
  if (!found) notFound();

  const { view, choice, period, sections, hand } = found;
  const { code } = view.unit;
  const pdf = (
    <PdfLink page={paths.rollup(code, period.code, choice)} isOffered={chromiumPath() !== null} />
  );
  const [now] = view.columns;
  const section = sections.find((one) => one.code === choice.section);
  return (
    <>
      <PageHead
        title={t('pageTitle', {
          unit: nameOf(view.unit, locale),
          period: now ? labelOf(now.period, locale) : '',
        })}
        actions={<RollUpExports unit={code} period={period.code} query={choice} pdf={pdf} />}
        meta={<Freshness isMadeUp={now?.sources.some(({ madeUp }) => madeUp) ?? false} />}
      />
      <RollUpChoices {...found} unit={code} section={section?.code} />
      <Sheet className="mt-2">
        <RollUpScope {...found} period={period.code} />
        <div className="mt-4">
          <RollUpTable
            rows={view.rows}
            sections={section ? [section] : sections}
            columns={columnsOf(found, locale)}
          />
        </div>
        <RollUpNotes />
        <ExplainedNotes
          {...found}
          asked={query.page}
          hrefOf={(one) => paths.rollup(code, period.code, { ...choice, page: one })}
        />
      </Sheet>
      {hand ? (
        <ClientMessages areas={['rollup', 'fields', 'issues']}>
          <HandTotals
            {...hand}
            unit={code}
            period={period.code}
            explain={found.mayExplain ? explain : null}
          />
        </ClientMessages>
      ) : null}
    </>
  );
}

/** The periods of the table, and where a total of each is taken apart. */
const columnsOf = ({ view, choice }: RollUp, locale: Locale): TotalColumn[] =>
  view.columns.map(({ period, expected }) => ({
    label: labelOf(period, locale),
    expected: expected.length,
    cellsOf: (indicator) => paths.rollupCells(view.unit.code, period.code, indicator, choice),
  }));

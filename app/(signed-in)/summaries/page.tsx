import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { SummaryChoice } from '@/components/summary/summary-choice';
import { UnitChoice, UnitsChoice } from '@/components/summary/units/unit-choice';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { listUnitsScopes } from '@/lib/data/summary/units-summary';
import { parsePeriodCode, periodCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Query = { unit?: string; period?: string; base?: string; from?: string; to?: string };
type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('summary'))('title') };
}

/** Of which unit and time a summary can be read. What is chosen here leads to its own address. */
export default async function SummariesPage({ searchParams }: Props) {
  const [viewer, query, t, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('summary'),
    getLocale(),
  ]);
  const [scopes, unitsScopes] = await Promise.all([
    listSummaryScopes(viewer),
    listUnitsScopes(viewer),
  ]);
  const chosen = query.unit
    ? scopes.find(({ unit }) => unit.code === query.unit)
    : scopes.length === 1
      ? scopes[0]
      : undefined;
  const period = chosen && wantedPeriod(query);
  if (chosen && period)
    redirect(paths.summary(chosen.unit.code, period, { base: query.base || undefined }));

  const hasWrongTerm = Boolean(chosen && query.from && query.to);
  return (
    <>
      <PageHead
        title={chosen ? `${t('title')} · ${nameOf(chosen.unit, locale)}` : t('title')}
        meta={t('intro')}
      />
      {query.unit && !chosen && scopes.length > 0 ? (
        <Notice kind="attention">{t('notThere')}</Notice>
      ) : null}
      {scopes.length === 0 ? (
        <Notice title={t('empty.title')}>
          <p>{t(viewer.roles.length > 0 ? 'empty.text' : 'empty.noRole')}</p>
          <p className="mt-3">
            <LinkButton href={paths.reports()}>{t('empty.go')}</LinkButton>
          </p>
        </Notice>
      ) : (
        <Sheet>
          {chosen ? (
            <SummaryChoice
              scope={chosen}
              isOnly={scopes.length === 1}
              termError={hasWrongTerm ? t('wrongTerm') : undefined}
              from={query.from}
              to={query.to}
            />
          ) : (
            <UnitChoice scopes={scopes} />
          )}
        </Sheet>
      )}
      <UnitsChoice
        scopes={
          chosen ? unitsScopes.filter(({ unit }) => unit.code === chosen.unit.code) : unitsScopes
        }
      />
    </>
  );
}

/** The period that the query names, by its code or by the first and last year of a term. */
function wantedPeriod({ period, from, to }: Query): string | null {
  if (period) return parsePeriodCode(period)?.code ?? null;
  if (!from || !to || !/^\d{4}$/.test(from) || !/^\d{4}$/.test(to) || from >= to) return null;
  return periodCode('term', `${from}-01`, `${to}-12`);
}

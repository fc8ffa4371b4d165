import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { Completeness } from '@/components/rollup/completeness';
import { ExplainedNotes } from '@/components/rollup/explained-notes';
import { HandTotals } from '@/components/rollup/hand-totals';
import { RollUpExports } from '@/components/rollup/rollup-exports';
import { RollUpTable } from '@/components/rollup/rollup-table';
import { Choice, Switches } from '@/components/rollup/switches';
import { UndividedNote } from '@/components/rollup/undivided-note';
import { PageHead } from '@/components/ui/page-head';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listExplained } from '@/lib/data/figures/explained-checks';
import { listPeriods } from '@/lib/data/tree/periods';
import { findRollUp, type RollUpView } from '@/lib/data/rollup/rollup';
import { findHandTotals } from '@/lib/data/rollup/hand-totals';
import { labelOf, parsePeriodCode } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { decodePart, paths } from '@/lib/paths';
import { rollUpChoice } from '../../choice';
import { explain } from './actions';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<{ basis?: string; standing?: string; section?: string; page?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rollup'))('title') };
}

/** A unit with everything below it: totals, how complete they are, and what they leave out. */
export default async function RollUpPage({ params, searchParams }: Props) {
  const [viewer, { unit, period: wanted }, choice, { page: wantedPage }, t, common, locale] =
    await Promise.all([
      requireViewer(),
      params,
      searchParams.then(rollUpChoice),
      searchParams,
      getTranslations('rollup'),
      getTranslations('common'),
      getLocale(),
    ]);
  const period = parsePeriodCode(decodePart(wanted));
  if (!period) notFound();
  const [view, periods, { sections, indicators }] = await Promise.all([
    findRollUp(viewer, { unit: decodePart(unit), period: period.code, ...choice }),
    listPeriods(viewer),
    findCatalogue(),
  ]);
  if (!view) notFound();

  const [hand, explained] = await Promise.all([
    choice.basis === 'then' && choice.standing === 'submitted'
      ? findHandTotals(viewer, view)
      : null,
    listExplained(viewer, view),
  ]);
  const name = nameOf(view.unit, locale);
  const labels = view.columns.map((column) => labelOf(column.period, locale));
  const [now] = view.columns;
  const reported = sections.filter(({ code }) =>
    view.rows.some(({ indicator }) => indicator.section === code),
  );
  const section = reported.find(({ code }) => code === choice.section);
  const mayExplain = can(viewer, 'report.account', {
    relation: relationOf(viewer.unit.lineage, view.unit.lineage),
  });
  return (
    <>
      <PageHead
        title={t('pageTitle', { unit: name, period: labels[0] ?? '' })}
        actions={
          <RollUpExports
            unit={view.unit.code}
            period={period.code}
            query={choice}
            pdf={
              <PdfLink
                page={paths.rollup(view.unit.code, period.code, choice)}
                isOffered={chromiumPath() !== null}
              />
            }
          />
        }
        meta={
          <span className="flex flex-wrap gap-x-5">
            <span>{t('fresh')}</span>
            {now?.sources.some(({ madeUp }) => madeUp) ? <Tag>{common('madeUp')}</Tag> : null}
          </span>
        }
      />
      <Choice
        label={t('periods')}
        chosen={period.code}
        options={periods
          .filter(({ kind, code }) => kind === period.kind || code === period.code)
          .slice(0, 12)
          .map((one) => ({
            key: one.code,
            text: labelOf(one, locale),
            href: paths.rollup(view.unit.code, one.code, choice),
          }))}
      />
      <Switches
        choice={choice}
        hrefOf={(next) => paths.rollup(view.unit.code, period.code, next)}
      />
      {reported.length > 1 ? (
        <Choice
          label={t('sections')}
          chosen={section?.code ?? ''}
          options={[
            {
              key: '',
              text: t('allSections'),
              href: paths.rollup(view.unit.code, period.code, { ...choice, section: undefined }),
            },
            ...reported.map((one) => ({
              key: one.code,
              text: nameOf(one, locale),
              href: paths.rollup(view.unit.code, period.code, { ...choice, section: one.code }),
            })),
          ]}
        />
      ) : null}
      <Sheet className="mt-2">
        {view.columns.map(({ period: one, expected, reported }) => (
          <Completeness
            key={one.code}
            board={paths.progress({ period: one.code, unit: view.unit.code })}
            label={labelOf(one, locale)}
            expected={expected}
            reported={reported}
            standing={choice.standing}
          />
        ))}
        <Basis view={view} />
        <Below
          view={view}
          locale={locale}
          hrefOf={(code) => paths.rollup(code, period.code, choice)}
        />
        <div className="mt-4">
          <RollUpTable
            rows={view.rows}
            sections={section ? [section] : reported}
            columns={view.columns.map(({ period: one, expected }) => ({
              label: labelOf(one, locale),
              expected: expected.length,
              cellsOf: (indicator) =>
                paths.rollupCells(view.unit.code, one.code, indicator, choice),
            }))}
          />
        </div>
        <div className="mt-3 text-table text-ink-2">
          <p>{t('notes.stock')}</p>
          <p>{t('notes.ratio')}</p>
          <p>{t('notes.highest')}</p>
        </div>
        <ExplainedNotes
          explained={explained}
          indicators={indicators}
          asked={wantedPage}
          hrefOf={(page) => paths.rollup(view.unit.code, period.code, { ...choice, page })}
        />
      </Sheet>
      {hand ? (
        <ClientMessages areas={['rollup', 'fields', 'issues']}>
          <HandTotals
            unit={view.unit.code}
            period={period.code}
            compared={hand.compared}
            waiting={hand.waiting}
            rows={hand.rows}
            explain={mayExplain ? explain : null}
          />
        </ClientMessages>
      ) : null}
    </>
  );
}

/** By whose tree, and on what the change is counted: in words, always. */
async function Basis({ view }: { view: RollUpView }) {
  const [t, locale] = await Promise.all([getTranslations('rollup'), getLocale()]);
  const elsewhere = (view.columns[0]?.sources ?? [])
    .filter(({ countedElsewhere }) => countedElsewhere)
    .map(({ unit }) => nameOf(unit, locale));
  const { units, of } = view.compared;
  return (
    <div className="mt-2 text-ink-2">
      <p>
        {t(view.basis === 'today' ? 'basis.todayText' : 'basis.thenText')}
        {view.columns.length > 1
          ? ` ${units === of ? t('comparedAll', { units }) : t('compared', { units, of })}`
          : ''}
        {view.isRestructured && view.basis === 'then' ? ` ${t('restructured')}` : ''}
      </p>
      <UndividedNote undivided={view.undivided} />
      {elsewhere.length > 0 ? (
        <p>{t('elsewhere', { names: elsewhere.join(locale === 'en' ? ', ' : '、') })}</p>
      ) : null}
    </div>
  );
}

/** Units directly below that have others below them: their roll-ups. */
async function Below({
  view,
  locale,
  hrefOf,
}: {
  view: RollUpView;
  locale: 'zh-CN' | 'en';
  hrefOf: (code: string) => string;
}) {
  const t = await getTranslations('rollup');
  const sources = view.columns[0]?.sources ?? [];
  const units = sources.filter(
    ({ branch, unit, hasBelow, isOpenTo }) => branch === unit.code && hasBelow && isOpenTo,
  );
  if (units.length === 0) return null;
  return (
    <nav aria-label={t('units')} className="no-print mt-2">
      <ul className="flex flex-wrap gap-x-4">
        <li aria-hidden="true" className="text-ink-2">
          {t('units')}
        </li>
        {units.map(({ unit }) => (
          <li key={unit.code}>
            <Link href={hrefOf(unit.code)}>{nameOf(unit, locale)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

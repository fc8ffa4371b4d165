import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Look } from '@/components/fields/form-field';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import type { EffectedReport, EffectedTotal, TreeEffects } from '@/lib/data/rollup/tree-effects';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { printFigure } from '@/lib/domain/figure/print';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

/** What a change of the tree would do, in words. */
export async function tellEffects({
  key,
  reports,
  totals,
  people,
  texts,
}: TreeEffects & { key: string }): Promise<Look> {
  const [t, locale, words] = await Promise.all([
    getTranslations('admin.units.look'),
    getLocale(),
    wordsOfFigures(),
  ]);
  const list = (names: readonly string[]) => names.join(locale === 'en' ? ', ' : '、');
  const parts = [
    {
      title: t('reports'),
      lines: reports.length > 0 ? reports.map(words.ofReport) : [t('noReport')],
    },
    { title: t('totals'), lines: totals.length > 0 ? totals.map(words.ofTotal) : [t('noTotal')] },
    {
      title: t('people'),
      lines: people.map(({ unit, names }) =>
        t('closing', {
          ...{ unit: nameOf(unit, locale), count: names.length, more: names.length > most ? 1 : 0 },
          names: list(names.slice(0, most)),
        }),
      ),
    },
    {
      title: t('texts'),
      lines: texts.map(({ unit, period, editions }) =>
        t('text', {
          ...{ unit: nameOf(unit, locale), period: labelOfCode(period, locale), editions },
        }),
      ),
    },
  ];
  return {
    key,
    title: t('title'),
    parts: parts.filter(({ lines }) => lines.length > 0),
    confirm: t('confirm'),
  };
}

const most = 6;

async function wordsOfFigures() {
  const [t, status, locale, { indicators }] = await Promise.all([
    getTranslations('admin.units.look'),
    getTranslations('common.status'),
    getLocale(),
    findCatalogue(),
  ]);
  const members = indicators.find(({ code }) => code === memberIndicator)!;
  const ofReport = ({ period, unit, from, to, into, ...report }: EffectedReport): string => {
    const figure = report.members
      ? t('figure', { name: nameOf(members, locale), value: printFigure(report.members, members) })
      : '';
    const head = t(report.number === null ? 'waiting' : 'handedIn', {
      ...{ unit: nameOf(unit, locale), period: labelOfCode(period, locale) },
      ...{ status: status(report.status), number: report.number ?? 0, figure },
    });
    const places = {
      from: from ? nameOf(from, locale) : '',
      to: to ? nameOf(to, locale) : '',
      into: into ? nameOf(into, locale) : '',
    };
    const isHandedIn = report.number !== null;
    const what = to ? (from ? 'moves' : 'joins') : isHandedIn ? 'leaves' : 'unexpected';
    const stale = what === 'leaves' && into ? t('stale', places) : '';
    return [head, t(what, places), stale].filter(Boolean).join(locale === 'en' ? ' ' : '');
  };
  const ofTotal = ({ unit, period, before, after, others }: EffectedTotal): string =>
    t('total', {
      ...{ unit: nameOf(unit, locale), period: labelOfCode(period, locale), others },
      name: nameOf(members, locale),
      before: printRollUp(before, members) ?? '—',
      after: printRollUp(after, members) ?? '—',
      ...{ reportsBefore: before.reports, reportsAfter: after.reports },
    });
  return { ofReport, ofTotal };
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import { sectionEntry } from '@/components/entry/section-entry';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import type { Viewer } from '@/lib/data/database/access';
import { listEvidence } from '@/lib/data/figures/evidence';
import type { FormView } from '@/lib/data/figures/form';
import { findHistories } from '@/lib/data/figures/histories';
import { findPeers } from '@/lib/data/figures/peer-figures';
import { readTermYears } from '@/lib/data/figures/term-years';
import { yearsOnFile } from '@/lib/domain/checks/term-hints';
import { printFigure, printValue } from '@/lib/domain/figure/print';
import { labelOf, yearsOf } from '@/lib/domain/tree/period';
import type { Locale } from '@/lib/i18n/locales';
import { readStampedForm } from '../../read-form';

/** A section of a report as it is entered, or all of it (`code` null); null where it is not there. */
export async function readEntry(reportId: string, code: string | null, locale: Locale) {
  const readAt = currentTime().toISOString();
  const [viewer, form] = [await requireViewer(), await readStampedForm(reportId)];
  const position = form?.sections.findIndex((one) => one.code === code) ?? -1;
  const section = form?.sections[position];
  if (!form || (code !== null && !section)) return null;

  const { report, sections, submission } = form;
  const mayFill = report.allowed.includes('report.fill');
  const [histories, evidence, peers, years] = await Promise.all([
    readHistories(viewer, form, code, locale),
    listEvidence(viewer, report.id, submission.number),
    mayFill ? findPeers(viewer, report) : new Map(),
    report.period.kind === 'term' ? readYearsSaid(viewer, form) : new Map(),
  ]);
  const [earlier, later] = code === null ? [] : [sections[position - 1], sections[position + 1]];
  return {
    form,
    code,
    section,
    earlier,
    later,
    readAt,
    personId: viewer.personId,
    isOwn: report.unit.id === viewer.unit.id,
    mayFill,
    figures: sectionEntry(form, code, { histories, evidence, peers, years }),
  };
}

export type Entry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

/** The years before of every figure shown, in words. */
async function readHistories(viewer: Viewer, form: FormView, code: string | null, locale: Locale) {
  const here = form.rows.filter(({ indicator }) => code === null || indicator.section === code);
  const indicators = new Map(here.map(({ indicator }) => [indicator.code, indicator]));
  const past = await findHistories(viewer, form.report.id, [...indicators.keys()]);
  return new Map(
    [...past].map(([of, years]) => [
      of,
      years.map(({ period, figure }) => ({
        period: labelOf(period, locale),
        value: figure.value!,
        text: printFigure(figure, indicators.get(of)!),
      })),
    ]),
  );
}

/** What the single years of a term say of its figures, in words: it is typed in their sight. */
async function readYearsSaid(viewer: Viewer, { report, rows }: FormView) {
  const [t, years] = [
    await getTranslations('entry.termYears'),
    await readTermYears(viewer, report.id, report.period),
  ];
  const all = yearsOf(report.period);
  return new Map(
    rows.flatMap(({ indicator }): [string, string][] => {
      const { values, sum } = yearsOnFile(indicator, { years, all });
      if (values.length === 0) return [];
      const shown = values.map(({ year, value }) =>
        t('year', { year: String(year), value: printValue(value, indicator) }),
      );
      const words = { years: shown.join(t('comma')), count: values.length, of: all.length };
      const text =
        sum === null ? t('each', words) : t('sum', { ...words, sum: printValue(sum, indicator) });
      return [[indicator.code, text]];
    }),
  );
}

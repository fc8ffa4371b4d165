import 'server-only';
import { sectionEntry } from '@/components/entry/section-entry';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import type { Viewer } from '@/lib/data/database/access';
import { listEvidence } from '@/lib/data/figures/evidence';
import type { FormView } from '@/lib/data/figures/form';
import { findHistories } from '@/lib/data/figures/histories';
import { findPeers } from '@/lib/data/figures/peer-figures';
import { printFigure } from '@/lib/domain/figure/print';
import { labelOf } from '@/lib/domain/tree/period';
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
  const [histories, evidence, peers] = await Promise.all([
    readHistories(viewer, form, code, locale),
    listEvidence(viewer, report.id, submission.number),
    mayFill ? findPeers(viewer, report) : new Map(),
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
    figures: sectionEntry(form, code, { histories, evidence, peers }),
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

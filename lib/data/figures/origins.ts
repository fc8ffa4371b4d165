import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { FigureKey, Measure } from '@/lib/domain/figure/figure';
import { keyText, type Origin } from '@/lib/domain/figure/origin';
import { printFigure } from '@/lib/domain/figure/print';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOf } from '@/lib/domain/tree/period';
import { readsDrafts, withinScope, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { periodOf } from '../tree/periods';
import { storedFigureFrom, storedFigureSelect } from './figure-row';

/** What Prisma is asked of a submission to say who answers for its figures. */
export const handsSelect = {
  number: true,
  signedAt: true,
  signedBy: { select: { name: true } },
  review: { select: { decision: true, decidedAt: true, person: { select: { name: true } } } },
} as const;

/** Who signed and who approved a submission, as far as it has come. */
export function handsOf({
  signedBy,
  signedAt,
  review,
}: Prisma.SubmissionGetPayload<{ select: typeof handsSelect }>) {
  const approved = review?.decision === 'approved' ? review : null;
  return {
    signedBy: signedBy?.name ?? null,
    signedAt,
    approvedBy: approved?.person.name ?? null,
    approvedAt: approved?.decidedAt ?? null,
  };
}

/** Who entered, signed and approved each of these figures, as far as the viewer may read them; in the order of the
 *  keys. */
export async function findOrigins(viewer: Viewer, keys: FigureKey[]): Promise<Origin[]> {
  if (viewer.roles.length === 0 || keys.length === 0) return [];
  const { indicators } = await findCatalogue();
  const origins = new Map<string, Origin>();
  for (const { number, report, figures, ...hands } of await readSubmissions(viewer, keys)) {
    const { unit, madeUp } = report;
    if (hands.signedAt === null && !readsDrafts(viewer, unit.lineage)) continue;
    const { signedBy, signedAt, approvedBy, approvedAt } = handsOf({ number, ...hands });
    const period = periodOf(report.period);
    for (const figure of figures.map(storedFigureFrom)) {
      const indicator = indicators.find(({ code }) => code === figure.indicator);
      if (!indicator) continue;
      const key = keyOf(unit.code, period.code, number, figure);
      origins.set(keyText(key), {
        key,
        indicator: indicator.name,
        unit: unit.name,
        period: labelOf(period, 'zh-CN'),
        text: printFigure(figure, indicator),
        enteredBy: figure.enteredBy,
        enteredOn: officeDay(figure.enteredAt),
        signedBy,
        signedOn: signedAt && officeDay(signedAt),
        approvedBy,
        approvedOn: approvedAt && officeDay(approvedAt),
        madeUp,
      });
    }
  }
  return [...new Set(keys.map(keyText))].flatMap((key) => origins.get(key) ?? []);
}

function readSubmissions(viewer: Viewer, keys: readonly FigureKey[]) {
  const named = new Map(
    keys.map(({ unit, period, submission }) => [
      [unit, period, submission].join(' '),
      { number: submission, report: { unit: { code: unit }, period: { code: period } } },
    ]),
  );
  return db.submission.findMany({
    where: { OR: [...named.values()], report: { unit: withinScope(viewer) } },
    select: {
      ...handsSelect,
      report: {
        select: {
          madeUp: true,
          unit: { select: { code: true, name: true, lineage: true } },
          period: true,
        },
      },
      figures: {
        where: {
          answer: 'number',
          indicatorCode: { in: [...new Set(keys.map(({ indicator }) => indicator))] },
        },
        select: storedFigureSelect,
      },
    },
  });
}

function keyOf(
  unit: string,
  period: string,
  submission: number,
  { indicator, measure }: { indicator: string; measure: Measure },
): FigureKey {
  return { unit, period, indicator, submission, ...(measure === 'level' ? {} : { measure }) };
}

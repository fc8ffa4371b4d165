import 'server-only';
import { isRealExplanation, shortestExplanation } from '@/lib/domain/checks';
import { InvalidError, NotFoundError } from '@/lib/domain/errors';
import type { Figure } from '@/lib/domain/figure';
import type { Indicator } from '@/lib/domain/indicator';
import { change, isZero } from '@/lib/domain/number';
import { coverageOf, type Coverage } from '@/lib/domain/rollup-coverage';
import type { Total } from '@/lib/domain/rollup';
import type { Viewer } from './access';
import { db } from './client';
import { figureColumns, figureOf, type FigureRow } from './figure-row';
import { recordEvents } from './record-events';
import { findRollUp, type RollUpView } from './rollup';
import { inTransaction } from './transaction';
import { wordsOf } from './words';
import { loadForWrite } from './writable';

/** A total for everything below (全辖) that the unit itself entered, where it differs from the sum. */
export type HandTotal = {
  indicator: Indicator;
  entered: Figure;
  sum: Total;
  /** Entered less sum. */
  difference: string;
  explanation: { text: string; by: string; at: Date; outOfDate: boolean } | null;
};
export type HandTotals = { reportId: string; submission: number; compared: number; rows: HandTotal[] };

/** The unit's own totals held against the sums of a roll-up; null where it entered none for all below. */
export async function findHandTotals(view: RollUpView): Promise<HandTotals | null> {
  const own = view.columns[0]?.sources.find(({ branch }) => branch === null);
  if (!own || own.submissionId === null || own.number === null || !own.hasBelow) return null;
  const [figures, explanations] = await Promise.all([
    db.$queryRaw<FigureRow[]>`SELECT ${figureColumns} FROM "figure" f WHERE f."submission_id" = ${own.submissionId}::uuid AND f."measure" = 'level' AND f."value" IS NOT NULL`,
    db.rollUpExplanation.findMany({ where: { submissionId: own.submissionId }, include: { person: { select: { name: true } } } }),
  ]);
  const entered = new Map(figures.map(figureOf).filter(({ scopeNote }) => coverageOf(scopeNote, own.coverage) === 'whole').map((figure) => [figure.indicator, figure]));
  if (entered.size === 0) return null;
  const rows = view.rows.flatMap(({ indicator, totals: [sum] }): HandTotal[] => {
    const figure = entered.get(indicator.code);
    if (!figure?.value || !sum || sum.value === null) return [];
    const difference = change(figure.value, sum.value);
    if (isZero(difference)) return [];
    const found = explanations.find(({ indicatorCode }) => indicatorCode === indicator.code);
    const values = found?.values as Values | undefined;
    const explanation = found && {
      text: found.text, by: found.person.name, at: found.writtenAt, outOfDate: values?.entered !== figure.value || values.sum !== sum.value,
    };
    return [{ indicator, entered: figure, sum, difference, explanation: explanation ?? null }];
  });
  return { reportId: own.reportId, submission: own.number, compared: entered.size, rows };
}

type Values = { entered: string; sum: string };

/** Says why a total entered by hand differs from the sum; kept with both numbers, so that it is out of date once one of
 *  them changes. */
export async function explainHandTotal(viewer: Viewer, { unit, period }: { unit: string; period: string }, indicatorCode: string, text: string): Promise<void> {
  const words = wordsOf(text);
  if (!isRealExplanation(words)) throw new InvalidError('explanation-says-nothing', { least: String(shortestExplanation) });
  const view = await findRollUp(viewer, { unit, period, basis: 'then', standing: 'submitted' });
  const totals = view && (await findHandTotals(view));
  if (!totals) throw new NotFoundError();
  const row = totals.rows.find(({ indicator }) => indicator.code === indicatorCode);
  const submissionId = view.columns[0]?.sources.find(({ branch }) => branch === null)?.submissionId;
  await inTransaction(async (tx) => {
    await loadForWrite(tx, viewer, totals.reportId, 'report.account', 'shared');
    if (!row || !submissionId) throw new InvalidError('no-difference', { indicator: indicatorCode });
    const values: Values = { entered: row.entered.value!, sum: row.sum.value! };
    const written = { text: words, values, personId: viewer.personId, writtenAt: new Date() };
    const id = { submissionId, indicatorCode };
    await tx.rollUpExplanation.upsert({ where: { submissionId_indicatorCode: id }, create: { ...id, ...written }, update: written });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'rollup.accounted', reportId: totals.reportId, subject: indicatorCode, from: row.explanation?.text ?? null, to: words },
    ]);
  });
}

/** Says whether a report's figures are those of the unit's own level or of everything below it, too. */
export async function setCoverage(viewer: Viewer, reportId: string, coverage: Coverage): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'alone');
    if (row.coverage === coverage) return;
    await tx.report.update({ where: { id: reportId }, data: { coverage } });
    await recordEvents(tx, [{ by: viewer.personId, kind: 'report.coverage', reportId, from: row.coverage, to: coverage }]);
  });
}

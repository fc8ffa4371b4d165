import 'server-only';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { change, isZero } from '@/lib/domain/figure/number';
import { coverageOf, type Coverage } from '@/lib/domain/rollup/coverage';
import { can, relationOf } from '@/lib/domain/access/policy';
import { printFigure } from '@/lib/domain/figure/print';
import type { Total } from '@/lib/domain/rollup/rollup';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureFrom, figureSelect } from '../figures/figure-row';
import { recordEvents } from '../database/record-events';
import { findRollUp, type RollUpView } from './rollup';
import { inTransaction } from '../database/transaction';
import { explanationOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** A total for everything below (全辖) that the unit itself entered, where it differs from the sum. */
export type HandTotal = {
  indicator: Indicator;
  entered: Figure;
  sum: Total;
  /** Entered less sum. */
  difference: string;
  explanation: { text: string; by: string; at: Date; outOfDate: boolean } | null;
};
/** `waiting`: how many reports below have not been handed in; until then the sum says nothing yet. */
export type HandTotals = {
  reportId: string;
  submissionId: string;
  submission: number;
  compared: number;
  waiting: number;
  rows: HandTotal[];
};

/** The unit's own totals held against the sums of a roll-up, by the tree of its period: of its draft where the viewer
 *  may read that, otherwise of what it handed in. Null where it entered none for all below. */
export async function findHandTotals(viewer: Viewer, view: RollUpView): Promise<HandTotals | null> {
  const [column] = view.columns;
  const own = column?.sources.find(({ branch }) => branch === null);
  if (!own?.hasBelow) return null;
  const isReadable = can(viewer, 'report.readDraft', {
    relation: relationOf(viewer.unit.lineage, view.unit.lineage),
  });
  const submission = isReadable
    ? own.newest
    : own.submissionId !== null && own.number !== null
      ? { id: own.submissionId, number: own.number }
      : null;
  if (!submission) return null;
  const [figures, explanations] = await Promise.all([
    db.figure.findMany({
      where: { submissionId: submission.id, measure: 'level', value: { not: null } },
      select: figureSelect,
    }),
    db.rollUpExplanation.findMany({
      where: { submissionId: submission.id },
      include: { person: { select: { name: true } } },
    }),
  ]);
  const entered = new Map(
    figures
      .map(figureFrom)
      .filter(({ scopeNote }) => coverageOf(scopeNote, own.coverage) === 'whole')
      .map((figure) => [figure.indicator, figure]),
  );
  if (entered.size === 0) return null;
  const rows = view.rows.flatMap(({ indicator, totals: [sum] }): HandTotal[] => {
    const figure = entered.get(indicator.code);
    if (!figure?.value || !sum || sum.value === null) return [];
    const difference = change(figure.value, sum.value);
    if (isZero(difference)) return [];
    const found = explanations.find(({ indicatorCode }) => indicatorCode === indicator.code);
    const values = found?.values as Values | undefined;
    const explanation = found && {
      text: found.text,
      by: found.person.name,
      at: found.writtenAt,
      outOfDate: values?.entered !== figure.value || values.sum !== sum.value,
    };
    return [{ indicator, entered: figure, sum, difference, explanation: explanation ?? null }];
  });
  const waiting = column!.expected.filter(
    ({ branch, submissionId }) => branch !== null && submissionId === null,
  ).length;
  return {
    reportId: own.reportId,
    submissionId: submission.id,
    submission: submission.number,
    compared: entered.size,
    waiting,
    rows,
  };
}

/** The same for a report; null where it has no totals for all below, or the viewer may not see it. */
export async function findReportTotals(
  viewer: Viewer,
  reportId: string,
): Promise<HandTotals | null> {
  if (!isId(reportId)) return null;
  const report = await db.report.findFirst({
    where: {
      id: reportId,
      unit: withinScope(viewer),
      OR: [
        { coverage: 'whole' },
        { submissions: { some: { figures: { some: { scopeNote: { contains: '全辖' } } } } } },
      ],
    },
    select: { unit: { select: { code: true } }, period: { select: { code: true } } },
  });
  const view =
    report &&
    (await findRollUp(viewer, {
      unit: report.unit.code,
      period: report.period.code,
      basis: 'then',
      standing: 'submitted',
    }));
  return view ? findHandTotals(viewer, view) : null;
}

/** Differences that still have to be explained: none while reports below are missing, for then every sum is too low. */
export function unexplainedTotals({ waiting, rows }: HandTotals): HandTotal[] {
  return waiting > 0 ? [] : rows.filter(({ explanation }) => !explanation || explanation.outOfDate);
}

/** Refuses a report whose totals for all below differ from what was handed in below, without a word why. */
export async function refuseUnexplainedTotals(viewer: Viewer, reportId: string): Promise<void> {
  const totals = await findReportTotals(viewer, reportId);
  const [first, ...rest] = totals ? unexplainedTotals(totals) : [];
  if (!first) return;
  const { indicator, entered, sum } = first;
  throw new InvalidError('hand-totals-unexplained', {
    count: String(rest.length + 1),
    indicator: indicator.name,
    entered: printFigure(entered, indicator),
    sum: printRollUp(sum, indicator) ?? '',
  });
}

type Values = { entered: string; sum: string };

/** Says why a total entered by hand differs from the sum; kept with both numbers, so that it is out of date once one of
 *  them changes. `seen`: the explanation that the person saw there, "" for none. */
export async function explainHandTotal(
  viewer: Viewer,
  { unit, period }: { unit: string; period: string },
  indicatorCode: string,
  text: string,
  seen?: string,
): Promise<void> {
  const words = explanationOf(text);
  const view = await findRollUp(viewer, { unit, period, basis: 'then', standing: 'submitted' });
  const totals = view && (await findHandTotals(viewer, view));
  if (!totals) throw new NotFoundError();
  const row = totals.rows.find(({ indicator }) => indicator.code === indicatorCode);
  await inTransaction(async (tx) => {
    await loadForWrite(tx, viewer, totals.reportId, 'report.account', 'shared');
    if (!row) throw new InvalidError('no-difference', { indicator: indicatorCode });
    const values: Values = { entered: row.entered.value!, sum: row.sum.value! };
    const written = { text: words, values, personId: viewer.personId, writtenAt: new Date() };
    const id = { submissionId: totals.submissionId, indicatorCode };
    const standing = row.explanation?.text ?? '';
    if (seen !== undefined && seen !== standing && words !== standing)
      throw new InvalidError('explanation-changed', {
        by: row.explanation?.by ?? '',
        text: standing,
      });
    await tx.rollUpExplanation.upsert({
      where: { submissionId_indicatorCode: id },
      create: { ...id, ...written },
      update: written,
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'rollup.accounted',
        reportId: totals.reportId,
        subject: indicatorCode,
        from: row.explanation?.text ?? null,
        to: words,
      },
    ]);
  });
}

/** Says whether a report's figures are those of the unit's own level or of everything below it, too. */
export async function setCoverage(
  viewer: Viewer,
  reportId: string,
  coverage: Coverage,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'alone');
    if (row.coverage === coverage) return;
    await tx.report.update({ where: { id: reportId }, data: { coverage } });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'report.coverage', reportId, from: row.coverage, to: coverage },
    ]);
  });
}

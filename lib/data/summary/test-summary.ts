// Reports that summaries are written from.
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findSummarySources, readSummaryInput, type SummaryKey } from './input';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';

export let world: World;
export let reporter: Viewer;
export let reviewer: Viewer;

/** Reports of the county: five approved years, one handed in, a draft; a term; two parts of years. */
export async function openWorld(): Promise<void> {
  world = await makeWorld();
  reporter = world.viewer('county', 'reporter');
  reviewer = world.viewer('city', 'reviewer');
  for (const year of [2016, 2017, 2018, 2019, 2020])
    await submitted('county', String(year), [['SX001', String(year - 2000)]], 'approved');
  await submitted(
    'county',
    '2021',
    [
      ['SX001', '30'],
      ['SX002', '500'],
    ],
    null,
  );
  await draft('county', '2022', [['SX001', '35']]);
  await submitted('county', '2013-01..2013-04', [['SX001', '4']], 'approved');
  await submitted('county', '2012-01..2012-04', [['SX001', '3']], 'approved');
  await submitted('county', '2012..2014', [['SX001', '90']], 'approved');
}

export const findSummaryInput = async (viewer: Viewer, key: SummaryKey) => {
  const sources = await findSummarySources(viewer, key);
  return sources && readSummaryInput(sources);
};

export const codesOf = async (viewer: Viewer, period: string, base?: string) =>
  (await findSummaryInput(viewer, { unit: world.unit.county.code, period, base }))?.reports.map(
    (report) => report.period.code,
  );

export type Cells = [string, string][];

export async function draft(unit: UnitKey, period: string, cells: Cells): Promise<string> {
  const id = await world.report(unit, period);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await fill(submissionId, cells);
  return id;
}

export async function submitted(
  unit: UnitKey,
  period: string,
  cells: Cells,
  decision: 'approved' | 'returned' | null,
): Promise<string> {
  const id = await draft(unit, period, cells);
  await close(id, 1, decision);
  return id;
}

export async function add(
  reportId: string,
  number: number,
  cells: Cells,
  decision: 'approved' | null,
): Promise<void> {
  const { id } = await db.submission.create({ data: { reportId, number }, select: { id: true } });
  await fill(id, cells);
  await close(reportId, number, decision);
}

export async function fill(submissionId: string, cells: Cells): Promise<void> {
  const shown = { scale: 'none', decimals: 0, unit: '场次' };
  await db.figure.createMany({
    data: cells.map(([indicatorCode, value]) => ({
      submissionId,
      indicatorCode,
      answer: 'number' as const,
      value,
      shown,
      enteredById: reporter.personId,
    })),
  });
}

export async function close(
  reportId: string,
  number: number,
  decision: 'approved' | 'returned' | null,
): Promise<void> {
  const where = { reportId_number: { reportId, number } };
  const at = new Date();
  const data = {
    sentAt: at,
    sentById: reporter.personId,
    signedAt: at,
    signedById: world.viewer('county', 'signatory').personId,
  };
  const { id } = await db.submission.update({ where, data, select: { id: true } });
  if (decision)
    await db.review.create({ data: { submissionId: id, decision, personId: reviewer.personId } });
}

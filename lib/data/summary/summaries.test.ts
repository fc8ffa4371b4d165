import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../database/access';
import { systemViewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { listExplained } from '../rollup/explained';
import { findRollUp } from '../rollup/rollup';
import { findSummary, findTrace, listSummaryScopes } from './summaries';
import { findSummarySources, readSummaryInput, type SummaryKey } from './input';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';

let world: World;
let reporter: Viewer, reviewer: Viewer;

/** Reports of the county: five approved years, one handed in, a draft; a term; two parts of years. */
beforeAll(async () => {
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
});

const findSummaryInput = async (viewer: Viewer, key: SummaryKey) => {
  const sources = await findSummarySources(viewer, key);
  return sources && readSummaryInput(sources);
};

const codesOf = async (viewer: Viewer, period: string, base?: string) =>
  (await findSummaryInput(viewer, { unit: world.unit.county.code, period, base }))?.reports.map(
    (report) => report.period.code,
  );

test('a year comes with the year before and the base asked for', async () => {
  expect(await codesOf(reviewer, '2021')).toEqual(['2020', '2021']);
  expect(await codesOf(reviewer, '2021', '2016')).toEqual(['2016', '2020', '2021']);
  expect(await codesOf(reviewer, '2021', '2012..2014')).toBeUndefined();
  expect(await codesOf(reviewer, '2021', 'x')).toBeUndefined();
  expect(await codesOf(reviewer, '2015')).toBeUndefined();
});

test('a part of a year comes with the same part of the year before', async () => {
  expect(await codesOf(reviewer, '2013-01..2013-04')).toEqual([
    '2012-01..2012-04',
    '2013-01..2013-04',
  ]);
});

test('a term comes with its years and the year before it, with or without a report of its own', async () => {
  expect(await codesOf(reviewer, '2017..2021')).toEqual([
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
  ]);
  expect(await codesOf(reviewer, '2012..2014')).toEqual(['2012..2014']);
  expect(await codesOf(reviewer, '2005..2009')).toBeUndefined();
});

test('a draft is told inside the unit and nowhere else', async () => {
  expect(await codesOf(reviewer, '2022')).toBeUndefined();
  const input = await findSummaryInput(reporter, { unit: world.unit.county.code, period: '2022' });
  expect(input!.reports.map(({ standing }) => standing)).toEqual(['submitted', 'draft']);
  expect(await codesOf(systemViewer(world.unit.county), '2022')).toEqual(['2021', '2022']);
});

test('the approved submission speaks for a report, else the newest handed in', async () => {
  const twice = await submitted('neighbour', '2021', [['SX001', '7']], 'returned');
  await add(twice, 2, [['SX001', '8']], 'approved');
  const third = await submitted('neighbour', '2020', [['SX001', '5']], 'returned');
  await add(third, 2, [['SX001', '6']], null);
  const input = await findSummaryInput(reviewer, {
    unit: world.unit.neighbour.code,
    period: '2021',
  });
  expect(
    input!.reports.map(({ submission, standing, figures }) => [
      submission,
      standing,
      figures.map(({ value }) => value),
    ]),
  ).toEqual([
    [2, 'submitted', ['6']],
    [2, 'approved', ['8']],
  ]);
});

test('scopes are the periods with numbers, and the last five years as a term', async () => {
  const scopes = await listSummaryScopes(reviewer);
  const county = scopes.find(({ unit }) => unit.code === world.unit.county.code)!;
  expect(county.periods[0]).toEqual({
    code: '2017..2021',
    kind: 'term',
    madeUp: false,
    standing: 'submitted',
  });
  expect(county.periods.slice(1).map(({ code }) => code)).toEqual([
    '2021',
    '2020',
    '2019',
    '2018',
    '2017',
    '2016',
    '2012..2014',
    '2013-01..2013-04',
    '2012-01..2012-04',
  ]);
  const own = (await listSummaryScopes(reporter))[0]!;
  expect(own.periods.slice(0, 2).map(({ code, standing }) => [code, standing])).toEqual([
    ['2018..2022', 'draft'],
    ['2022', 'draft'],
  ]);
});

test('every number of a summary can be traced to its figure, and its digits come from there', async () => {
  const unit = world.unit.county.code;
  const summary = await findSummary(reviewer, { unit, period: '2021' });
  const keys = summary!.paragraphs.flatMap(({ segments }) =>
    segments.flatMap(({ figures = [] }) => figures),
  );
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys)
    expect(await findTrace(reviewer, key)).toMatchObject({ key, enteredBy: reporter.name });
  const trace = await findTrace(reviewer, {
    unit,
    period: '2020',
    indicator: 'SX001',
    submission: 1,
  });
  expect(trace).toMatchObject({
    figure: { value: '20' },
    signedBy: world.viewer('county', 'signatory').name,
    approvedBy: reviewer.name,
    madeUp: false,
    unit: { name: world.unit.county.name },
    period: { code: '2020' },
  });
  expect(
    trace!.history
      .filter(({ period }) => period.length === 4)
      .map(({ period, value }) => [period, value]),
  ).toEqual([
    ['2016', '16'],
    ['2017', '17'],
    ['2018', '18'],
    ['2019', '19'],
    ['2020', '20'],
    ['2021', '30'],
  ]);
  expect(
    await findTrace(reviewer, { unit, period: '2022', indicator: 'SX001', submission: 1 }),
  ).toBeNull();
  expect(
    await findTrace(reporter, { unit, period: '2022', indicator: 'SX001', submission: 1 }),
  ).toMatchObject({ approvedBy: null });
});

test('what was explained of a figure stands in the notes of the summary and of the roll-up above it', async () => {
  const id = await draft('otherCounty', '2015', [['SX001', '30']]);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const { checks, indicators } = await findCatalogue();
  const check = checks.find(({ left, right }) =>
    [...left, ...right].some(({ code }) => code === 'SX001'),
  )!;
  const by = world.viewer('otherCounty', 'reporter');
  await db.explanation.create({
    data: {
      submissionId,
      checkCode: check.code,
      text: '含线上同步宣讲的场次',
      values: {},
      personId: by.personId,
    },
  });
  await close(id, 1, null);
  const above = world.viewer('otherCity', 'reviewer');
  const summary = await findSummary(above, { unit: world.unit.otherCounty.code, period: '2015' });
  const name = indicators.find(({ code }) => code === 'SX001')!.name;
  expect(summary!.table.notes.join()).toMatch(
    new RegExp(`填报说明：[^。]*${name}[^。]*——含线上同步宣讲的场次（${by.name}）。`),
  );
  const view = await findRollUp(above, {
    unit: world.unit.otherCity.code,
    period: '2015',
    basis: 'then',
    standing: 'submitted',
  });
  expect(await listExplained(above, view!)).toMatchObject([
    {
      text: '含线上同步宣讲的场次',
      by: by.name,
      reportId: id,
      unit: { code: world.unit.otherCounty.code },
    },
  ]);
});

test('why a total entered by hand is not the sum stands in the notes, also where it was written after the approval', async () => {
  const id = await draft('otherCounty', '2013', [['SX001', '30']]);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await close(id, 1, 'approved');
  const above = world.viewer('otherCity', 'reviewer');
  const notes = async () =>
    (await findSummary(above, {
      unit: world.unit.otherCounty.code,
      period: '2013',
    }))!.table.notes.join();
  expect(await notes()).not.toContain('填报说明');
  const by = world.viewer('otherCounty', 'reporter');
  const of = { submissionId, indicatorCode: 'SX001', personId: by.personId };
  await db.rollUpExplanation.create({
    data: { ...of, text: '含直属基层工会', values: { entered: '30', sum: '28' } },
  });
  expect(await notes()).toContain(
    `填报说明：集中宣讲场次（下级汇总数为28场次）——含直属基层工会（${by.name}）。`,
  );
  await db.rollUpExplanation.updateMany({
    where: { submissionId },
    data: { text: '含机关工会的两场' },
  });
  expect(await notes()).toContain('含机关工会的两场');
  // It was written for another number than the one that was handed in.
  await db.rollUpExplanation.updateMany({
    where: { submissionId },
    data: { values: { entered: '29', sum: '28' } },
  });
  expect(await notes()).not.toContain('填报说明');
});

test('a unit that another was merged into says on which basis it is compared, from the day of the merger', async () => {
  const [unit, gone] = [
    world.unit.otherCounty,
    await db.unit.create({
      data: {
        code: 'gone-1',
        name: '老城区总工会',
        nameEn: 'Old Town',
        level: 'county',
        lineage: '/gone-1/',
        validFrom: new Date('2000-01-01'),
      },
    }),
  ];
  await submitted('otherCounty', '2010', [['SX001', '30']], 'approved');
  await submitted('otherCounty', '2011', [['SX001', '40']], 'approved');
  const above = world.viewer('otherCity', 'reviewer');
  const told = async () =>
    JSON.stringify((await findSummary(above, { unit: unit.code, period: '2011' }))!.paragraphs);
  expect(await told()).not.toContain('口径');
  const { id, name } = await db.unit.findUniqueOrThrow({ where: { code: unit.code } });
  await db.unit.update({
    where: { id: gone.id },
    data: { successorId: id, validTo: new Date('2011-06-01') },
  });
  const words = `2011年6月，老城区总工会并入${name}；上年数据为调整前口径，增减按各期实际口径计算，未按可比口径调整。`;
  expect(await told()).toContain(words);
  expect((await findSummary(above, { unit: unit.code, period: '2011' }))!.table.notes).toContain(
    words,
  );
});

test('what is told follows every decision at once, and drafts every figure', async () => {
  const unit = world.unit.otherCounty.code;
  const above = world.viewer('otherCity', 'reviewer');
  const id = await submitted('otherCounty', '2021', [['SX001', '30']], null);
  const told = async (viewer: Viewer) =>
    JSON.stringify(await findSummary(viewer, { unit, period: '2021' }));
  expect((await findSummary(above, { unit, period: '2021' }))!.cautions).toContain('unapproved');
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await db.review.create({
    data: { submissionId, decision: 'returned', personId: above.personId },
  });
  await add(id, 2, [['SX001', '31']], 'approved');
  expect(await told(above)).toContain('31');
  expect((await findSummary(above, { unit, period: '2021' }))!.cautions).not.toContain(
    'unapproved',
  );
  const own = world.viewer('neighbour', 'reporter');
  const open = await draft('neighbour', '2019', [['SX001', '77']]);
  const ofDraft = async () =>
    JSON.stringify(await findSummary(own, { unit: own.unit.code, period: '2019' }));
  expect(await ofDraft()).toContain('77');
  await db.figure.updateMany({ where: { submission: { reportId: open } }, data: { value: '78' } });
  expect(await ofDraft()).toContain('78');
});

type Cells = [string, string][];

async function draft(unit: UnitKey, period: string, cells: Cells): Promise<string> {
  const id = await world.report(unit, period);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await fill(submissionId, cells);
  return id;
}

async function submitted(
  unit: UnitKey,
  period: string,
  cells: Cells,
  decision: 'approved' | 'returned' | null,
): Promise<string> {
  const id = await draft(unit, period, cells);
  await close(id, 1, decision);
  return id;
}

async function add(
  reportId: string,
  number: number,
  cells: Cells,
  decision: 'approved' | null,
): Promise<void> {
  const { id } = await db.submission.create({ data: { reportId, number }, select: { id: true } });
  await fill(id, cells);
  await close(reportId, number, decision);
}

async function fill(submissionId: string, cells: Cells): Promise<void> {
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

async function close(
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

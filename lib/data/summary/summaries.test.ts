// Which submissions a summary is narrated from, and for whom.
import { beforeAll, expect, test } from 'vitest';
import { type Viewer, systemViewer } from '../database/access';
import { db } from '../database/client';
import { findSummary, findTrace, listSummaryScopes } from './summaries';
import {
  world,
  reporter,
  reviewer,
  openWorld,
  findSummaryInput,
  codesOf,
  draft,
  submitted,
  add,
} from './test-summary';

beforeAll(openWorld);

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

test('a draft is narrated inside the unit and nowhere else', async () => {
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

test('the text follows every decision at once, and drafts every figure', async () => {
  const unit = world.unit.otherCounty.code;
  const above = world.viewer('otherCity', 'reviewer');
  const id = await submitted('otherCounty', '2021', [['SX001', '30']], null);
  const textFor = async (viewer: Viewer) =>
    JSON.stringify(await findSummary(viewer, { unit, period: '2021' }));
  expect((await findSummary(above, { unit, period: '2021' }))!.cautions).toContain('unapproved');
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await db.review.create({
    data: { submissionId, decision: 'returned', personId: above.personId },
  });
  await add(id, 2, [['SX001', '31']], 'approved');
  expect(await textFor(above)).toContain('31');
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

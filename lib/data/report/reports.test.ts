import { beforeAll, expect, test } from 'vitest';
import { chooseIndicators, findCatalogue, listChosenIndicators } from '../catalogue/catalogue';
import { db } from '../database/client';
import { listEvents } from './events';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { findReport, listReports } from './reports';
import { approve } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('the board shows own unit and all below in the order of the tree, with progress and what there is to do', async () => {
  const ids = { county: '', city: '', neighbour: '', otherCity: '' };
  for (const key of ['neighbour', 'county', 'city', 'otherCity'] as const)
    ids[key] = await world.report(key, '2021');
  const reporter = world.viewer('county', 'reporter');
  await fillAll(reporter, ids.county);
  await sendForSignature(reporter, ids.county);
  await signAndSubmit(world.viewer('county', 'signatory'), ids.county);
  await saveFigures(world.viewer('neighbour', 'reporter'), ids.neighbour, [
    { indicator: 'SX001', revision: 0, typed: '3' },
    { indicator: 'SX002', revision: 0, answer: 'not_available', note: null },
  ]);
  await chooseIndicators(world.viewer('neighbour', 'reporter'), world.unit.neighbour.code, [
    'SX003',
  ]);

  const rows = await listReports(world.viewer('city', 'reviewer'), '2021');
  expect(rows.map(({ id }) => id)).toEqual([ids.city, ids.county, ids.neighbour]);
  const [city, county, neighbour] = rows;
  expect(county).toMatchObject({
    status: 'submitted',
    filled: county!.expected,
    isLate: false,
    unit: { name: '柳溪县总工会', level: 'county' },
  });
  expect(neighbour).toMatchObject({ status: 'filling', filled: 2, expected: county!.expected + 1 });
  expect(city).toMatchObject({ status: 'not-started', filled: 0 });
  // What is not handed in yet cannot be opened from above.
  expect(county!.allowed).toEqual([
    'report.list',
    'report.read',
    'report.accept',
    'report.review',
    'report.approve',
    'mark.reply',
    'report.lock',
  ]);
  expect(neighbour!.allowed).toContain('report.list');
  expect(neighbour!.allowed).not.toContain('report.read');
  expect(await listReports(world.viewer('city', 'reviewer'), '1999')).toEqual([]);
});

test('late is who has not handed in by the day, or did so after it, not who corrects', async () => {
  const [due, open] = [
    await world.report('county', '2018', [-20, -10, 10, 90]),
    await world.report('neighbour', '2019', [-20, 1, 10, 90]),
  ];
  const isLate = async (period: string, id: string) =>
    (await listReports(world.viewer('city', 'reviewer'), period)).find((row) => row.id === id)!
      .isLate;
  expect(await isLate('2018', due)).toBe(true);
  expect(await isLate('2019', open)).toBe(false);
  await db.submission.updateMany({ where: { reportId: due }, data: signed(-15) });
  expect(await isLate('2018', due)).toBe(false);
  await db.submission.create({ data: { reportId: due, number: 2 } });
  expect(await isLate('2018', due)).toBe(false);
  await db.submission.updateMany({ where: { reportId: open }, data: signed(5) });
  expect(await isLate('2019', open)).toBe(true);
});

test('a form has the year before beside it, from the submission that was approved', async () => {
  const before = await world.report('county', '2016');
  const now = await world.report('county', '2017');
  const reporter = world.viewer('county', 'reporter');
  await saveFigures(reporter, before, [{ indicator: 'SX001', revision: 0, typed: '40' }]);
  expect((await findForm(reporter, now))!.previousPeriod).toBeNull();
  await db.submission.updateMany({ where: { reportId: before }, data: signed(-1) });
  await approve(world.viewer('city', 'reviewer'), before, 1);
  const second = {
    reportId: before,
    number: 2,
    figures: {
      create: {
        indicatorCode: 'SX001',
        answer: 'number' as const,
        value: '50',
        enteredById: reporter.personId,
      },
    },
  };
  const { id } = await db.submission.create({ data: second, select: { id: true } });
  await db.submission.update({ where: { id }, data: signed(-1) });
  const form = await findForm(reporter, now);
  expect(form!.previousPeriod).toEqual({
    reportId: expect.any(String),
    code: '2016',
    submission: 1,
    madeUp: false,
  });
  expect(form!.rows.find(({ indicator }) => indicator.code === 'SX001')).toMatchObject({
    figure: null,
    previous: { value: '40' },
  });
  const { indicators, sections } = await findCatalogue();
  expect(form!.rows.map(({ indicator }) => indicator.code)).toEqual(
    indicators.filter(({ core }) => core).map(({ code }) => code),
  );
  expect(form!.sections.map(({ code }) => code)).toEqual(
    sections
      .map(({ code }) => code)
      .filter((code) => form!.rows.some(({ indicator }) => indicator.section === code)),
  );
  expect(await findForm(reporter, now, 2)).toBeNull();
});

test('numbers come out as they went in, to the last digit', async () => {
  const id = await world.report('county', '2015');
  const reporter = world.viewer('county', 'reporter');
  const money = (await findCatalogue()).indicators.find(
    ({ core, display }) => core && display.moneyUnit === '万元',
  )!.code;
  const typed = { [money]: ['98765432109.87', '987654321098700'], SX002: ['近100万', '1000000'] };
  const results = await saveFigures(
    reporter,
    id,
    Object.entries(typed).map(([indicator, [text]]) => ({ indicator, revision: 0, typed: text! })),
  );
  expect(results.map((result) => 'figure' in result && result.figure.value)).toEqual(
    Object.values(typed).map(([, value]) => value),
  );
  const rows = (await findForm(reporter, id))!.rows;
  for (const [code, [, value]] of Object.entries(typed))
    expect(rows.find(({ indicator }) => indicator.code === code)!.figure!.value).toBe(value);
  expect(rows.find(({ indicator }) => indicator.code === 'SX002')!.figure).toMatchObject({
    qualifier: '近',
    shown: { scale: '万' },
  });
});

test('optional indicators are chosen from the catalogue, and what has a figure stays', async () => {
  const { unit } = world;
  const reporter = world.viewer('otherCounty', 'reporter');
  const id = await world.report('otherCounty', '2021');
  const edit = [{ indicator: 'SX003', revision: 0, typed: '8' }];
  expect(await saveFigures(reporter, id, edit)).toMatchObject([
    { outcome: 'invalid', issue: { code: 'not-on-form' } },
  ]);
  await expect(chooseIndicators(reporter, unit.otherCounty.code, ['NO1'])).rejects.toMatchObject({
    code: 'unknown-indicator',
  });
  await expect(chooseIndicators(reporter, unit.otherCounty.code, ['SX001'])).rejects.toMatchObject({
    code: 'unknown-indicator',
  });
  await chooseIndicators(reporter, unit.otherCounty.code, ['SX004', 'SX003', 'SX003']);
  expect(await listChosenIndicators(reporter, unit.otherCounty.code)).toEqual(['SX003', 'SX004']);
  expect(await saveFigures(reporter, id, edit)).toMatchObject([{ outcome: 'saved' }]);
  await chooseIndicators(reporter, unit.otherCounty.code, []);
  const codes = (await findForm(reporter, id))!.rows.map(({ indicator }) => indicator.code);
  expect([codes.includes('SX003'), codes.includes('SX004')]).toEqual([true, false]);
  expect(
    await db.event.count({ where: { kind: 'form.chosen', subject: unit.otherCounty.code } }),
  ).toBe(2);
});

test('what a unit writes before it hands in is not shown above', async () => {
  const id = await world.report('county', '2014');
  const reporter = world.viewer('county', 'reporter');
  const reviewer = world.viewer('city', 'reviewer');
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '40' }]);
  expect(await findReport(reviewer, id)).toBeNull();
  expect(await listEvents(reviewer, id)).toEqual([]);
  expect(await listEvents(reporter, id)).toMatchObject([
    { kind: 'figure.saved', subject: 'SX001', by: reporter.name, from: null, to: { value: '40' } },
  ]);
});

const signed = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000);
  const by = world.viewer('county', 'signatory').personId;
  return { sentAt: at, sentById: by, signedAt: at, signedById: by };
};

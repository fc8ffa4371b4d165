import { beforeAll, expect, test } from 'vitest';
import { saveFigures } from './save-figures';
import type { FigureEdit } from '@/lib/domain/entry/figure-edit';
import { findForm } from './form';
import { findReport, listReports } from '../report/reports';
import { listNotices } from '../notices/notices';
import { approve, returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { findSummarySources, readSummaryInput } from '../summary/input';
import { findTargets } from './targets';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const target = (
  typed: string,
  revision = 0,
  measure: FigureEdit['measure'] = 'target',
): FigureEdit => ({ indicator: 'SX001', measure, revision, typed });

test('a target stands beside the figure of the same indicator, with a revision of its own', async () => {
  const id = await world.report('county', '2021');
  const reporter = world.viewer('county', 'reporter');
  const level: FigureEdit = { indicator: 'SX001', revision: 0, typed: '12' };
  const saved = await saveFigures(reporter, id, [level, target('20'), target('30', 0, 'limit')]);
  expect(saved.map((one) => [one.measure, one.outcome])).toEqual([
    [undefined, 'saved'],
    ['target', 'saved'],
    ['limit', 'saved'],
  ]);
  expect(await saveFigures(reporter, id, [target('25')])).toMatchObject([
    { outcome: 'conflict', figure: { value: '20', revision: 1, measure: 'target' } },
  ]);
  expect(await saveFigures(reporter, id, [target('25', 1)])).toMatchObject([
    { outcome: 'saved', figure: { value: '25', revision: 2 } },
  ]);
  const row = (await findForm(reporter, id))?.rows.find(
    ({ indicator }) => indicator.code === 'SX001',
  );
  expect(row).toMatchObject({
    figure: { value: '12' },
    target: { value: '25' },
    limit: { value: '30' },
    changes: [],
  });
  await saveFigures(reporter, id, [target('', 2)]);
  expect((await findTargets(reporter, id))?.sections[0]?.rows[0]).toMatchObject({
    target: { answer: 'blank' },
    limit: { value: '30' },
  });
});

test.each([
  ['不适用', '2011'],
  ['无法取得', '2012'],
  ['abc', '2013'],
  ['1.5', '2014'],
])('%s is no target', async (typed, year) => {
  const id = await world.report('neighbour', year);
  expect(
    await saveFigures(world.viewer('neighbour', 'reporter'), id, [target(typed)]),
  ).toMatchObject([{ outcome: 'invalid', measure: 'target' }]);
});

test('the union above sets targets of a report nobody has begun, sees no draft, and may still review it', async () => {
  const id = await world.report('county', '2022');
  const [reviewer, reporter] = [
    world.viewer('city', 'reviewer'),
    world.viewer('county', 'reporter'),
  ];
  await saveFigures(reviewer, id, [target('20')]);
  expect((await listReports(reviewer, '2022')).find((row) => row.id === id)).toMatchObject({
    status: 'not-started',
    filled: 0,
  });
  expect(await findReport(reviewer, id)).toBeNull();
  await expect(
    saveFigures(reviewer, id, [target('21', 1), { indicator: 'SX001', revision: 0, typed: '1' }]),
  ).rejects.toMatchObject({ code: 'refused' });
  expect(
    await findSummarySources(reporter, { unit: world.unit.county.code, period: '2022' }).then(
      (found) => found && readSummaryInput(found),
    ),
  ).toBeNull();
  await fillAll(reporter, id);
  await sendForSignature(reporter, id);
  await expect(saveFigures(reviewer, id, [target('21', 1)])).rejects.toMatchObject({
    code: 'not-open-for-entry',
  });
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await approve(reviewer, id, 1);
  expect((await findTargets(reviewer, id))?.report.allowed).not.toContain('target.set');
});

test('what the unit above has set is not changed from below, and its owner stands beside it', async () => {
  const id = await world.report('county', '2024');
  const [reviewer, reporter] = [
    world.viewer('city', 'reviewer'),
    world.viewer('county', 'reporter'),
  ];
  await saveFigures(reviewer, id, [target('120000')]);
  expect(await saveFigures(reporter, id, [target('90000', 1)])).toMatchObject([
    {
      outcome: 'invalid',
      issue: { code: 'target-of-above', params: { by: reviewer.unit.name } },
    },
  ]);
  expect(await saveFigures(reporter, id, [target('30', 0, 'limit')])).toMatchObject([
    { outcome: 'saved' },
  ]);
  expect((await findTargets(reporter, id))?.sections[0]?.rows[0]).toMatchObject({
    target: { value: '120000' },
    owners: { target: { name: reviewer.unit.name }, limit: null },
  });
  // A change after the fact is an event and a notice; what the unit set itself is its own.
  await saveFigures(reviewer, id, [target('110000', 1)]);
  const notices = (await listNotices(reporter)).filter(({ about }) => about.reportId === id);
  expect(notices.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['target.set', 'SX001'],
    ['target.set', 'SX001'],
  ]);
  // A correction keeps whose target it is.
  await fillAll(reporter, id);
  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [], opensAll: true });
  expect(await saveFigures(reporter, id, [target('90000', 2)])).toMatchObject([
    { issue: { code: 'target-of-above' } },
  ]);
});

test('an optional indicator that is not on the form takes no target', async () => {
  const id = await world.report('county', '2023');
  const edit: FigureEdit = { indicator: 'SX003', measure: 'target', revision: 0, typed: '5' };
  expect(await saveFigures(world.viewer('county', 'reporter'), id, [edit])).toMatchObject([
    { outcome: 'invalid', issue: { code: 'not-on-form' } },
  ]);
});

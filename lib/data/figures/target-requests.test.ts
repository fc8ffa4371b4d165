// A target of the unit above is asked to be changed, and changed by that unit alone.
import { beforeAll, expect, test } from 'vitest';
import { listEvents } from '../report/events';
import { listNotices } from '../notices/notices';
import { makeWorld, type World } from '../testing/test-world';
import { saveFigures } from './save-figures';
import {
  askForTarget,
  listTargetRequests,
  refuseTargetRequest,
  takeBackTargetRequest,
} from './target-requests';
import { findTargets } from './targets';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const aim = { indicator: 'ZZ025', measure: 'target' } as const;
const set = (by: 'city' | 'county', id: string, typed: string, revision = 0) =>
  saveFigures(world.viewer(by, by === 'city' ? 'reviewer' : 'reporter'), id, [
    { ...aim, revision, typed },
  ]);
const targetOf = async (id: string) =>
  (await findTargets(world.viewer('county', 'reporter'), id))!.sections
    .flatMap(({ rows }) => rows)
    .find(({ indicator }) => indicator.code === aim.indicator)?.target?.value;

test('the county asks, the city refuses with a reason; asked again, the city changes it, and that is the answer', async () => {
  const id = await world.report('county', '7201');
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  const why = '两个镇划出，基数减少，申请调低';
  await expect(askForTarget(reporter, id, aim, why)).rejects.toMatchObject({
    code: 'target-not-of-above',
  });
  await set('city', id, '120000');
  expect((await set('county', id, '90000', 1))[0]).toMatchObject({
    outcome: 'invalid',
    issue: { code: 'target-of-above' },
  });
  await expect(askForTarget(reporter, id, aim, '少')).rejects.toMatchObject({
    code: expect.stringContaining('explanation'),
  });
  await askForTarget(reporter, id, aim, why);
  expect(await listTargetRequests(reviewer, id)).toMatchObject([
    { ...aim, reason: why, askedBy: reporter.name, isGranted: null },
  ]);
  expect((await listNotices(reviewer))[0]).toMatchObject({
    ...{ kind: 'target.asked', subject: 'ZZ025', text: why },
  });
  await refuseTargetRequest(reviewer, id, aim, '基数已按划出后核定');
  expect(await targetOf(id)).toBe('120000');
  await expect(refuseTargetRequest(reviewer, id, aim, '再说一次')).rejects.toMatchObject({
    code: 'target-already-answered',
  });
  await askForTarget(reporter, id, aim, why);
  await set('city', id, '100000', 1);
  expect(await listTargetRequests(reporter, id)).toMatchObject([
    { isGranted: true, decidedBy: reviewer.name },
  ]);
  expect(await targetOf(id)).toBe('100000');
  expect((await listEvents(reviewer, id)).map(({ kind }) => kind)).toEqual([]);
  expect((await listEvents(reporter, id)).map(({ kind }) => kind).toReversed()).toEqual([
    ...['target.saved', 'target.asked', 'target.refused', 'target.asked', 'target.saved'],
  ]);
});

test('a request nobody has answered is taken back; nobody but the unit above answers', async () => {
  const id = await world.report('county', '7202');
  const reporter = world.viewer('county', 'reporter');
  await set('city', id, '50');
  await askForTarget(reporter, id, aim, '基数减少，申请调低目标');
  for (const viewer of [
    world.viewer('county', 'signatory'),
    world.viewer('province', 'reviewer'),
    world.viewer('city', 'examiner'),
  ])
    await expect(refuseTargetRequest(viewer, id, aim, '不同意')).rejects.toMatchObject({
      code: 'refused',
    });
  expect(await listTargetRequests(world.viewer('neighbour', 'reporter'), id)).toEqual([]);
  await takeBackTargetRequest(reporter, id, aim);
  expect(await listTargetRequests(reporter, id)).toEqual([]);
  await expect(takeBackTargetRequest(reporter, id, aim)).rejects.toMatchObject({
    code: 'target-already-answered',
  });
});

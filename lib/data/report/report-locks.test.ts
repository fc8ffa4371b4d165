import { beforeAll, expect, test } from 'vitest';
import { listEvents } from './events';
import { withdraw } from '../submission/withdraw';
import { db } from '../database/client';
import { askExtension } from './extensions';
import { saveFigures } from '../figures/save-figures';
import { listNotices } from '../notices/notices';
import { findProgress } from './progress';
import { listLockedReports, lockReports, unlockReports } from './report-locks';
import { findReport } from './reports';
import { approve, returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type UnitKey, type World } from '../testing/test-world';

let world: World;
let year = 8100;
beforeAll(async () => {
  world = await makeWorld();
});

const all: UnitKey[] = ['city', 'county', 'neighbour', 'otherCounty'];
async function reports(): Promise<Record<string, string>> {
  year += 1;
  return Object.fromEntries(
    await Promise.all(
      all.map(async (unit) => [unit, await world.report(unit, String(year))] as const),
    ),
  );
}
const choice = (unit: UnitKey, withBelow = false) => ({
  unit: world.unit[unit].code,
  period: String(year),
  withBelow,
});
const type = (unit: UnitKey, id: string, typed = '3') =>
  saveFigures(world.viewer(unit, 'reporter'), id, [{ indicator: 'SX001', revision: 0, typed }]);

test('one unit, or a unit with everything below it, stands still in one step', async () => {
  const id = await reports();
  const above = world.viewer('province', 'reviewer');
  expect(await lockReports(above, choice('county'), '先核对本县')).toBe(1);
  expect(await lockReports(above, choice('city', true), '市级汇总正在核对')).toBe(2);
  for (const unit of ['city', 'county', 'neighbour'] as const)
    await expect(type(unit, id[unit]!)).rejects.toMatchObject({
      code: 'report-locked',
      params: { by: `${world.unit.province.name} ${above.name}` },
    });
  expect((await type('otherCounty', id.otherCounty!))[0]).toMatchObject({ outcome: 'saved' });
  // What was locked before keeps its own reason.
  expect(
    (await listLockedReports(above, String(year))).map(({ unit, locks }) => [
      unit.code,
      locks.map(({ reason }) => reason).join(),
    ]),
  ).toEqual([
    [world.unit.city.code, '市级汇总正在核对'],
    [world.unit.county.code, '先核对本县'],
    [world.unit.neighbour.code, '市级汇总正在核对'],
  ]);
  expect(
    (await findProgress(above, { unit: world.unit.city.code, period: String(year) }))?.rows.map(
      ({ isLocked }) => isLocked,
    ),
  ).toEqual([true, true]);
  await expect(lockReports(above, choice('city', true), '再锁一次')).rejects.toMatchObject({
    code: 'nothing-to-lock',
  });
  expect(await unlockReports(above, choice('city', true))).toBe(3);
  await expect(unlockReports(above, choice('city'))).rejects.toMatchObject({
    code: 'nothing-to-unlock',
  });
  expect((await type('county', id.county!))[0]).toMatchObject({ outcome: 'saved' });
});

test('a lock above and a lock here stand side by side, and each is lifted by its own level', async () => {
  const id = (await reports()).county!;
  const [above, city] = [world.viewer('province', 'reviewer'), world.viewer('city', 'reviewer')];
  await lockReports(city, choice('county'), '本市核对');
  // The province's order does not pass over what the city has locked.
  await lockReports(above, choice('county'), '全省汇总正在核对');
  const report = () => findReport(world.viewer('county', 'reporter'), id);
  expect((await report())?.locks.map(({ unit, by, reason }) => [unit.name, by, reason])).toEqual([
    [world.unit.city.name, city.name, '本市核对'],
    [world.unit.province.name, above.name, '全省汇总正在核对'],
  ]);
  expect((await listLockedReports(city, String(year)))[0]?.locks.map(({ whose }) => whose)).toEqual(
    ['own', 'above'],
  );
  // The city lifts its own, and the county waits for the province still.
  expect(await unlockReports(city, choice('county'))).toBe(1);
  expect((await report())?.locks.map(({ unit }) => unit.name)).toEqual([world.unit.province.name]);
  await expect(type('county', id)).rejects.toMatchObject({ code: 'report-locked' });
  await lockReports(city, choice('county'), '再核对一次');
  expect(await unlockReports(above, choice('county'))).toBe(1);
  await expect(type('county', id)).rejects.toMatchObject({ code: 'report-locked' });
  expect(await unlockReports(city, choice('county'))).toBe(1);
  expect((await type('county', id))[0]).toMatchObject({ outcome: 'saved' });
});

test('what a unit above has locked is not lifted from below, whoever has left since', async () => {
  await reports();
  const [above, city] = [world.viewer('province', 'reviewer'), world.viewer('city', 'reviewer')];
  await lockReports(above, choice('county'), '全省汇总正在核对');
  const held = {
    code: 'locked-above',
    params: { by: `${world.unit.province.name} ${above.name}`, unit: world.unit.county.name },
  };
  for (const [withBelow, withTheirs] of [
    [false, false],
    [true, false],
    [true, true],
  ])
    await expect(
      unlockReports(city, choice('county', withBelow), withTheirs),
    ).rejects.toMatchObject(held);
  // The lock is the unit's: it stays when its person moves to the very unit below, or is gone.
  await db.person.update({ where: { id: above.personId }, data: { unitId: world.unit.city.id } });
  await expect(unlockReports(city, choice('county'))).rejects.toMatchObject(held);
  await db.person.update({
    where: { id: above.personId },
    data: { unitId: world.unit.province.id },
  });
  await db.reportLock.updateMany({
    where: { personId: above.personId },
    data: { personId: null },
  });
  await expect(unlockReports(city, choice('county'))).rejects.toMatchObject({
    code: 'locked-above',
    params: { by: world.unit.province.name },
  });
});

test('a unit above lifts what units below it have locked where it asks for that', async () => {
  await reports();
  const [above, city] = [world.viewer('province', 'reviewer'), world.viewer('city', 'reviewer')];
  await lockReports(city, choice('county'), '本市核对');
  await expect(unlockReports(above, choice('county'))).rejects.toMatchObject({
    code: 'locked-below',
  });
  await lockReports(above, choice('neighbour'), '全省核对');
  expect(await unlockReports(above, choice('city', true), true)).toBe(2);
  expect(await listLockedReports(above, String(year))).toEqual([]);
});

test('the unit is notified who locked it and why, and history keeps it', async () => {
  const id = (await reports()).county!;
  const reviewer = world.viewer('city', 'reviewer');
  await lockReports(reviewer, choice('county'), '数据正在核对');
  await unlockReports(reviewer, choice('county'));
  for (const role of ['reporter', 'signatory'] as const) {
    const notices = (await listNotices(world.viewer('county', role))).filter(
      ({ about }) => about.reportId === id,
    );
    expect(notices.map(({ kind, text, by }) => [kind, text, by])).toEqual([
      ['report.unlocked', null, reviewer.name],
      ['report.locked', '数据正在核对', reviewer.name],
    ]);
  }
  expect(
    (await listEvents(world.viewer('county', 'reporter'), id)).map(({ kind }) => kind),
  ).toEqual(['report.unlocked', 'report.locked']);
});

test('a lock stops every change of the unit and none of its words, nor the review', async () => {
  const id = (await reports()).county!;
  const [reporter, signatory, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
    world.viewer('city', 'reviewer'),
  ];
  await fillAll(reporter, id);
  const still = async (...tries: (() => Promise<unknown>)[]) => {
    await lockReports(reviewer, choice('county'), '数据正在核对');
    for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'report-locked' });
    expect(
      (await findReport(reporter, id))?.allowed.filter((action) =>
        ['report.fill', 'report.send', 'report.sign', 'report.withdraw', 'cell.ask'].includes(
          action,
        ),
      ),
    ).toEqual([]);
    expect((await findReport(reporter, id))?.locks).toMatchObject([
      { by: reviewer.name, reason: '数据正在核对' },
    ]);
  };
  await still(() => sendForSignature(reporter, id));
  await askExtension(reporter, id, {
    day: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    reason: '台账还在核对',
  });
  await unlockReports(reviewer, choice('county'));
  await sendForSignature(reporter, id);
  await still(() => signAndSubmit(signatory, id));
  await unlockReports(reviewer, choice('county'));
  await signAndSubmit(signatory, id);
  await still(() => withdraw(reporter, id, 1, '发现一处填错'));
  await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [] });
  await expect(
    saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '9' }]),
  ).rejects.toMatchObject({ code: 'report-locked' });
  await unlockReports(reviewer, choice('county'));
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '9' }]);
});

test('a lock needs a reason; foreign, own and unknown units are not locked', async () => {
  await reports();
  const reviewer = world.viewer('city', 'reviewer');
  await expect(lockReports(reviewer, choice('county'), ' ')).rejects.toMatchObject({
    code: 'reason-empty',
  });
  await expect(lockReports(reviewer, choice('otherCounty'), '核对')).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(lockReports(reviewer, choice('city', true), '核对')).rejects.toMatchObject({
    code: 'refused',
  });
  for (const guess of [
    { ...choice('county'), unit: "x' OR 1=1" },
    { ...choice('county'), period: '1' },
    { ...choice('county'), period: '1901' },
  ])
    await expect(lockReports(reviewer, guess, '核对')).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    lockReports(world.viewer('city', 'administrator'), choice('county'), '核对'),
  ).rejects.toMatchObject({ code: 'refused' });
  expect(await listLockedReports(world.viewer('county', 'reviewer'), String(year))).toEqual([]);
});

test('whoever saves while it is locked is either done before or refused: never after', async () => {
  const id = (await reports()).county!;
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  const codes = ['SX001', 'SX002', 'SX003', 'SX004', 'SX005', 'SX006', 'SX007', 'SX008'];
  let lockedAt = 0;
  const results = await Promise.all([
    ...codes.map(async (indicator) => {
      try {
        await saveFigures(reporter, id, [{ indicator, revision: 0, typed: '5' }]);
        return 'saved';
      } catch (error) {
        return (error as { code: string }).code;
      }
    }),
    lockReports(reviewer, choice('county'), '核对').then(() => ((lockedAt = Date.now()), 'locked')),
  ]);
  expect(lockedAt).toBeGreaterThan(0);
  expect(new Set(results.filter((one) => one !== 'saved' && one !== 'locked'))).toEqual(
    results.includes('report-locked') ? new Set(['report-locked']) : new Set(),
  );
  const events = await listEvents(reporter, id);
  const lockAt = events.find(({ kind }) => kind === 'report.locked')!.at;
  expect(events.filter(({ kind, at }) => kind === 'figure.saved' && at > lockAt)).toEqual([]);
});

test('an approved report can be locked too, so that nothing of it comes back unasked', async () => {
  const id = (await reports()).county!;
  const reviewer = world.viewer('city', 'reviewer');
  await fillAll(world.viewer('county', 'reporter'), id);
  await sendForSignature(world.viewer('county', 'reporter'), id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await approve(reviewer, id, 1);
  expect(await lockReports(reviewer, choice('county'), '年报已经定稿')).toBe(1);
});

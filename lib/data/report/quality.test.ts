import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { saveFigures } from '../figures/save-figures';
import { listReportQuality } from './quality';
import { approve, returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 8500;
beforeAll(async () => {
  world = await makeWorld();
});

const handIn = async (id: string) => {
  await sendForSignature(world.viewer('county', 'reporter'), id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
};
const qualityOf = async (id: string) =>
  (
    await listReportQuality(
      world.viewer('city', 'reviewer'),
      { lineage: world.unit.city.lineage, period: String(year) },
      new Date(),
    )
  ).find((row) => row.id === id)!;

test('what was returned, corrected, approved, taken back and changed again is counted', async () => {
  const id = await world.report('county', String((year += 1)));
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  expect(await qualityOf(id)).toMatchObject({
    status: 'not-started',
    score: null,
    handedIn: null,
    approved: null,
    changes: 0,
    changedSince: 0,
    lateDays: 0,
  });
  await fillAll(reporter, id);
  await handIn(id);
  expect(await qualityOf(id)).toMatchObject({ handedIn: 1, changes: 0, returns: 0, score: 100 });
  await returnForChanges(reviewer, id, 1, {
    reason: '请核对',
    marks: [
      { indicator: 'SX001', note: '与台账不一致' },
      { indicator: 'SX002', note: '请核对' },
    ],
    opensAll: true,
  });
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
  await handIn(id);
  expect(await qualityOf(id)).toMatchObject({
    handedIn: 2,
    changes: 1,
    returns: 1,
    marked: 2,
    errors: 2,
    score: 98,
    approved: null,
  });
  await approve(reviewer, id, 2);
  expect(await qualityOf(id)).toMatchObject({ approved: 2, changedSince: 0 });
  await takeBack(reviewer, id, 2, '看错了一行');
  await returnForChanges(reviewer, id, 2, { reason: '再核对', marks: [] });
  await saveFigures(reporter, id, [
    { indicator: 'SX001', revision: 2, typed: '8' },
    { indicator: 'SX002', revision: 1, typed: '9' },
  ]);
  expect((await qualityOf(id)).changedSince).toBe(0);
  await handIn(id);
  expect(await qualityOf(id)).toMatchObject({
    approved: 2,
    handedIn: 3,
    changedSince: 2,
    changes: 3,
    returns: 2,
    errors: 3,
    score: 97,
  });
});

test('days late count from the due day with its extension', async () => {
  const id = await world.report('county', String((year += 1)), [-20, -2.5, 10, 20]);
  expect(await qualityOf(id)).toMatchObject({ lateDays: 3, score: null });
  await fillAll(world.viewer('county', 'reporter'), id);
  await handIn(id);
  expect(await qualityOf(id)).toMatchObject({ lateDays: 3, score: 97 });
  await db.report.update({
    where: { id },
    data: { extendedUntil: new Date(Date.now() + 86_400_000) },
  });
  expect(await qualityOf(id)).toMatchObject({ lateDays: 0, score: 100 });
});

test('nobody sees it of units that are not below', async () => {
  await world.report('county', String((year += 1)));
  for (const unit of ['neighbour', 'otherCity', 'otherCounty'] as const)
    expect(
      await listReportQuality(
        world.viewer(unit, 'reviewer'),
        { lineage: world.unit.city.lineage, period: String(year) },
        new Date(),
      ),
    ).toEqual([]);
});

import { expect, test } from 'vitest';
import { db } from './client';
import { recordEvents } from './record-events';
import { makeWorld } from '../testing/test-world';
import { inTransaction } from './transaction';

test('of two that wait for each other one is repeated, and nobody notices', async () => {
  const { unit } = await makeWorld();
  let arrived = 0;
  let attempts = 0;
  const both = meeting();
  const lock = (first: string, second: string) =>
    inTransaction(async (tx) => {
      attempts += 1;
      await tx.$queryRaw`SELECT 1 AS "locked" FROM "unit" WHERE "id" = ${first}::uuid FOR UPDATE`;
      if ((arrived += 1) === 2) both.resolve();
      await both.promise;
      await tx.$queryRaw`SELECT 1 AS "locked" FROM "unit" WHERE "id" = ${second}::uuid FOR UPDATE`;
      return first;
    });
  expect(
    await Promise.all([lock(unit.city.id, unit.county.id), lock(unit.county.id, unit.city.id)]),
  ).toEqual([unit.city.id, unit.county.id]);
  expect(attempts).toBe(3);
});

test('many at once read outside of their transactions, and none waits for another', async () => {
  await makeWorld();
  let arrived = 0;
  const all = meeting();
  const save = () =>
    inTransaction(async (tx) => {
      await tx.unit.count();
      // As many as a pool has connections are in the middle of their work.
      if ((arrived += 1) === 10) all.resolve();
      await all.promise;
      return db.unit.count();
    });
  const counts = await Promise.all(Array.from({ length: 64 }, save));
  expect(new Set(counts).size).toBe(1);
});

test('what fails otherwise is not repeated, and leaves neither change nor event', async () => {
  const { unit } = await makeWorld();
  let attempts = 0;
  const work = inTransaction(async (tx) => {
    attempts += 1;
    await tx.unit.update({ where: { id: unit.city.id }, data: { name: '别的名称' } });
    await recordEvents(tx, [{ by: null, kind: 'person.invited', subject: unit.city.code }]);
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(attempts).toBe(1);
  expect(await db.unit.findUnique({ where: { id: unit.city.id } })).toMatchObject({
    name: unit.city.name,
  });
  expect(await db.event.count({ where: { subject: unit.city.code } })).toBe(0);
});

/** A point that both have to reach before either goes on. */
function meeting(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

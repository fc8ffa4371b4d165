// A change of the tree is looked at before it is made, and what was looked at is what is made.
import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { createUnit, mergeUnit, moveUnit } from '../tree/units';
import { makeWorld, type World } from '../testing/test-world';
import { findRollUp } from './rollup';
import { changeTree } from './tree-change';

const members = 'ZZ025';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.report('province', '2021');
});

const day = (text: string) => new Date(`${text}T00:00:00Z`);
let made = 0;

/** A county below the city that handed in so many members for 2021. */
async function county(value: number | null): Promise<string> {
  const code = `${world.unit.city.code}-L${(made += 1)}`;
  await createUnit(world.viewer('province', 'administrator'), {
    ...{ code, name: `${made}号县总工会`, nameEn: `County ${made}`, level: 'county' },
    ...{ parentCode: world.unit.city.code, validFrom: day('2000-01-01') },
  });
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code } });
  const { id: periodId } = await db.period.findUniqueOrThrow({ where: { code: '2021' } });
  const by = world.viewer('county', 'reporter').personId;
  const report = await db.report.upsert({
    where: { unitId_periodId: { unitId, periodId } },
    create: { unitId, periodId, submissions: { create: { number: 1 } } },
    update: {},
    select: { submissions: true },
  });
  if (value === null) return code;
  const submissionId = report.submissions[0]!.id;
  await db.figure.create({
    data: { submissionId, indicatorCode: members, answer: 'number', value, enteredById: by },
  });
  await db.submission.update({
    where: { id: submissionId },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
  return code;
}

const admin = () => world.viewer('province', 'administrator');
const totalOf = async () => {
  const key = { unit: world.unit.city.code, period: '2021', basis: 'then', standing: 'submitted' };
  const view = await findRollUp(world.viewer('city', 'reviewer'), key as never);
  return view!.rows.find(({ indicator }) => indicator.code === members)!.totals[0]!.value;
};

test('a back-dated merger names the signed report, the totals, people and texts; nothing is done before it is confirmed', async () => {
  const [gone, heir] = [await county(103811), await county(500)];
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: gone } });
  await db.person.create({ data: { account: `look-${gone}`, name: '周芸', unitId } });
  await db.manuscript.create({
    data: {
      ...{ unitId: world.unit.city.id, periodCode: '2021', basis: {}, content: {} },
      savedById: admin().personId,
    },
  });
  const asked = { unit: gone, successor: heir, on: '2021-07-01' };
  const merge = (seen: string | undefined) =>
    changeTree(admin(), { units: [gone], seen, asked }, (run) =>
      mergeUnit(admin(), gone, heir, day('2021-07-01'), run),
    );
  const events = () => db.event.count({ where: { subject: gone, kind: 'unit.closed' } });
  const before = await totalOf();
  const effects = (await merge(undefined))!;
  expect(effects.reports).toEqual([
    expect.objectContaining({
      ...{ period: '2021', status: 'submitted', number: 1, to: null },
      unit: expect.objectContaining({ code: gone }),
      from: expect.objectContaining({ code: world.unit.city.code }),
      into: expect.objectContaining({ code: heir }),
      members: expect.objectContaining({ value: '103811' }),
    }),
  ]);
  const total = effects.totals.find(({ unit }) => unit.code === world.unit.city.code)!;
  expect(total.before.value).toBe(before);
  expect(Number(total.before.value) - Number(total.after.value)).toBe(103811);
  expect(total.before.reports - total.after.reports).toBe(1);
  expect(effects.totals.map(({ unit }) => unit.code)).toContain(world.unit.province.code);
  expect(effects.people).toEqual([expect.objectContaining({ names: ['周芸'] })]);
  expect(effects.texts).toEqual([
    { unit: expect.objectContaining({ code: world.unit.city.code }), period: '2021', editions: 0 },
  ]);
  // Nothing of it stands.
  expect([await totalOf(), await events()]).toEqual([before, 0]);
  // What was confirmed is not what would happen now: it is shown anew.
  const other = await merge('0'.repeat(64));
  expect(other?.key).toBe(effects.key);
  expect(await merge(effects.key)).toBeNull();
  expect([await totalOf(), await events()]).toEqual([total.after.value, 1]);
});

test('what changes between look and confirmation is looked at anew', async () => {
  const moved = await county(30);
  const asked = { unit: moved };
  const move = (seen: string | undefined) =>
    changeTree(admin(), { units: [moved], seen, asked }, (run) =>
      moveUnit(admin(), moved, world.unit.otherCity.code, day('2020-06-01'), run),
    );
  const effects = (await move(undefined))!;
  expect(effects.reports[0]).toMatchObject({
    from: { code: world.unit.city.code },
    to: { code: world.unit.otherCity.code },
  });
  // The province's total holds both, so it does not change.
  expect(effects.totals.map(({ unit }) => unit.code).sort()).toEqual(
    [world.unit.city.code, world.unit.otherCity.code].sort(),
  );
  await county(7);
  const anew = (await move(effects.key))!;
  expect(anew.key).not.toBe(effects.key);
  expect(await move(anew.key)).toBeNull();
});

test('a change that touches nothing says so, and refuses what the tree refuses', async () => {
  const fresh = await county(null);
  const effects = await changeTree(admin(), { units: [fresh], seen: undefined, asked: {} }, (run) =>
    mergeUnit(admin(), fresh, world.unit.county.code, day('2031-01-01'), run),
  );
  expect(effects).toMatchObject({ reports: [], totals: [], texts: [] });
  await expect(
    changeTree(admin(), { units: [fresh], seen: undefined, asked: {} }, (run) =>
      mergeUnit(admin(), fresh, fresh, day('2031-01-01'), run),
    ),
  ).rejects.toMatchObject({ code: 'merge-into-itself' });
});

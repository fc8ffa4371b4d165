import { beforeAll, expect, test } from 'vitest';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { levelsBelow, type UnitLevel } from '@/lib/domain/tree/unit';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { createPeriod } from './periods';
import { listReports } from '../report/reports';
import { generator } from '../testing/test-random';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';
import { changeUnit } from './history';
import {
  closeUnit,
  createUnit,
  findUnit,
  listUnits,
  moveUnit,
  rebuildLineages,
  reopenUnit,
} from './units';

let world: World;
let top: Viewer;
let city: Viewer;
beforeAll(async () => {
  world = await makeWorld();
  top = world.viewer('province', 'administrator');
  city = world.viewer('city', 'administrator');
});

const code = (key: UnitKey) => world.unit[key].code;
const day = (text: string) => new Date(text);
const nameless = { name: '新区总工会', nameEn: 'New District', validFrom: day('2020-01-01') };
const issue = (field: string | null, wanted: string) =>
  expect.objectContaining({
    code: wanted,
    params: field ? expect.objectContaining({ field }) : {},
  });

test('the tree begins at the viewer’s unit and follows the order of a tree; who does not manage sees none', async () => {
  const codes = (await listUnits(city)).map((unit) => unit.code);
  expect(codes).toEqual([code('city'), code('county'), code('neighbour')]);
  expect((await listUnits(top)).map((unit) => unit.code)).toEqual([
    code('province'),
    ...codes,
    code('otherCity'),
    code('otherCounty'),
  ]);
  expect(await listUnits(world.viewer('city', 'reviewer'))).toEqual([]);
});

test('a unit beside or above does not exist for an administrator', async () => {
  for (const key of ['province', 'otherCity', 'otherCounty'] as const) {
    expect(await findUnit(city, code(key))).toBeNull();
    await expect(changeUnit(city, code(key), nameless)).rejects.toThrow(NotFoundError);
    await expect(moveUnit(city, code(key), code('city'), day('2020-01-01'))).rejects.toThrow(
      NotFoundError,
    );
    await expect(moveUnit(city, code('county'), code(key), day('2020-01-01'))).rejects.toThrow(
      NotFoundError,
    );
    await expect(closeUnit(city, code(key), day('2020-01-01'))).rejects.toThrow(NotFoundError);
    await expect(
      createUnit(city, { ...nameless, code: 'stranger', level: 'county', parentCode: code(key) }),
    ).rejects.toThrow(NotFoundError);
  }
  expect(await db.unit.count({ where: { code: 'stranger' } })).toBe(0);
});

test('nobody moves or closes the own unit, and only administrators change any', async () => {
  await expect(moveUnit(city, code('city'), code('county'), day('2020-01-01'))).rejects.toThrow(
    RefusedError,
  );
  await expect(closeUnit(city, code('city'), day('2020-01-01'))).rejects.toThrow(RefusedError);
  for (const role of ['reporter', 'signatory', 'reviewer', 'auditor'] as const) {
    await expect(changeUnit(world.viewer('city', role), code('county'), nameless)).rejects.toThrow(
      RefusedError,
    );
  }
});

test('a new unit stands below its parent and reports in the periods that run and take its level', async () => {
  const dates = (days: number[]) => {
    const [opensAt, dueAt, lateUntil, closesAt] = days.map(
      (one) => new Date(Date.now() + one * 86_400_000),
    ) as [Date, Date, Date, Date];
    return { opensAt, dueAt, lateUntil, closesAt };
  };
  const year = (of: number) => ({ kind: 'year' as const, from: `${of}-01`, to: `${of}-12` });
  await createPeriod(top, {
    ...year(2031),
    ...dates([-5, 10, 20, 90]),
    levels: ['city', 'county'],
  });
  await createPeriod(top, { ...year(2032), ...dates([-5, 10, 20, 90]), levels: ['city'] });
  await createPeriod(top, {
    ...year(2030),
    ...dates([-90, -60, -30, -1]),
    levels: ['city', 'county'],
  });

  const fresh = `${code('city')}9`;
  await createUnit(city, { ...nameless, code: fresh, level: 'county', parentCode: code('city') });
  expect(await findUnit(city, fresh)).toMatchObject({
    lineage: `${world.unit.city.lineage}${fresh}/`,
    level: 'county',
    people: 0,
  });
  const expected = async (period: string) =>
    (await listReports(world.viewer('city', 'reviewer'), period)).some(
      ({ unit }) => unit.code === fresh,
    );
  expect([await expected('2030'), await expected('2031'), await expected('2032')]).toEqual([
    false,
    true,
    false,
  ]);

  await expect(
    createUnit(city, { ...nameless, code: fresh, level: 'county', parentCode: code('city') }),
  ).rejects.toThrow(issue('code', 'code-taken'));
  await expect(
    createUnit(city, { ...nameless, code: `${fresh}8`, level: 'city', parentCode: code('city') }),
  ).rejects.toThrow(issue('level', 'level-not-below'));
});

test('of two who take the same code at once one is answered that it is taken', async () => {
  const unit = {
    ...nameless,
    code: `${code('city')}7`,
    level: 'county' as const,
    parentCode: code('city'),
  };
  const results = await Promise.allSettled([
    createUnit(city, unit),
    createUnit(city, unit),
    createUnit(top, unit),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(InvalidError);
});

test('a unit that opens later is never taken for a top unit', async () => {
  const later = `${code('city')}5`;
  await createUnit(city, {
    ...nameless,
    code: later,
    level: 'county',
    parentCode: code('city'),
    validFrom: day('2099-01-01'),
  });
  await db.$transaction(rebuildLineages);
  expect((await findUnit(city, later))?.lineage).toBe(`${world.unit.city.lineage}${later}/`);
});

test('a move is dated, takes along what is below, and refuses what makes no tree', async () => {
  const move = (from: string, to = code('otherCity')) =>
    moveUnit(top, code('neighbour'), to, day(from));
  await expect(move('2021-01-01', code('neighbour'))).rejects.toThrow(
    issue('parentCode', 'move-below-itself'),
  );
  await expect(move('2021-01-01', code('otherCounty'))).rejects.toThrow(
    issue('parentCode', 'level-not-below'),
  );
  await expect(move('2000-01-01')).rejects.toThrow(issue('from', 'move-before-last'));
  await move('2021-01-01');
  expect((await findUnit(top, code('neighbour')))?.lineage).toBe(
    `${world.unit.otherCity.lineage}${code('neighbour')}/`,
  );
  expect(await findUnit(city, code('neighbour'))).toBeNull();
  const placements = await db.placement.findMany({
    where: { unit: { code: code('neighbour') } },
    orderBy: { validFrom: 'asc' },
  });
  expect(placements.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    [day('2000-01-01'), day('2021-01-01')],
    [day('2021-01-01'), null],
  ]);
});

test('a unit is closed after those below it, can be opened again, and takes nothing new while closed', async () => {
  await expect(closeUnit(top, code('otherCity'), day('2022-12-31'))).rejects.toThrow(
    expect.objectContaining({ code: 'units-below' }),
  );
  await expect(closeUnit(top, code('otherCounty'), day('1900-01-01'))).rejects.toThrow(
    issue('validTo', 'closed-before-opened'),
  );
  const below = (await listUnits(world.viewer('otherCity', 'administrator'))).filter(
    (unit) => unit.code !== code('otherCity'),
  );
  for (const unit of below) await closeUnit(top, unit.code, day('2022-12-31'));
  await closeUnit(top, code('otherCity'), day('2022-12-31'));
  expect((await findUnit(top, code('otherCity')))?.validTo).toEqual(day('2022-12-31'));
  await expect(
    createUnit(top, { ...nameless, code: 'never', level: 'county', parentCode: code('otherCity') }),
  ).rejects.toThrow(issue('parentCode', 'unit-closed'));
  await expect(moveUnit(top, code('county'), code('otherCity'), day('2023-01-01'))).rejects.toThrow(
    issue('parentCode', 'unit-closed'),
  );
  await expect(reopenUnit(top, code('otherCounty'))).rejects.toThrow(
    issue(null, 'unit-above-closed'),
  );
  await reopenUnit(top, code('otherCity'));
  await reopenUnit(top, code('otherCounty'));
  expect((await findUnit(top, code('otherCounty')))?.validTo).toBeNull();
});

test('after any moves, some of them at once, every lineage is the way up through the placements', async () => {
  const random = generator(20_261_121);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const root = await makeWorld();
  const boss = root.viewer('province', 'administrator');
  const levels = new Map<string, UnitLevel>(
    Object.values(root.unit).map((unit) => [unit.code, unit.level]),
  );
  for (let number = 0; number < 12; number += 1) {
    const parentCode = pick(
      [...levels].filter(([, level]) => level !== 'county').map(([one]) => one),
    );
    const level = pick(levelsBelow(levels.get(parentCode)!));
    const unit = {
      ...nameless,
      code: `${root.unit.province.code}m${number}`,
      level,
      parentCode,
      validFrom: day('2000-01-01'),
    };
    await createUnit(boss, unit);
    levels.set(unit.code, level);
  }
  const movable = [...levels.keys()].filter((one) => one !== root.unit.province.code);
  for (let step = 1; step <= 25; step += 1) {
    const from = new Date(Date.UTC(2001, step, 1));
    const moves = [0, 1, 2].map(() => {
      const [moved, anywhere] = [pick(movable), random() < 0.2];
      const above = [...levels].filter(
        ([, level]) => anywhere || levelsBelow(level).includes(levels.get(moved)!),
      );
      return moveUnit(boss, moved, pick(above)[0], from);
    });
    for (const result of await Promise.allSettled(moves))
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(InvalidError);
    expect(await lineages(root)).toEqual(await derived(root));
  }
  expect(await db.placement.count({ where: { unit: { code: { in: movable } } } })).toBeGreaterThan(
    movable.length + 20,
  );
});

async function lineages({ unit }: World): Promise<Record<string, string>> {
  const rows = await db.unit.findMany({
    where: { lineage: { startsWith: unit.province.lineage } },
  });
  return Object.fromEntries(rows.map((row) => [row.code, row.lineage]));
}

/** What the lineages have to be, worked out by walking up the placements one by one. */
async function derived({ unit }: World): Promise<Record<string, string>> {
  const rows = await db.unit.findMany({
    where: { code: { startsWith: unit.province.code.slice(0, -1) } },
    include: { placements: { where: { validTo: null }, include: { parent: true } } },
  });
  const parents = new Map(rows.map((row) => [row.code, row.placements[0]?.parent.code]));
  const up = (one: string): string => {
    const parent = parents.get(one);
    return parent ? `${up(parent)}${one}/` : `/${one}/`;
  };
  return Object.fromEntries(rows.map((row) => [row.code, up(row.code)]));
}

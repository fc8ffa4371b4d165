// Names and places of units through time: what was, what is, and what is planned.
import { beforeEach, expect, test } from 'vitest';
import { NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { db } from '../database/client';
import { findRollUp } from '../rollup/rollup';
import { makeWorld, type World } from '../testing/test-world';
import {
  changeUnit,
  correctName,
  findUnitHistory,
  followTree,
  withdrawMove,
  withdrawName,
} from './history';
import { splitUnit } from './splits';
import { closeUnit, createUnit, findUnit, mergeUnit, moveUnit } from './units';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const day = (text: string) => new Date(text);
const code = (key: keyof World['unit']) => world.unit[key].code;
const admin = () => world.viewer('province', 'administrator');
const names = (name: string) => ({ name, nameEn: `${name} en` });
const nameOf = async (key: keyof World['unit']) => (await findUnit(admin(), code(key)))?.name;
/** The day on which a server looks again. */
const onDay = async (text: string) => {
  (globalThis as { gongbaoTreeOf?: string }).gongbaoTreeOf = undefined;
  await followTree(day(`${text}T04:00:00Z`));
};

test('a unit has the name of the day: in the past, today, planned, and taken back', async () => {
  const before = (await nameOf('county'))!;
  await changeUnit(admin(), code('county'), names('新名县总工会'), day('2020-05-01'));
  expect(await nameOf('county')).toBe('新名县总工会');
  await changeUnit(admin(), code('county'), names('以后区总工会'), day('2098-05-01'));
  expect(await nameOf('county')).toBe('新名县总工会');
  // A renaming of earlier changes nothing of what holds today.
  await changeUnit(admin(), code('county'), names('旧名县总工会'), day('2010-01-01'));
  expect(await nameOf('county')).toBe('新名县总工会');
  const said = (await findUnitHistory(admin(), code('county')))!.names.map(
    ({ name, from }) => `${from.toISOString().slice(0, 10)} ${name}`,
  );
  expect(said).toEqual([
    `1949-10-01 ${before}`,
    '2010-01-01 旧名县总工会',
    '2020-05-01 新名县总工会',
    '2098-05-01 以后区总工会',
  ]);

  const shown = async (period: string, basis: 'then' | 'today' = 'then') => {
    await world.report('county', period);
    const view = await findRollUp(world.viewer('city', 'reviewer'), {
      unit: code('city'),
      period,
      basis,
      standing: 'submitted',
    });
    return view?.columns[0]?.sources.find(({ unit }) => unit.code === code('county'))?.unit.name;
  };
  expect([
    await shown('2009'),
    await shown('2010'),
    await shown('2020'),
    await shown('2098'),
  ]).toEqual([before, '旧名县总工会', '新名县总工会', '以后区总工会']);
  expect(await shown('2008', 'today')).toBe('新名县总工会');

  await onDay('2098-04-30');
  expect(await nameOf('county')).toBe('新名县总工会');
  await onDay('2098-05-01');
  expect(await nameOf('county')).toBe('以后区总工会');
  await withdrawName(admin(), code('county'), day('2098-05-01'));
  await withdrawName(admin(), code('county'), day('2020-05-01'));
  expect(await nameOf('county')).toBe('旧名县总工会');
  await correctName(admin(), code('county'), names('旧名市总工会'));
  expect((await findUnitHistory(admin(), code('county')))?.names.map(({ name }) => name)).toEqual([
    before,
    '旧名市总工会',
  ]);
  await expect(withdrawName(admin(), code('county'), day('1949-10-01'))).rejects.toThrow(
    NotFoundError,
  );
  await expect(changeUnit(admin(), code('county'), names('x'), day('1949-09-30'))).rejects.toThrow(
    'renamed-before-opened',
  );
});

test('a move to come leaves everything where it is until its day, and is taken back', async () => {
  const city = world.viewer('city', 'administrator');
  const lineage = async () =>
    (await db.unit.findUniqueOrThrow({ where: { code: code('county') } })).lineage;
  const stood = await lineage();
  await moveUnit(admin(), code('county'), code('otherCity'), day('2099-03-01'));
  await onDay('2099-02-28');
  expect(await lineage()).toBe(stood);
  expect(await findUnit(city, code('county'))).not.toBeNull();
  // Neither the city that loses it nor the one that gets it cancels what the province ordered.
  for (const key of ['city', 'otherCity'] as const)
    await expect(
      withdrawMove(world.viewer(key, 'administrator'), code('county'), day('2099-03-01')),
    ).rejects.toThrow(NotFoundError);
  expect((await findUnitHistory(city, code('county')))?.placements.at(-1)?.parent).toBeNull();
  // The year's tree is that of its last day: the year in whose middle it moves counts for the new city alone.
  for (const year of ['2098', '2099']) await world.report('county', year);
  const counted = async (top: 'city' | 'otherCity', year: string) =>
    (
      await findRollUp(world.viewer('province', 'reviewer'), {
        unit: code(top),
        period: year,
        basis: 'then',
        standing: 'submitted',
      })
    )?.columns[0]?.sources.some(({ unit }) => unit.code === code('county')) ?? false;
  expect([
    await counted('city', '2098'),
    await counted('otherCity', '2098'),
    await counted('city', '2099'),
    await counted('otherCity', '2099'),
  ]).toEqual([true, false, false, true]);
  // Nothing may be closed under which a unit is going to stand.
  await expect(closeUnit(admin(), code('otherCity'), day('2099-06-01'))).rejects.toThrow(
    'units-below',
  );

  await onDay('2099-03-01');
  expect(await lineage()).toBe(`${world.unit.otherCity.lineage}${code('county')}/`);
  expect(await findUnit(city, code('county'))).toBeNull();
  // Whoever lost it sees neither it nor where it went, and gets it back from above alone.
  await expect(withdrawMove(city, code('county'), day('2099-03-01'))).rejects.toThrow(
    NotFoundError,
  );
  await expect(
    withdrawMove(world.viewer('otherCity', 'administrator'), code('county'), day('2099-03-01')),
  ).rejects.toThrow(NotFoundError);
  await expect(withdrawMove(admin(), code('county'), day('2000-01-01'))).rejects.toThrow(
    NotFoundError,
  );
  const there = await findUnitHistory(world.viewer('otherCity', 'administrator'), code('county'));
  expect(there?.placements.map(({ parent }) => parent?.code ?? null)).toEqual([
    null,
    code('otherCity'),
  ]);
  await withdrawMove(admin(), code('county'), day('2099-03-01'));
  expect(await lineage()).toBe(stood);
  expect(
    await db.placement.count({ where: { unit: { code: code('county') }, validTo: null } }),
  ).toBe(1);
});

test('nothing stays open under a unit that closes before it, nor comes under it', async () => {
  const closes = (key: keyof World['unit'], on: string) => closeUnit(admin(), code(key), day(on));
  await closes('county', '2099-06-01');
  await closes('neighbour', '2099-01-01');
  await expect(closes('city', '2099-03-01')).rejects.toMatchObject({
    code: 'units-below',
    params: { count: '1' },
  });
  await closes('city', '2099-06-01');
  await moveUnit(admin(), code('otherCounty'), await freshCity(), day('2099-02-01'));
  await closes('otherCounty', '2099-05-01');
  await expect(closeUnit(admin(), `${code('province')}z`, day('2099-04-30'))).rejects.toThrow(
    'units-below',
  );
  await closeUnit(admin(), `${code('province')}z`, day('2099-05-01'));
});

/** One more city, for a unit to be moved to. */
async function freshCity(): Promise<string> {
  const city = `${code('province')}z`;
  await createUnit(admin(), {
    ...names('新设市总工会'),
    code: city,
    level: 'city',
    parentCode: code('province'),
    validFrom: day('2020-01-01'),
  });
  return city;
}

test('mergers and splits to come change nothing before their day', async () => {
  await mergeUnit(admin(), code('county'), code('neighbour'), day('2099-01-01'));
  const fresh = { code: `${code('city')}x`, name: '新设区总工会' };
  await splitUnit(admin(), code('neighbour'), {
    parts: [fresh],
    on: day('2099-01-01'),
    goesOn: true,
  });
  for (const key of ['county', 'neighbour'] as const) await world.report(key, '2097');
  const view = (await findRollUp(world.viewer('city', 'reviewer'), {
    unit: code('city'),
    period: '2097',
    basis: 'today',
    standing: 'submitted',
  }))!;
  expect(view.columns[0]!.sources.map(({ unit }) => unit.code).sort()).toEqual(
    [code('county'), code('neighbour')].sort(),
  );
  expect(view.undivided).toEqual([]);
});

test('only who manages both places may, and nobody their own unit', async () => {
  for (const role of ['reporter', 'signatory', 'examiner', 'reviewer', 'auditor'] as const) {
    const viewer = world.viewer('city', role);
    const works = [
      () => changeUnit(viewer, code('county'), names('x')),
      () => correctName(viewer, code('county'), names('x')),
      () => withdrawName(viewer, code('county'), day('2020-01-01')),
      () => withdrawMove(viewer, code('county'), day('2000-01-01')),
    ];
    for (const work of works) await expect(work()).rejects.toThrow(RefusedError);
    expect(await findUnitHistory(viewer, code('county'))).toBeNull();
  }
  const city = world.viewer('city', 'administrator');
  for (const other of ['otherCity', 'otherCounty', 'province'] as const) {
    await expect(correctName(city, code(other), names('x'))).rejects.toThrow(NotFoundError);
    await expect(withdrawName(city, code(other), day('2020-01-01'))).rejects.toThrow(NotFoundError);
    expect(await findUnitHistory(city, code(other))).toBeNull();
  }
  await expect(withdrawMove(city, code('city'), day('2000-01-01'))).rejects.toThrow(RefusedError);
});

test('a unit that opens the day after a period is not expected in it', async () => {
  await db.period.upsert({
    where: { code: '2096' },
    update: {},
    create: {
      code: '2096',
      kind: 'year',
      fromMonth: day('2096-01-01'),
      toMonth: day('2096-12-01'),
      levels: ['county'],
      opensAt: new Date(),
      dueAt: new Date(Date.now() + 1e9),
      lateUntil: new Date(Date.now() + 2e9),
      closesAt: new Date(Date.now() + 3e9),
    },
  });
  for (const [part, from, expected] of [
    ['a', '2096-12-31', 1],
    ['b', '2097-01-01', 0],
  ] as const) {
    const unit = `${code('city')}${part}`;
    await createUnit(admin(), {
      ...names('新县总工会'),
      code: unit,
      level: 'county',
      parentCode: code('city'),
      validFrom: day(from),
    });
    expect(
      await db.report.count({ where: { unit: { code: unit }, period: { code: '2096' } } }),
    ).toBe(expected);
  }
});

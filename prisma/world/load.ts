// Loads the demo world into an empty database: units, people, periods and the reports of scenes.ts.
// Only for demonstration and tests: its people share one known password.
import { hash } from '@node-rs/argon2';
import { db } from '@/lib/data/database/client';
import type { Role } from '@/lib/domain/access/policy';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import {
  insertReports,
  type WorldPeriod,
  type WorldPerson,
  type WorldUnit,
} from './insert-reports';
import { scenes, worldPeriods } from './scenes';
import world from './world.json';

const argon2 = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
const day = 24 * 60 * 60 * 1000;

/** Loads the world; where the database already has units, only people that were added to the world since come along.
 *  `catalogue`: as the database has it. */
export async function loadWorld(catalogue: Catalogue): Promise<void> {
  if ((await db.unit.count()) > 0) return addMissingPeople();
  const units = await insertUnits();
  const people = await insertPeople(units);
  const periods = await insertPeriods(new Date());
  await insertReports({
    scenes: scenes(catalogue),
    units,
    people,
    periods,
    catalogue,
    returned: world.returned,
  });
  const published = scenes(catalogue).find(
    ({ unit, period }) => unit === world.openReport.unit && period === world.openReport.period,
  );
  const optional = new Set(
    catalogue.indicators.filter(({ core }) => !core).map(({ code }) => code),
  );
  await db.unitIndicator.createMany({
    data: (published?.figures ?? [])
      .filter(({ indicator, measure }) => measure === 'level' && optional.has(indicator))
      .map(({ indicator }) => ({
        unitId: units.get(world.openReport.unit)?.id as string,
        indicatorCode: indicator,
      })),
  });
}

/** The named people, for the start message, the sign-in page's help and the tests. */
export function demoAccounts(): {
  account: string;
  password: string;
  name: string;
  roles: Role[];
  unit: string;
}[] {
  const names = new Map(world.units.map(({ code, name }) => [code, name]));
  return world.people.map(({ account, name, roles, unit }) => ({
    account,
    password: world.password,
    name,
    roles: roles as Role[],
    unit: names.get(unit) as string,
  }));
}

async function insertUnits(): Promise<Map<string, WorldUnit>> {
  const parents = new Map(world.units.map(({ code, parent }) => [code, parent]));
  const lineageOf = (code: string): string => {
    const parent = parents.get(code);
    return `${parent ? lineageOf(parent) : '/'}${code}/`;
  };
  const rows = await db.unit.createManyAndReturn({
    data: world.units.map(({ code, name, nameEn, level }) => ({
      code,
      name,
      nameEn,
      level: level as 'nation' | 'province' | 'city' | 'county',
      lineage: lineageOf(code),
    })),
  });
  const units = new Map(
    rows.map(({ id, code }) => [code, { id, code, parent: parents.get(code) ?? null }]),
  );
  await db.placement.createMany({
    data: [...units.values()].flatMap(({ id, parent }) =>
      parent
        ? [
            {
              unitId: id,
              parentId: units.get(parent)?.id as string,
              validFrom: new Date('1949-10-01'),
            },
          ]
        : [],
    ),
  });
  return units;
}

/** Only where the demo world is at home: an office's own database stays as it is. */
async function addMissingPeople(): Promise<void> {
  const known = new Set(
    (await db.person.findMany({ where: { isDemo: true }, select: { account: true } })).map(
      ({ account }) => account,
    ),
  );
  if (known.size === 0) return;
  const taken = await db.person.findMany({
    where: { account: { in: world.people.map(({ account }) => account) } },
    select: { account: true },
  });
  const missing = world.people.filter(
    ({ account }) => !taken.some((person) => person.account === account),
  );
  if (missing.length === 0) return;
  const units = await db.unit.findMany({
    where: { code: { in: missing.map(({ unit }) => unit) } },
    select: { id: true, code: true },
  });
  const passwordHash = await hash(world.password, argon2);
  for (const { account, name, unit, roles } of missing) {
    const unitId = units.find(({ code }) => code === unit)?.id;
    if (unitId)
      await db.person.create({
        data: {
          account,
          name,
          unitId,
          passwordHash,
          isDemo: true,
          roles: { create: roles.map((role) => ({ role: role as Role })) },
        },
      });
  }
}

async function insertPeople(units: Map<string, WorldUnit>): Promise<WorldPerson[]> {
  const passwordHash = await hash(world.password, argon2);
  const rows = await db.person.createManyAndReturn({
    data: world.people.map(({ account, name, unit }) => ({
      account,
      name,
      unitId: units.get(unit)?.id as string,
      passwordHash,
      isDemo: true,
    })),
  });
  const people = rows.map(({ id, account }) => {
    const { unit, roles } = world.people.find(
      (person) => person.account === account,
    ) as (typeof world.people)[number];
    return { id, unit, roles };
  });
  await db.personRole.createMany({
    data: people.flatMap(({ id, roles }) =>
      roles.map((role) => ({ personId: id, role: role as Role })),
    ),
  });
  return people;
}

/** Past periods are closed; the open one opened three weeks ago, so that the demo is never late. A year is
 *  asked of cities and counties, other spans only of those who published one. */
async function insertPeriods(now: Date): Promise<WorldPeriod[]> {
  return db.period.createManyAndReturn({
    data: worldPeriods().map(({ code, kind, from, to, open }) => {
      const start = open
        ? now.getTime() - 21 * day
        : Date.parse(`${to}-28T00:00:00+08:00`) + 7 * day;
      const after = (days: number) => new Date(start + days * day);
      return {
        code,
        kind,
        fromMonth: new Date(`${from}-01`),
        toMonth: new Date(`${to}-01`),
        opensAt: after(0),
        dueAt: after(45),
        lateUntil: after(55),
        closesAt: after(90),
        levels: kind === 'year' ? ['city' as const, 'county' as const] : [],
      };
    }),
    select: { id: true, code: true, opensAt: true },
  });
}

// Units move, merge, split and close at random through ten years. Every unit holds pieces of land, each of them a
// power of two, and reports their sum: a total says which pieces are in it.
import { expect, test } from 'vitest';
import { db } from '../database/client';
import { findRollUp } from './rollup';
import { generator } from '../testing/test-random';
import { makeWorld, type World } from '../testing/test-world';
import { splitUnit } from '../tree/splits';
import { closeUnit, mergeUnit, moveUnit } from '../tree/units';

const years = Array.from({ length: 6 }, (_, at) => 2001 + at);
type Held = Map<string, { city: string; land: Set<number> }>;

test.each([22, 55])('totals of random trees hold the land that they say, seed %i', async (seed) => {
  const world = await makeWorld();
  const { held, gone, then } = await liveThrough(world, generator(seed));
  const { province, city, otherCity } = world.unit;
  for (const year of years)
    for (const [unit, { land }] of then.get(year)!) await report(world, unit, String(year), land);

  let [compared, undivided] = [0, 0];
  for (const top of [province.code, city.code, otherCity.code]) {
    const isIn = (of: string) => top === province.code || of === top;
    const today = new Set(
      [...held.values(), ...gone].filter((one) => isIn(one.city)).flatMap(({ land }) => [...land]),
    );
    for (const year of years) {
      const stood = [...then.get(year)!];
      const view = async (basis: 'then' | 'today') =>
        (await findRollUp(world.viewer('province', 'reviewer'), {
          unit: top,
          period: String(year),
          basis,
          standing: 'submitted',
        }))!;
      const [byThen, byToday] = [await view('then'), await view('today')];
      const sum = (some: typeof stood) =>
        String(some.reduce((all, [, { land }]) => all + worth(land), 0n));
      const totalOf = ({ rows }: typeof byThen) =>
        rows.find(({ indicator }) => indicator.code === 'SX001')?.totals[0]?.value;
      expect(totalOf(byThen)).toBe(sum(stood.filter(([, one]) => isIn(one.city))));
      // On today's tree nothing is counted that is not there today, and what is left out although it is there is named.
      const counted = BigInt(totalOf(byToday) ?? 0);
      const named = byToday.undivided
        .filter(({ period }) => period === String(year))
        .map(({ unit }) => unit.code);
      for (const [code, { land }] of stood) {
        const there = [...land].filter((piece) => today.has(piece)).length;
        const isCounted = (counted & worth(land)) === worth(land);
        expect({ year, top, code, isCounted }).toEqual({
          year,
          top,
          code,
          isCounted: there === land.size && !named.includes(code),
        });
        if (there > 0 && there < land.size) expect(named).toContain(code);
      }
      expect(counted).toBe(
        stood
          .filter(([, { land }]) => (counted & worth(land)) === worth(land))
          .reduce((all, [, { land }]) => all + worth(land), 0n),
      );
      undivided += named.length;
      // Whatever is compared is the same land on both sides.
      for (const { rows } of [byThen, byToday]) {
        const alike = rows.find(({ indicator }) => indicator.code === 'SX001')?.alike ?? [];
        if (alike.length < 2) continue;
        expect({ year, top, now: alike[0]!.value }).toEqual({ year, top, now: alike[1]!.value });
        compared += alike[0]!.value === null ? 0 : 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(20);
  expect(undivided).toBeGreaterThan(0);
});

const worth = (land: ReadonlySet<number>): bigint =>
  [...land].reduce((sum, piece) => sum + 2n ** BigInt(piece), 0n);

/** Something happens three times a year; answers who holds what today, what was closed and nobody took over, and who
 *  held what at the end of each year. */
async function liveThrough(
  { unit, viewer }: World,
  random: () => number,
): Promise<{ held: Held; gone: { city: string; land: Set<number> }[]; then: Map<number, Held> }> {
  const admin = viewer('province', 'administrator');
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const [one, other] = [unit.city.code, unit.otherCity.code];
  const held: Held = new Map([
    [one, { city: one, land: new Set([0]) }],
    [other, { city: other, land: new Set([1]) }],
  ]);
  let next = 2;
  for (const key of ['county', 'neighbour', 'otherCounty'] as const) {
    const land = new Set(Array.from({ length: 8 }, () => (next += 1)));
    held.set(unit[key].code, { city: key === 'otherCounty' ? other : one, land });
  }
  held.set(unit.province.code, { city: '', land: new Set([27]) });
  const then = new Map<number, Held>();
  const gone: { city: string; land: Set<number> }[] = [];
  let fresh = 0;
  for (const year of years) {
    for (const day of ['03-01', '07-15', '12-31']) {
      const counties = [...held].filter(([code, { city }]) => city !== '' && code !== city);
      const [on, [code, mine], what] = [new Date(`${year}-${day}`), pick(counties), random()];
      if (what < 0.3) {
        const to = mine.city === one ? other : one;
        await moveUnit(admin, code, to, on);
        mine.city = to;
      } else if (what < 0.5 && counties.length > 3) {
        const [into, theirs] = pick(counties.filter(([its]) => its !== code));
        await mergeUnit(admin, code, into, on);
        mine.land.forEach((piece) => theirs.land.add(piece));
        held.delete(code);
      } else if (what < 0.55 && counties.length > 4) {
        await closeUnit(admin, code, on);
        gone.push(mine);
        held.delete(code);
      } else if (mine.land.size > 2) {
        const goesOn = random() < 0.5;
        const there = random() < 0.4 ? counties.find(([its]) => its !== code) : undefined;
        const made = { code: `${unit.province.code}n${(fresh += 1)}`, name: `新${fresh}区总工会` };
        const parts = [
          made,
          ...(there
            ? [{ code: there[0], name: null }]
            : goesOn
              ? []
              : [{ code: `${made.code}b`, name: `新${fresh}乙区总工会` }]),
        ];
        await splitUnit(admin, code, { parts, on, goesOn });
        const [a, b, ...rest] = [...mine.land];
        held.set(made.code, { city: mine.city, land: new Set([a!, ...(goesOn ? [] : rest)]) });
        const second = parts[1]?.code;
        if (there) there[1].land.add(b!);
        else if (second) held.set(second, { city: mine.city, land: new Set([b!]) });
        if (goesOn)
          held.set(code, { city: mine.city, land: new Set(second ? rest : [b!, ...rest]) });
        else held.delete(code);
      }
    }
    then.set(
      year,
      new Map([...held].map(([code, { city, land }]) => [code, { city, land: new Set(land) }])),
    );
  }
  return { held, gone, then };
}

async function report(
  world: World,
  unit: string,
  period: string,
  land: ReadonlySet<number>,
): Promise<void> {
  const there =
    (await db.period.findUnique({ where: { code: period } })) ?? (await periodFor(period));
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: unit } });
  const { submissions } = await db.report.create({
    data: { unitId, periodId: there.id, submissions: { create: { number: 1 } } },
    include: { submissions: true },
  });
  const by = world.viewer('province', 'reporter').personId;
  await db.figure.create({
    data: {
      submissionId: submissions[0]!.id,
      indicatorCode: 'SX001',
      answer: 'number',
      value: String(worth(land)),
      enteredById: by,
    },
  });
  const now = new Date();
  await db.submission.update({
    where: { id: submissions[0]!.id },
    data: { sentAt: now, sentById: by, signedAt: now, signedById: by },
  });
}

const periodFor = (code: string) => {
  const [opensAt, dueAt, lateUntil, closesAt] = [-5, 10, 20, 90].map(
    (day) => new Date(Date.now() + day * 86_400_000),
  ) as [Date, Date, Date, Date];
  return db.period.create({
    data: {
      code,
      kind: 'year',
      fromMonth: new Date(`${code}-01-01`),
      toMonth: new Date(`${code}-12-01`),
      opensAt,
      dueAt,
      lateUntil,
      closesAt,
    },
  });
};

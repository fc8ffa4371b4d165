import { beforeAll, expect, test } from 'vitest';
import { NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { roles } from '@/lib/domain/access/policy';
import { db } from '../database/client';
import { changePeriod, createPeriod, findPeriod, listPeriods, type NewPeriod } from './periods';
import { listReports } from '../report/reports';
import { makeWorld, unitKeys, type World } from '../testing/test-world';
import { closeUnit, createUnit } from './units';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);
const dates = {
  opensAt: day('2024-12-01'),
  dueAt: day('2025-01-20'),
  lateUntil: day('2025-01-31'),
  closesAt: day('2025-03-31'),
};
const year = (of: number): NewPeriod => ({
  kind: 'year',
  from: `${of}-01`,
  to: `${of}-12`,
  levels: ['city', 'county'],
  ...dates,
});
const issue = (field: string, code: string) =>
  expect.objectContaining({ code, params: expect.objectContaining({ field }) });

test('a new period expects a report with a first draft of each unit of the levels, and of no other', async () => {
  const top = world.viewer('province', 'administrator');
  const codes = (wanted: readonly (typeof unitKeys)[number][]) =>
    wanted.map((key) => world.unit[key].code);
  const gone = `${world.unit.city.code}8`;
  const later = `${world.unit.city.code}9`;
  const unit = {
    name: '旧区总工会',
    nameEn: 'Old District',
    level: 'county' as const,
    parentCode: world.unit.city.code,
  };
  await createUnit(top, { ...unit, code: gone, validFrom: day('2000-01-01') });
  await closeUnit(top, gone, new Date('2023-06-30'));
  await createUnit(top, { ...unit, code: later, validFrom: new Date('2025-06-01') });

  expect(await createPeriod(top, year(2024))).toBe('2024');
  const rows = await listReports(top, '2024');
  expect(rows.map((row) => row.unit.code)).toEqual(
    codes(['city', 'county', 'neighbour', 'otherCity', 'otherCounty']),
  );
  expect(rows.every(({ status, submission }) => status === 'not-started' && submission === 1)).toBe(
    true,
  );

  await createPeriod(top, { ...year(2023), levels: ['county'] });
  const before = (await listReports(top, '2023')).map((row) => row.unit.code);
  expect(before.sort()).toEqual([...codes(['county', 'neighbour', 'otherCounty']), gone].sort());
  await createPeriod(top, { ...year(2025), levels: ['county'] });
  expect((await listReports(top, '2025')).map((row) => row.unit.code)).toContain(later);
});

test('a period comes once, also when two make it at once', async () => {
  const top = world.viewer('province', 'administrator');
  const months = { ...year(2026), kind: 'part_year' as const, to: '2026-06' };
  const results = await Promise.allSettled([createPeriod(top, months), createPeriod(top, months)]);
  expect(results.find(({ status }) => status === 'fulfilled')).toMatchObject({
    value: '2026-01..2026-06',
  });
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'period-taken', params: { field: 'from' } },
  });
  expect(await listReports(top, '2026-01..2026-06')).not.toEqual([]);
});

test('months and dates that make no period are refused with the field they stand in', async () => {
  const top = world.viewer('province', 'administrator');
  await expect(createPeriod(top, { ...year(2027), to: '2027-11' })).rejects.toThrow(
    issue('to', 'period-not-a-year'),
  );
  await expect(createPeriod(top, { ...year(2027), from: '2028-01' })).rejects.toThrow(
    issue('to', 'period-backwards'),
  );
  await expect(createPeriod(top, { ...year(2027), kind: 'term' })).rejects.toThrow(
    issue('to', 'period-not-a-term'),
  );
  for (const [field, before] of [
    ['dueAt', 'opensAt'],
    ['lateUntil', 'dueAt'],
    ['closesAt', 'lateUntil'],
  ] as const) {
    const early = new Date(dates[before].getTime() - 1);
    await expect(createPeriod(top, { ...year(2027), [field]: early })).rejects.toThrow(
      issue(field, 'dates-out-of-order'),
    );
  }
  expect(await db.period.count({ where: { code: '2027' } })).toBe(0);
});

test('only an administrator of the top unit makes and changes periods', async () => {
  const others = unitKeys
    .flatMap((key) => roles.map((role) => world.viewer(key, role)))
    .filter(
      ({ roles: [role], unit }) =>
        role !== 'administrator' || unit.code !== world.unit.province.code,
    );
  for (const viewer of others) {
    await expect(createPeriod(viewer, year(2029))).rejects.toThrow(RefusedError);
    await expect(changePeriod(viewer, '2024', dates)).rejects.toThrow(RefusedError);
  }
});

test('dates are changed together and kept among the events; an unknown period is not found', async () => {
  const top = world.viewer('province', 'administrator');
  const longer = { ...dates, lateUntil: day('2025-02-28') };
  await changePeriod(top, '2024', longer);
  expect(await findPeriod(top, '2024')).toMatchObject({
    ...longer,
    kind: 'year',
    from: '2024-01',
    to: '2024-12',
  });
  const event = await db.event.findFirstOrThrow({
    where: { kind: 'period.changed', subject: '2024' },
  });
  expect([event.from, event.to]).toEqual([
    expect.objectContaining({ lateUntil: dates.lateUntil.toISOString() }),
    expect.objectContaining({ lateUntil: longer.lateUntil.toISOString() }),
  ]);
  await expect(changePeriod(top, '1999', dates)).rejects.toThrow(NotFoundError);
  await expect(changePeriod(top, '../2024', dates)).rejects.toThrow(NotFoundError);
  await expect(changePeriod(top, '2024', { ...dates, dueAt: day('2030-01-01') })).rejects.toThrow(
    issue('lateUntil', 'dates-out-of-order'),
  );
});

test('periods are listed newest first; below the top only those with reports to see', async () => {
  const top = world.viewer('province', 'administrator');
  await createPeriod(top, { ...year(2020), levels: [] });
  const codes = (await listPeriods(top)).map(({ code }) => code);
  expect(codes).toContain('2020');
  expect(codes.indexOf('2025')).toBeLessThan(codes.indexOf('2024'));
  const below = (await listPeriods(world.viewer('county', 'administrator'))).map(
    ({ code }) => code,
  );
  expect(below).toContain('2024');
  expect(below).not.toContain('2020');
  expect(await findPeriod(world.viewer('county', 'reporter'), '2020')).toBeNull();
});

test('a period can be opened before there are units that report in it', async () => {
  const young = await makeWorld();
  const top = young.viewer('province', 'administrator');
  await db.unit.updateMany({
    where: { level: 'county', lineage: { startsWith: top.unit.lineage } },
    data: { level: 'city' },
  });
  await createPeriod(top, {
    ...year(2040),
    lateUntil: day('2090-01-01'),
    closesAt: day('2090-02-01'),
    levels: ['county'],
  });
  expect(await listReports(top, '2040')).toEqual([]);
  const first = {
    code: `${young.unit.city.code}8`,
    name: '首个县总工会',
    nameEn: 'First County',
    level: 'county' as const,
  };
  await createUnit(top, {
    ...first,
    parentCode: young.unit.city.code,
    validFrom: day('2000-01-01'),
  });
  expect((await listReports(top, '2040')).map(({ unit, status }) => [unit.code, status])).toEqual([
    [first.code, 'not-started'],
  ]);
});

test('two signatures need two people, and who has not is named before it is taken', async () => {
  const top = world.viewer('province', 'administrator');
  const code = await createPeriod(top, { ...year(2031), levels: ['city'] });
  const change = (signatures: number) => changePeriod(top, code, { ...dates, signatures });
  await expect(change(2)).rejects.toMatchObject({
    code: 'few-signatories',
    params: { count: '2', units: `${world.unit.city.name}、${world.unit.otherCity.name}` },
  });
  for (const key of ['city', 'otherCity'] as const) await world.person(key, ['signatory']);
  await change(2);
  expect((await findPeriod(top, code))?.signatures).toBe(2);
  await expect(
    createPeriod(top, { ...year(2032), levels: ['county'], signatures: 2 }),
  ).rejects.toMatchObject({ code: 'few-signatories' });
  expect(await findPeriod(top, '2032')).toBeNull();
});

test('a day moved back makes nobody late who came in time, unless that is asked for', async () => {
  const top = world.viewer('province', 'administrator');
  const code = await createPeriod(top, { ...year(2033), levels: ['city'] });
  const id = (await listReports(top, code))[0]!.id;
  const at = day('2025-01-15');
  await db.submission.updateMany({
    where: { reportId: id },
    data: { sentAt: at, sentById: top.personId, signedAt: at, signedById: top.personId },
  });
  const earlier = { ...dates, dueAt: day('2025-01-10') };
  await expect(changePeriod(top, code, earlier)).rejects.toMatchObject({
    code: 'makes-late',
    params: { count: '1', units: world.unit.city.name },
  });
  expect((await listReports(top, code))[0]?.isLate).toBe(false);
  await changePeriod(top, code, { ...dates, dueAt: day('2025-01-16') });
  await changePeriod(top, code, { ...earlier, makesLate: true });
  expect((await listReports(top, code))[0]?.isLate).toBe(true);
});

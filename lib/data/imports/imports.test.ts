import { beforeAll, describe, expect, test } from 'vitest';
import { yearbook } from '@/lib/domain/sheet/test-tables';
import { noDecisions } from '@/lib/domain/sheet/mapping';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { saveFigures } from '../figures/save-figures';
import { findImportPlan, listImportPeriods } from './import-plan';
import { writeImport } from './write';
import { decideImport, listImports, listRemembered } from './imports';
import { findTrace } from '../summary/summaries';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { sendForSignature } from '../submission/submissions';
import { importing, longAgo, sheet, twoYears } from './test-imports';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const { plannedFor, valueOf } = importing(() => world);

test('a period is offered to whom existed on one of its days', async () => {
  const own = await makeWorld();
  for (const year of ['1975', '1976', '1977']) await own.report('city', year, longAgo);
  const offered = async (validFrom: string, validTo: string | null) => {
    await db.unit.update({
      where: { id: own.unit.county.id },
      data: { validFrom: new Date(validFrom), validTo: validTo && new Date(validTo) },
    });
    return (await listImportPeriods(own.viewer('county', 'reporter')))
      .map(({ code }) => code)
      .filter((code) => ['1975', '1976', '1977'].includes(code));
  };
  expect(await offered('1975-12-31', null)).toEqual(['1975', '1976', '1977']);
  expect(await offered('1976-01-01', null)).toEqual(['1976', '1977']);
  expect(await offered('1976-01-01', '1977-01-01')).toEqual(['1976']);
});

describe('an import of history', () => {
  test('opens the reports that are missing, writes all its figures with their cells, and is remembered', async () => {
    await world.report('city', '1981', longAgo);
    await world.report('city', '1982', longAgo);
    const { id, reporter, planned } = await plannedFor('county', [twoYears(1981, '12.5')]);
    expect(planned.plan.cells.map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new']);
    expect(await writeImport(reporter, id, planned.mark)).toBe(4);
    const reports = await db.report.findMany({
      where: { unitId: world.unit.county.id, period: { code: { in: ['1981', '1982'] } } },
      orderBy: { period: { code: 'asc' } },
    });
    expect(reports).toHaveLength(2);
    expect(await valueOf('county', reports[0]!.id, 'ZZ025')).toBe('123456');
    expect(await valueOf('county', reports[1]!.id, 'ZZ025')).toBe('125000');
    const events = await listEvents(reporter, reports[0]!.id);
    expect(events.filter(({ kind }) => kind === 'report.opened')).toHaveLength(1);
    expect(events.find(({ kind }) => kind === 'figures.imported')).toMatchObject({
      to: { import: id, file: '工会.xlsx', indicators: ['ZZ001', 'ZZ025'] },
    });
    expect(
      events.find((event) => event.kind === 'figure.saved' && event.subject === 'ZZ025'),
    ).toMatchObject({
      to: { value: '123456', origin: { file: '工会.xlsx', sheet: '表', cell: 'B3' } },
    });
    const trace = await findTrace(reporter, {
      unit: reporter.unit.code,
      period: '1981',
      indicator: 'ZZ025',
      submission: 1,
    });
    expect(trace?.imported).toMatchObject({
      file: '工会.xlsx',
      sheet: '表',
      cell: 'B3',
      importId: id,
      by: reporter.name,
    });
    expect((await listImports(reporter)).find((row) => row.id === id)).toMatchObject({
      figures: 4,
      periods: ['1981', '1982'],
    });
    expect((await listRemembered(reporter)).map((one) => one.names)).toContainEqual([
      '基层工会组织数(个)',
      '工会会员总数(万人)',
    ]);
  });

  test('confirmed twice, and at once, it is written once', async () => {
    await world.report('county', '1983', longAgo);
    const { id, reporter, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1983年'],
        ['ZZ001', '1230'],
        ['ZZ004', '900'],
      ]),
    ]);
    const written = await Promise.all([1, 2, 3].map(() => writeImport(reporter, id, planned.mark)));
    expect(written).toEqual([2, 2, 2]);
    expect(
      await db.event.count({
        where: { kind: 'figures.imported', to: { path: ['import'], equals: id } },
      }),
    ).toBe(1);
    await expect(decideImport(reporter, id, noDecisions)).rejects.toMatchObject({
      code: 'import-already-written',
    });
  });

  test('nothing at all is written where one figure changed since it was looked at', async () => {
    const first = await world.report('neighbour', '1984');
    const second = await world.report('neighbour', '1985');
    const { id, reporter, planned } = await plannedFor('neighbour', [twoYears(1984, '12.5')]);
    await saveFigures(reporter, second, [{ indicator: 'ZZ001', revision: 0, typed: '9' }]);
    await expect(writeImport(reporter, id, planned.mark)).rejects.toMatchObject({
      code: 'changed-since-preview',
    });
    expect(await valueOf('neighbour', first, 'ZZ001')).toBeNull();
    expect(await db.importFigure.count({ where: { importId: id } })).toBe(0);
    // Looked at again, it is a change of what stands.
    const again = (await findImportPlan(reporter, id))!;
    expect(again.plan.cells.map(({ period, code, kind }) => `${period} ${code} ${kind}`)).toContain(
      '1985 ZZ001 changed',
    );
    expect(await writeImport(reporter, id, again.mark)).toBe(4);
    expect(await valueOf('neighbour', second, 'ZZ001')).toBe('1236');
  });

  test('a report that is handed in, a period to come and one that is not there are named and left alone', async () => {
    const signed = await world.report('county', '1986');
    await world.report('county', '1987', [5, 10, 20, 30]);
    await fillAll(world.viewer('county', 'reporter'), signed);
    await sendForSignature(world.viewer('county', 'reporter'), signed);
    const { id, reporter, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1986', '1987', '1988'],
        ['ZZ001', '1', '2', '3'],
        ['ZZ004', '1', '2', '3'],
      ]),
    ]);
    expect(planned.plan.cells.map(({ kind }) => kind)).toEqual([
      'not-writable',
      'not-writable',
      'no-period',
      'not-writable',
      'not-writable',
      'no-period',
    ]);
    await expect(writeImport(reporter, id, planned.mark)).rejects.toMatchObject({
      code: 'import-nothing',
    });
  });

  test('a yearbook table is taken as it is recognised, its suggestions only when they are taken', async () => {
    for (const year of ['2017', '2018', '2019']) await world.report('otherCounty', year, longAgo);
    const { planned } = await plannedFor('otherCounty', [{ ...yearbook, isHidden: false }]);
    const plan = planned.plan.edits.map(({ period, indicator }) => `${period} ${indicator}`);
    expect(plan).toContain('2019 ZZ025');
    expect(plan.filter((edit) => edit.endsWith('ZZ026'))).toHaveLength(3);
  });

  test('one sheet a year: all of them are taken together, hidden ones are not', async () => {
    for (const year of ['1971', '1972', '1973']) await world.report('otherCounty', year, longAgo);
    const of = (year: string, isHidden = false) => ({
      ...sheet(
        [
          ['指标', '数量'],
          ['ZZ001', year],
        ],
        `${year}年`,
      ),
      isHidden,
    });
    const { planned } = await plannedFor('otherCounty', [of('1971'), of('1972'), of('1973', true)]);
    expect(planned.plan.edits.map(({ period, sheet: name }) => [period, name])).toEqual([
      ['1971', '1971年'],
      ['1972', '1972年'],
    ]);
  });
});

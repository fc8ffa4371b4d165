import { beforeAll, describe, expect, test } from 'vitest';
import { yearbook } from '@/lib/domain/sheet/test-tables';
import { noDecisions, type Decisions } from '@/lib/domain/sheet/mapping';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { findImportPlan, listImportPeriods } from './plan';
import { listImportedFigures, undoImport } from './undo';
import { writeImport } from './write';
import {
  decideImport,
  findImport,
  listImports,
  listRemembered,
  openImport,
  type KeptSheet,
} from './imports';
import { returnForChanges } from '../review/reviews';
import { findTrace } from '../summary/summaries';
import { fillAll, makeWorld, type UnitKey, type World } from '../testing/test-world';
import { sendForSignature, signAndSubmit } from '../submission/submissions';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const longAgo = [-900, -850, -840, -800] as const;
const sheet = (rows: string[][], name = '表'): KeptSheet => ({ name, isHidden: false, rows });
const valueOf = async (unit: UnitKey, reportId: string, code: string) => {
  const row = (await findForm(world.viewer(unit, 'reporter'), reportId))!.rows.find(
    ({ indicator }) => indicator.code === code,
  );
  return row?.figure?.answer === 'blank' ? null : (row?.figure?.value ?? null);
};

async function plannedFor(unit: UnitKey, sheets: KeptSheet[], decisions?: Partial<Decisions>) {
  const reporter = world.viewer(unit, 'reporter');
  const id = await openImport(reporter, { name: 'C:\\年鉴\\工会.xlsx', sheets });
  if (decisions) await decideImport(reporter, id, { ...noDecisions, ...decisions });
  return { id, reporter, planned: (await findImportPlan(reporter, id))! };
}

/** A table of two years; `tall` is its second indicator's later figure. */
const twoYears = (first: number, tall = '1250') =>
  sheet([
    ['指标', `${first}年`, `${first + 1}年`],
    ['基层工会组织数（个）', '1204', '1236'],
    ['工会会员总数（万人）', '12.3456', tall],
  ]);

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
        ['ZZ001', '5'],
        ['ZZ004', '3'],
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

  test('a report that is handed in, a period to come and one that is not there are told and left alone', async () => {
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
    expect(plan.filter((edit) => edit.endsWith('ZZ026'))).toEqual([]);
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

describe('an import that is taken back', () => {
  test('puts back what stood before; what was changed since stays and is named', async () => {
    const [first, second] = [
      await world.report('city', '1991', longAgo),
      await world.report('city', '1992'),
    ];
    const reporter = world.viewer('city', 'reporter');
    await saveFigures(reporter, second, [
      {
        indicator: 'ZZ025',
        revision: 0,
        typed: '近3万',
        details: { note: '估计', scopeNote: null, asOf: null },
      },
    ]);
    const { id, planned } = await plannedFor('city', [twoYears(1991, '12.5')]);
    await writeImport(reporter, id, planned.mark);
    await saveFigures(reporter, second, [{ indicator: 'ZZ001', revision: 1, typed: '1237' }]);
    expect(
      (await listImportedFigures(reporter, id)).map(
        ({ period, indicator, fate }) => `${period} ${indicator} ${fate}`,
      ),
    ).toEqual([
      '1991 ZZ001 standing',
      '1991 ZZ025 standing',
      '1992 ZZ001 changed',
      '1992 ZZ025 standing',
    ]);
    expect(await undoImport(reporter, id)).toEqual({ restored: 3, kept: 1 });
    expect([
      await valueOf('city', first, 'ZZ001'),
      await valueOf('city', first, 'ZZ025'),
      await valueOf('city', second, 'ZZ001'),
      await valueOf('city', second, 'ZZ025'),
    ]).toEqual([null, null, '1237', '30000']);
    const back = (await findForm(reporter, second))!.rows.find(
      ({ indicator }) => indicator.code === 'ZZ025',
    )!.figure;
    expect(back).toMatchObject({
      qualifier: '近',
      note: '估计',
      shown: { scale: '万' },
      revision: 3,
    });
    expect(
      (await listEvents(reporter, second)).find(({ kind }) => kind === 'figures.importUndone'),
    ).toMatchObject({ to: { indicators: ['ZZ025'], kept: ['ZZ001'] } });
    await expect(undoImport(reporter, id)).rejects.toMatchObject({ code: 'import-already-undone' });
    expect((await findImport(reporter, id))?.undone?.by).toBe(reporter.name);
    expect((await listRemembered(reporter)).map((one) => one.id)).not.toContain(id);
    const trace = await findTrace(reporter, {
      unit: reporter.unit.code,
      period: '1992',
      indicator: 'ZZ025',
      submission: 1,
    });
    expect(trace?.imported).toBeNull();
  });

  test('leaves what was handed in since, and two at once take it back once', async () => {
    const id = await world.report('county', '1993');
    const reporter = world.viewer('county', 'reporter');
    const { id: importId, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1993年'],
        ['ZZ001', '5'],
        ['ZZ004', '3'],
      ]),
    ]);
    await writeImport(reporter, importId, planned.mark);
    await expect(
      undoImport(reporter, (await plannedFor('county', [twoYears(1981)])).id),
    ).rejects.toMatchObject({ code: 'import-not-written' });
    await fillRest(reporter, id);
    await db.submission.updateMany({
      where: { reportId: id },
      data: { sentAt: new Date(), sentById: reporter.personId },
    });
    const done = await Promise.allSettled([
      undoImport(reporter, importId),
      undoImport(reporter, importId),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await valueOf('county', id, 'ZZ001')).toBe('5');
    expect((await listImportedFigures(reporter, importId)).map(({ fate }) => fate)).toEqual([
      'handed-in',
      'handed-in',
    ]);
  });

  test('a correction knows where the figures it was copied from came from', async () => {
    const id = await world.report('county', '1994');
    const reporter = world.viewer('county', 'reporter');
    const { id: importId, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1994年'],
        ['ZZ001', '0'],
        ['ZZ004', '0'],
      ]),
    ]);
    await fillAll(reporter, id);
    const again = (await findImportPlan(reporter, importId))!;
    expect(planned.mark).not.toBe(again.mark);
    expect(again.plan.cells.map(({ kind }) => kind)).toEqual(['same', 'same']);
    await saveFigures(reporter, id, [{ indicator: 'ZZ004', revision: 1, typed: '' }]);
    await writeImport(reporter, importId, (await findImportPlan(reporter, importId))!.mark);
    await sendForSignature(reporter, id);
    await signAndSubmit(world.viewer('county', 'signatory'), id);
    await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
      reason: '请核对',
      marks: [],
    });
    const trace = (submission: number, indicator: string) =>
      findTrace(reporter, { unit: reporter.unit.code, period: '1994', indicator, submission });
    expect((await trace(2, 'ZZ004'))?.imported).toMatchObject({ importId, cell: 'B3' });
    expect((await trace(2, 'ZZ001'))?.imported).toBeNull();
  });
});

async function fillRest(reporter: Parameters<typeof saveFigures>[0], id: string): Promise<void> {
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]);
}

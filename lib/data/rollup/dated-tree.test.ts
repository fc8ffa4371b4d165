// Totals by the tree of then and by today's.
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { findRollUp } from './rollup';
import { closeUnit, mergeUnit, moveUnit } from '../tree/units';
import { world, report, key, totalOf, openWorld } from './test-rollup';

beforeAll(openWorld);

describe('the dated tree', () => {
  test('a county that moved counts where it stood that year, or where it stands today', async () => {
    await openWorld();
    const own = world;
    for (const period of ['2030', '2031']) {
      await report('county', period, [{ code: 'SX001', value: period === '2030' ? '5' : '8' }]);
      await report('otherCounty', period, [{ code: 'SX001', value: '100' }]);
    }
    // It moves in the middle of 2031, as it were: the placements are put down as they would then stand.
    await moveUnit(
      own.viewer('province', 'administrator'),
      own.unit.county.code,
      own.unit.otherCity.code,
      new Date('2020-06-01'),
    );
    await db.placement.updateMany({
      where: { unitId: own.unit.county.id, validTo: { not: null } },
      data: { validTo: new Date('2031-06-01') },
    });
    await db.placement.updateMany({
      where: { unitId: own.unit.county.id, validTo: null },
      data: { validFrom: new Date('2031-06-01') },
    });
    expect(await totalOf('city', '2030', 'SX001')).toBe('5');
    expect(await totalOf('otherCity', '2030', 'SX001')).toBe('100');
    expect(await totalOf('otherCity', '2031', 'SX001')).toBe('108');
    expect(await totalOf('otherCity', '2030', 'SX001', { basis: 'today' })).toBe('105');
    expect(
      await findRollUp(own.viewer('city', 'reviewer'), key('city', '2030', { basis: 'today' })),
    ).toMatchObject({ columns: [{ sources: [] }], rows: [] });
    const view = await findRollUp(own.viewer('otherCity', 'reviewer'), key('otherCity', '2031'));
    expect(view).toMatchObject({ compared: { units: 1, of: 2 } });
    expect(view?.changed).toMatchObject([
      { how: 'joined', period: '2031', unit: { code: own.unit.county.code } },
    ]);
    expect(view?.rows[0]?.alike.map(({ value }) => value)).toEqual(['100', '100']);
    // What has left the unit counts in its totals of then, but is not opened from there.
    const left = await findRollUp(own.viewer('city', 'reviewer'), key('city', '2030'));
    expect(left?.columns[0]?.sources.map(({ unit, isOpenTo }) => [unit.code, isOpenTo])).toEqual([
      [own.unit.county.code, false],
    ]);
  });

  test('a county merged into another is gone from that year on, and is compared in its place', async () => {
    await openWorld();
    const own = world;
    await report('county', '2012', [{ code: 'SX001', value: '5' }]);
    await report('neighbour', '2012', [{ code: 'SX001', value: '7' }]);
    await report('county', '2013', [{ code: 'SX001', value: '2' }]);
    const admin = own.viewer('city', 'administrator');
    await mergeUnit(admin, own.unit.county.code, own.unit.neighbour.code, new Date('2013-07-01'));
    // It hands in what the two are together.
    await report('neighbour', '2013', [{ code: 'SX001', value: '15' }]);
    const view = await findRollUp(
      own.viewer('city', 'reviewer'),
      key('city', '2013', { basis: 'today' }),
    );
    const row = view?.rows.find(({ indicator }) => indicator.code === 'SX001');
    expect(row?.totals.map(({ value }) => value)).toEqual(['15', '12']);
    expect(row?.alike.map(({ value }) => value)).toEqual(['15', '12']);
    expect(view?.compared).toEqual({ units: 1, of: 1 });
    await expect(
      mergeUnit(admin, own.unit.neighbour.code, own.unit.county.code, new Date('2014-01-01')),
    ).rejects.toThrow('unit-closed');
    await expect(
      closeUnit(admin, own.unit.otherCounty.code, new Date('2014-01-01')),
    ).rejects.toThrow('not-found');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/access/policy';
import type { FigureKey } from '@/lib/domain/figure/figure';
import { findUnitName, listBatchUnits } from '../summary/batch-units';
import { db } from '../database/client';
import { recordExport } from './exports';
import { findOrigins } from '../figures/origins';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
const period = '2031';

beforeAll(async () => {
  world = await makeWorld();
  for (const unit of ['county', 'neighbour', 'otherCounty'] as const) {
    const reportId = await world.report(unit, period);
    const { id } = await db.submission.findFirstOrThrow({ where: { reportId } });
    const { personId } = world.viewer(unit, 'reporter');
    await db.$executeRaw`
      INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "shown", "entered_by_id")
      VALUES (${id}::uuid, 'SX001', 'number', 12, '{"scale":"none","decimals":0,"unit":"场次"}', ${personId}::uuid)`;
    if (unit !== 'neighbour')
      await db.submission.update({
        where: { id },
        data: {
          sentAt: new Date(),
          sentById: personId,
          signedAt: new Date('2032-01-05T18:00:00Z'),
          signedById: world.viewer(unit, 'signatory').personId,
        },
      });
  }
});

const keyOf = (unit: Parameters<World['viewer']>[0]): FigureKey => ({
  unit: world.unit[unit].code,
  period,
  indicator: 'SX001',
  submission: 1,
});

describe('where figures come from', () => {
  test('who entered and signed, with days in the time of the offices', async () => {
    const origins = await findOrigins(world.viewer('city', 'reviewer'), [
      keyOf('county'),
      keyOf('county'),
    ]);
    expect(origins).toMatchObject([
      {
        key: keyOf('county'),
        unit: '柳溪县总工会',
        period: '2031年',
        text: '12场次',
        signedOn: '2032-01-06',
        approvedBy: null,
      },
    ]);
    expect(origins[0]!.enteredBy).not.toBe('');
  });

  test('nothing of another city, nothing of a draft below, nothing without a role', async () => {
    const everything = { ...world.viewer('city', 'reporter'), roles: [...roles] };
    expect(await findOrigins(everything, [keyOf('otherCounty'), keyOf('neighbour')])).toEqual([]);
    expect(await findOrigins({ ...everything, roles: [] }, [keyOf('county')])).toEqual([]);
    expect(
      await findOrigins(world.viewer('neighbour', 'reporter'), [
        keyOf('neighbour'),
        keyOf('county'),
      ]),
    ).toHaveLength(1);
  });
});

describe('the units below one', () => {
  test('are those of the tree, and it is known which have handed in', async () => {
    const found = await listBatchUnits(
      world.viewer('city', 'reviewer'),
      world.unit.city.code,
      period,
    );
    expect(found?.unit.name).toBe('青岚市总工会');
    expect(found?.below.map(({ name, hasFigures }) => [name, hasFigures])).toEqual([
      ['柳溪县总工会', true],
      ['望石县总工会', false],
    ]);
    expect(
      (
        await listBatchUnits(
          world.viewer('province', 'reviewer'),
          world.unit.province.code,
          '2029..2031',
        )
      )?.below.filter(({ hasFigures }) => hasFigures),
    ).toHaveLength(2);
    expect(
      (await listBatchUnits(world.viewer('county', 'reporter'), world.unit.county.code, period))
        ?.below,
    ).toEqual([]);
  });

  test.each(['otherCity', 'otherCounty', 'province'] as const)(
    'those of %s are not there for a city',
    async (unit) => {
      const everything = { ...world.viewer('city', 'reporter'), roles: [...roles] };
      expect(await listBatchUnits(everything, world.unit[unit].code, period)).toBeNull();
      expect(await findUnitName(everything, world.unit[unit].code)).toBeNull();
    },
  );

  test('are not listed without a role, for a period that is none, or for a code that cannot be one', async () => {
    const viewer = world.viewer('city', 'reviewer');
    expect(await listBatchUnits({ ...viewer, roles: [] }, world.unit.city.code, period)).toBeNull();
    expect(await listBatchUnits(viewer, world.unit.city.code, 'soon')).toBeNull();
    expect(await listBatchUnits(viewer, "x' OR 1=1", period)).toBeNull();
  });
});

test('an export is an event of the person who took it', async () => {
  const viewer = world.viewer('city', 'auditor');
  await recordExport(viewer, {
    kind: 'summary',
    unit: world.unit.county.code,
    period,
    format: 'docx',
    count: 3,
  });
  const event = await db.event.findFirstOrThrow({
    where: { personId: viewer.personId, kind: 'summary.exported' },
  });
  expect(event).toMatchObject({
    subject: world.unit.county.code,
    to: { period, format: 'docx', count: 3 },
  });
});

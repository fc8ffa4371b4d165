// The whole city on a real database: what 本级 and counties handed in, as far as the viewer may see it.
import { beforeAll, expect, test } from 'vitest';
import { openWorld, submitted, draft, world } from './test-summary';
import { findWholeSummary } from './whole-summary';

beforeAll(openWorld);

test('本级 and counties are narrated as one, drafts and the eyes of a county are not', async () => {
  const { code } = world.unit.otherCity;
  await submitted('otherCity', '2025', [['SX001', '5']], null);
  await submitted('otherCounty', '2025', [['SX001', '30']], 'approved');
  const read = (role: 'reviewer' | 'reporter', unit: 'otherCity' | 'otherCounty') =>
    findWholeSummary(world.viewer(unit, role), { unit: code, period: '2025' });
  const whole = await read('reviewer', 'otherCity');
  const number = whole!.paragraphs
    .flatMap(({ segments }) => segments)
    .find(({ text }) => text === '35场次')!;
  expect(new Set(number.figures!.map(({ unit }) => unit))).toEqual(
    new Set([code, world.unit.otherCounty.code]),
  );
  expect(await read('reporter', 'otherCounty')).toBeNull();
  await submitted('otherCounty', '2027', [['SX001', '30']], null);
  await draft('otherCity', '2027', [['SX001', '5']]);
  expect(
    await findWholeSummary(world.viewer('otherCity', 'reviewer'), { unit: code, period: '2027' }),
  ).toBeNull();
});

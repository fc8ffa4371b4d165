import { beforeAll, expect, test } from 'vitest';
import { roles, type Role } from '@/lib/domain/access/policy';
import { findCatalogue, loadCatalogue } from '../catalogue/catalogue';
import {
  changeCheck,
  createCheck,
  findCheck,
  listChecks,
  listStandingChecks,
  switchCheck,
  type NewCheck,
} from '../catalogue/checks';
import { listEvents } from '../report/events';
import { saveFigures } from './save-figures';
import { findReadiness, sendForSignature } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { answerWaiver, askForWaiver, listOpenWaivers, listWaivers } from './waivers';

// 建会企业数 (HT002) is at most 已建会企事业单位数 (HT001).
const mandatory = 'JY006';
let world: World;
let year = 4000;
beforeAll(async () => {
  world = await makeWorld();
});

test('a mandatory check that cannot be kept is let off by the union above, and by nobody else', async () => {
  const id = await brokenReport();
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  await expect(sendForSignature(reporter, id)).rejects.toMatchObject({
    code: 'not-ready',
    params: { failing: mandatory },
  });
  await expect(askForWaiver(reporter, id, 'JY007', '含尚未登记的新建企业')).rejects.toMatchObject({
    code: 'nothing-to-waive',
  });
  await askForWaiver(reporter, id, mandatory, '含尚未登记的新建企业');
  expect(await listOpenWaivers(reviewer)).toMatchObject([
    {
      reportId: id,
      code: mandatory,
      reason: '含尚未登记的新建企业',
      values: { 'HT002@0': '5' },
      decision: null,
    },
  ]);
  expect(await listOpenWaivers(world.viewer('otherCity', 'reviewer'))).toEqual([]);
  expect(await listOpenWaivers(reporter)).toEqual([]);

  await expect(answerWaiver(reviewer, id, mandatory, 'refused', ' ')).rejects.toMatchObject({
    code: 'reason-empty',
  });
  await answerWaiver(reviewer, id, mandatory, 'refused', '请先登记');
  await expect(answerWaiver(reviewer, id, mandatory, 'granted', '')).rejects.toMatchObject({
    code: 'waiver-already-answered',
  });
  expect((await findReadiness(reporter, id))?.failing).toHaveLength(1);

  await askForWaiver(reporter, id, mandatory, '新建企业登记要到明年一月');
  await answerWaiver(reviewer, id, mandatory, 'granted', '');
  expect(await listWaivers(reporter, id)).toMatchObject([
    { decision: 'granted', decidedBy: reviewer.name },
  ]);
  expect(await findReadiness(reporter, id)).toMatchObject({
    isReady: true,
    failing: [],
    waived: [{ check: { code: mandatory } }],
  });
  await sendForSignature(reporter, id);
  const kinds = (await listEvents(reporter, id))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('waiver.'));
  expect(kinds).toEqual(['waiver.granted', 'waiver.asked', 'waiver.refused', 'waiver.asked']);
});

const own: NewCheck = {
  kind: 'quasi',
  left: [{ code: 'SX001', factor: 1, period: 0 }],
  op: '>=',
  right: [{ code: null, factor: 3, period: 0 }],
  tolerance: '0',
  note: '集中宣讲每年不少于三场',
  levels: ['county'],
  missing: { left: 'none', right: 'any' },
  marks: [],
};

test('a city makes a check for itself and all below it, and only for them', async () => {
  const administrator = world.viewer('city', 'administrator');
  const code = await createCheck(administrator, own);
  const asked = async (unit: 'county' | 'otherCounty' | 'city') => {
    const id = await world.report(unit, String((year += 1)));
    await fillAll(world.viewer(unit, 'reporter'), id);
    return (await findReadiness(world.viewer(unit, 'reporter'), id))!.failing.map(
      ({ check }) => check.code,
    );
  };
  expect(await asked('county')).toEqual([code]);
  expect(await asked('otherCounty')).toEqual([]);
  expect(await asked('city')).toEqual([]);
  const reads = async (
    unit: 'county' | 'otherCounty' | 'city' | 'otherCity' | 'province',
    given: readonly Role[],
  ) =>
    (await listStandingChecks({ ...world.viewer(unit, 'reporter'), roles: [...given] })).some(
      (check) => check.code === code,
    );
  for (const role of roles)
    for (const unit of ['county', 'city', 'province'] as const)
      expect(await reads(unit, [role]), `${role} of ${unit}`).toBe(true);
  for (const unit of ['otherCounty', 'otherCity'] as const)
    expect(await reads(unit, roles), unit).toBe(false);
  // What holds for a unit may be known to whoever signs in there, what a unit below made only to who has a role.
  expect([await reads('county', []), await reads('province', [])]).toEqual([true, false]);
  expect(
    (await listStandingChecks({ ...world.viewer('county', 'reporter'), roles: [] })).length,
  ).toBeGreaterThan(20);
  await switchCheck(administrator, code, true);
  expect(await asked('county')).toEqual([]);
  expect(await reads('county', roles)).toBe(false);
  expect(await findCheck(administrator, code)).toMatchObject({ isOff: true, mayChange: true });
  expect(await findCheck(world.viewer('otherCity', 'administrator'), code)).toBeNull();
  expect(await listChecks(world.viewer('city', 'reporter'))).toEqual([]);
});

test('the top of the tree changes a standard check, and loading the catalogue again leaves it so', async () => {
  const top = world.viewer('province', 'administrator');
  const { check } = (await findCheck(top, 'JY001'))!;
  const wanted: NewCheck = {
    ...own,
    kind: 'hint',
    left: check.left,
    op: check.op,
    right: check.right,
    note: '改为提示，请留意。',
    levels: [],
  };
  await expect(
    changeCheck(world.viewer('city', 'administrator'), 'JY001', wanted),
  ).rejects.toMatchObject({ code: 'refused' });
  await expect(changeCheck(top, 'JY001', { ...wanted, left: [] })).rejects.toMatchObject({
    code: 'check-side-empty',
  });
  await changeCheck(top, 'JY001', wanted);
  const { sections, indicators, checks } = await findCatalogue();
  await loadCatalogue({
    sections,
    indicators,
    checks: checks.filter(({ owner }) => !owner).map((one) => (one.code === 'JY001' ? check : one)),
  });
  expect((await findCatalogue()).checks.find(({ code }) => code === 'JY001')).toMatchObject({
    kind: 'hint',
    note: '改为提示，请留意。',
  });
});

/** A complete report that breaks one mandatory check. */
async function brokenReport(): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  const reporter = world.viewer('county', 'reporter');
  await fillAll(reporter, id);
  await saveFigures(reporter, id, [{ indicator: 'HT002', revision: 1, typed: '5' }]);
  return id;
}

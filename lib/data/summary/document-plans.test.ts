// Plans on a real database: kept for the unit, followed below, given up again, and nobody's put aside unseen.
import { beforeAll, expect, test } from 'vitest';
import type { DocumentPlan } from '@/lib/domain/document-plan/plan';
import { standardPlan } from '@/lib/domain/document-plan/standard-plans';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findUnitPlan, saveUnitPlan } from './document-plans';
import { findSummary } from './summaries';
import { draft, openWorld, reporter, reviewer, submitted, world } from './test-summary';

let county: string;
let city: string;
beforeAll(async () => {
  await openWorld();
  [county, city] = [world.unit.county.code, world.unit.city.code];
});

const headings = async (viewer: Viewer, plan?: DocumentPlan | null) =>
  (await findSummary(viewer, { unit: county, period: '2021', plan }))!.paragraphs
    .filter(({ kind }) => kind === 'heading')
    .map(({ segments }) => segments[0]!.text);

test('a county follows its city until it has a plan of its own, and again once it gives that up', async () => {
  expect(await headings(reporter)).toEqual(['一、思想引领与职工文化']);
  await saveUnitPlan(reviewer, city, 0, standardPlan('couplets'));
  expect(await headings(reporter)).toEqual(['一、强化思想引领，凝聚奋进力量']);
  expect(await findUnitPlan(reporter, county)).toMatchObject({
    from: { name: world.unit.city.name },
    revision: 0,
  });
  await saveUnitPlan(reporter, county, 0, standardPlan('four-words'));
  expect(await headings(reporter)).toEqual(['一、凝心铸魂']);
  expect(await findUnitPlan(reporter, county)).toMatchObject({ from: null, revision: 1 });
  await saveUnitPlan(reporter, county, 1, null);
  expect(await headings(reporter)).toEqual(['一、强化思想引领，凝聚奋进力量']);
  expect(await headings(reporter, null)).toEqual(['一、思想引领与职工文化']);
  expect(await headings(reporter, standardPlan('three'))).toEqual(['一、围绕中心，服务大局']);
  expect(await db.event.count({ where: { kind: 'plan.saved', subject: county } })).toBe(2);
});

test('of two who saw the same plan one saves, and a plan with faults is not kept', async () => {
  const neighbour = world.viewer('neighbour', 'reporter');
  const { code } = world.unit.neighbour;
  await saveUnitPlan(neighbour, code, 0, standardPlan('three'));
  const both = await Promise.allSettled(
    ['eight', 'couplets'].map((name) =>
      saveUnitPlan(neighbour, code, 1, standardPlan(name as 'eight')),
    ),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const empty = { ...standardPlan('three'), parts: [] };
  await expect(saveUnitPlan(neighbour, code, 2, empty)).rejects.toMatchObject({
    code: 'plan-count',
  });
});

test('who may not write a unit’s documents neither sees nor changes its plan', async () => {
  for (const viewer of [world.viewer('neighbour', 'reporter'), reviewer]) {
    expect(await findUnitPlan(viewer, county)).toBeNull();
    await expect(saveUnitPlan(viewer, county, 0, standardPlan('three'))).rejects.toThrow();
  }
});

test('the outlook rests on the targets of the next year, whatever else that report holds', async () => {
  const plan = standardPlan('couplets');
  const key = { unit: world.unit.otherCounty.code, period: '2023', plan };
  const viewer = world.viewer('otherCounty', 'reporter');
  await submitted('otherCounty', '2023', [['SX001', '30']], null);
  const last = async () =>
    (await findSummary(viewer, key))!.paragraphs
      .at(-1)!
      .segments.map(({ text }) => text)
      .join('');
  expect(await last()).not.toContain('目标');
  const id = await draft('otherCounty', '2024', []);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const target = {
    submissionId,
    indicatorCode: 'SX001',
    measure: 'target' as const,
    answer: 'number' as const,
    value: '40',
    enteredById: viewer.personId,
  };
  await db.figure.create({ data: target });
  expect(await last()).toMatch(/^2024年的目标是：.*40场次。$/);
});

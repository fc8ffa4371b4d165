// What was explained, and on which basis is compared, stands in the notes.
import { beforeAll, expect, test } from 'vitest';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { listExplained } from '../rollup/explained';
import { findRollUp } from '../rollup/rollup';
import { findSummary } from './summaries';
import { world, openWorld, draft, submitted, close } from './test-summary';

beforeAll(openWorld);

test('what was explained of a figure stands in the notes of the summary and of the roll-up above it', async () => {
  const id = await draft('otherCounty', '2015', [['SX001', '30']]);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const { checks, indicators } = await findCatalogue();
  const check = checks.find(({ left, right }) =>
    [...left, ...right].some(({ code }) => code === 'SX001'),
  )!;
  const by = world.viewer('otherCounty', 'reporter');
  await db.explanation.create({
    data: {
      submissionId,
      checkCode: check.code,
      text: '含线上同步宣讲的场次',
      isPublic: true,
      values: {},
      personId: by.personId,
    },
  });
  const inside = checks.find(
    ({ code, left }) => code !== check.code && left.some((term) => term.code === 'SX002'),
  )!;
  await db.explanation.create({
    data: {
      submissionId,
      checkCode: inside.code,
      text: '台账丢失，按往年估计',
      values: {},
      personId: by.personId,
    },
  });
  await close(id, 1, null);
  const above = world.viewer('otherCity', 'reviewer');
  const summary = await findSummary(above, { unit: world.unit.otherCounty.code, period: '2015' });
  const name = indicators.find(({ code }) => code === 'SX001')!.name;
  expect(summary!.table.notes.join()).toMatch(
    new RegExp(`填报说明：[^。]*${name}[^。]*——含线上同步宣讲的场次（${by.name}）。`),
  );
  expect(JSON.stringify(summary)).not.toContain('按往年估计');
  const view = await findRollUp(above, {
    unit: world.unit.otherCity.code,
    period: '2015',
    basis: 'then',
    standing: 'submitted',
  });
  // Whoever reviews reads all of them.
  expect(await listExplained(above, view!)).toMatchObject([
    {
      text: '含线上同步宣讲的场次',
      by: by.name,
      reportId: id,
      unit: { code: world.unit.otherCounty.code },
    },
    { text: '台账丢失，按往年估计' },
  ]);
});

test('why a total entered by hand is not the sum stands in the notes, also where it was written after the approval', async () => {
  const id = await draft('otherCounty', '2013', [['SX001', '30']]);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await close(id, 1, 'approved');
  const above = world.viewer('otherCity', 'reviewer');
  const notes = async () =>
    (await findSummary(above, {
      unit: world.unit.otherCounty.code,
      period: '2013',
    }))!.table.notes.join();
  expect(await notes()).not.toContain('填报说明');
  const by = world.viewer('otherCounty', 'reporter');
  const of = { submissionId, indicatorCode: 'SX001', personId: by.personId };
  await db.rollUpExplanation.create({
    data: { ...of, text: '含直属基层工会', values: { entered: '30', sum: '28' } },
  });
  expect(await notes()).toContain(
    `填报说明：集中宣讲场次（下级汇总数为28场次）——含直属基层工会（${by.name}）。`,
  );
  await db.rollUpExplanation.updateMany({
    where: { submissionId },
    data: { text: '含机关工会的两场' },
  });
  expect(await notes()).toContain('含机关工会的两场');
  // It was written for another number than the one that was handed in.
  await db.rollUpExplanation.updateMany({
    where: { submissionId },
    data: { values: { entered: '29', sum: '28' } },
  });
  expect(await notes()).not.toContain('填报说明');
});

test('a unit that another was merged into says on which basis it is compared, from the day of the merger', async () => {
  const [unit, gone] = [
    world.unit.otherCounty,
    await db.unit.create({
      data: {
        code: 'gone-1',
        name: '老城区总工会',
        nameEn: 'Old Town',
        level: 'county',
        lineage: '/gone-1/',
        validFrom: new Date('2000-01-01'),
      },
    }),
  ];
  await submitted('otherCounty', '2010', [['SX001', '30']], 'approved');
  await submitted('otherCounty', '2011', [['SX001', '40']], 'approved');
  const above = world.viewer('otherCity', 'reviewer');
  const text = async () =>
    JSON.stringify((await findSummary(above, { unit: unit.code, period: '2011' }))!.paragraphs);
  expect(await text()).not.toContain('口径');
  const { id, name } = await db.unit.findUniqueOrThrow({ where: { code: unit.code } });
  await db.unit.update({
    where: { id: gone.id },
    data: { successorId: id, validTo: new Date('2011-06-01') },
  });
  const words = `2011年6月，老城区总工会并入${name}；上年数据为调整前口径，增减按各期实际口径计算，未按可比口径调整。`;
  expect(await text()).toContain(words);
  expect((await findSummary(above, { unit: unit.code, period: '2011' }))!.table.notes).toContain(
    words,
  );
});

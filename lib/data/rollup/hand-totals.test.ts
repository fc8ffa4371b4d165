// Totals that a unit entered by hand for everything below, held against the sums.
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { explain } from '../figures/explain-check';
import { listExplained } from './explained';
import { returnForChanges } from '../review/reviews';
import { findRollUp } from './rollup';
import {
  explainHandTotal,
  findHandTotals,
  findReportTotals,
  setCoverage,
  unexplainedTotals,
} from './hand-totals';
import { findReadiness, sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll } from '../testing/test-world';
import { findTrace } from '../summary/trace';
import { world, report, key, totalOf, openWorld, nextYear } from './test-rollup';

beforeAll(openWorld);

describe('a total entered by hand', () => {
  test('is not added but held against the sum, and a difference is explained until a number changes', async () => {
    const period = nextYear();
    const id = await report('city', period, [
      { code: 'SX001', value: '30' },
      { code: 'SX003', value: '7', rest: { scopeNote: '本级' } },
    ]);
    await db.report.update({ where: { id }, data: { coverage: 'whole' } });
    await report('county', period, [
      { code: 'SX001', value: '20' },
      { code: 'SX003', value: '1' },
    ]);
    const viewer = world.viewer('city', 'reporter');
    const view = () => findRollUp(viewer, key('city', period)).then((found) => found!);
    expect(await totalOf('city', period, 'SX001')).toBe('20');
    expect(await totalOf('city', period, 'SX003')).toBe('8');
    expect(await totalOf('province', period, 'SX001')).toBe('20');
    expect((await findHandTotals(viewer, await view()))?.rows).toMatchObject([
      { indicator: { code: 'SX001' }, difference: '10', explanation: null },
    ]);
    await expect(
      explainHandTotal(viewer, key('city', period), 'SX001', '核实无误'),
    ).rejects.toThrow('explanation-says-nothing');
    await explainHandTotal(viewer, key('city', period), 'SX001', '含市直属基层工会的十场活动');
    expect((await findHandTotals(viewer, await view()))?.rows[0]?.explanation).toMatchObject({
      text: '含市直属基层工会的十场活动',
      by: viewer.name,
      outOfDate: false,
    });
    const traced = { unit: key('city', period).unit, period, indicator: 'SX001', submission: 1 };
    const handTotal = { sum: '20场次', text: '含市直属基层工会的十场活动', by: viewer.name };
    expect(await findTrace(world.viewer('province', 'reviewer'), traced)).toMatchObject({
      handTotal,
    });
    expect(await findTrace(viewer, { ...traced, indicator: 'SX003' })).toMatchObject({
      handTotal: null,
    });
    const above = world.viewer('province', 'reviewer');
    const told = {
      indicators: ['SX001'],
      text: '含市直属基层工会的十场活动',
      by: viewer.name,
      reportId: id,
    };
    expect(
      await listExplained(above, (await findRollUp(above, key('province', period)))!),
    ).toMatchObject([told]);
    const aside = world.viewer('county', 'reviewer');
    expect(await listExplained(aside, (await findRollUp(aside, key('county', period)))!)).toEqual(
      [],
    );
    await report('neighbour', period, [{ code: 'SX001', value: '2' }]);
    expect((await findHandTotals(viewer, await view()))?.rows[0]).toMatchObject({
      difference: '8',
      explanation: { outOfDate: true },
    });
  });

  test('keeps the report from being sent and signed while a difference has no explanation, once all below are in', async () => {
    const period = nextYear();
    const [reporter, signatory] = [
      world.viewer('city', 'reporter'),
      world.viewer('city', 'signatory'),
    ];
    const id = await world.report('city', period);
    await fillAll(reporter, id, '7');
    await setCoverage(reporter, id, 'whole');
    await report('county', period, [{ code: 'SX001', value: '4' }]);
    const late = await report('neighbour', period, [{ code: 'SX001', value: '2' }], 'draft');
    const checks = async () => (await findReadiness(reporter, id))!.unexplained;
    for (const { check } of await checks())
      await explain(reporter, id, check.code, '演示用的理由写在这里');
    // Something is missing below: the sum says nothing yet.
    expect(await findReportTotals(reporter, id)).toMatchObject({
      waiting: 1,
      rows: [{ difference: '3' }],
    });
    expect(await findReportTotals(world.viewer('province', 'reviewer'), id)).toBeNull();
    expect(unexplainedTotals((await findReportTotals(reporter, id))!)).toEqual([]);
    const by = world.viewer('neighbour', 'signatory').personId;
    await db.submission.updateMany({
      where: { reportId: late },
      data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
    });
    const refusal = expect.objectContaining({
      code: 'hand-totals-unexplained',
      params: { count: '1', indicator: '集中宣讲场次', entered: '7场次', sum: '6场次' },
    });
    await expect(sendForSignature(reporter, id)).rejects.toThrow(refusal);
    await explainHandTotal(reporter, key('city', period), 'SX001', '含市直属基层工会的一场活动');
    expect((await findReadiness(reporter, id))?.failing).toEqual([]);
    await sendForSignature(reporter, id);
    // A correction from below changes the sum: the explanation is out of date, and the signature waits.
    await db.$executeRaw`UPDATE "roll_up_explanation" SET "values" = '{"entered":"7","sum":"5"}'
      WHERE "text" = '含市直属基层工会的一场活动'`;
    await expect(signAndSubmit(signatory, id)).rejects.toThrow(refusal);
    await explainHandTotal(reporter, key('city', period), 'SX001', '含市直属基层工会的两场活动');
    await signAndSubmit(signatory, id);
    const above = world.viewer('province', 'reviewer');
    expect((await findReportTotals(above, id))?.rows).toMatchObject([
      { difference: '1', explanation: { text: '含市直属基层工会的两场活动', outOfDate: false } },
    ]);
    // It stays with the report when it comes back.
    await returnForChanges(above, id, 1, { reason: '请再核对', marks: [] });
    expect(await findReportTotals(reporter, id)).toMatchObject({
      submission: 2,
      rows: [{ explanation: { text: '含市直属基层工会的两场活动' } }],
    });
  });

  test('counts where nothing below is expected to report', async () => {
    const period = nextYear();
    const id = await report('otherCity', period, [{ code: 'SX001', value: '30' }]);
    await db.report.update({ where: { id }, data: { coverage: 'whole' } });
    expect(await totalOf('province', period, 'SX001')).toBe('30');
  });
});

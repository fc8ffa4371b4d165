// What was explained is printed as long as it is about the figures that stand.
import { expect, test } from 'vitest';
import { explain } from './explain-check';
import { saveFigures } from './save-figures';
import { findForm } from './form';
import { returnForChanges } from '../review/reviews';
import { findReadiness, sendForSignature, signAndSubmit } from '../submission/submissions';
import { findSummary } from '../summary/summaries';
import { fillAll, makeWorld } from '../testing/test-world';

test('an explanation is shown while its figures stay as they were, and no longer once they are corrected', async () => {
  const world = await makeWorld();
  const [reporter, signatory, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
    world.viewer('city', 'reviewer'),
  ];
  const id = await world.report('county', '2023');
  const type = async (indicator: string, typed: string) => {
    const revision =
      (await findForm(reporter, id))!.rows.find((row) => row.indicator.code === indicator)?.figure
        ?.revision ?? 0;
    expect(await saveFigures(reporter, id, [{ indicator, revision, typed }])).toMatchObject([
      { outcome: 'saved' },
    ]);
  };
  const handIn = async () => {
    await sendForSignature(reporter, id);
    await signAndSubmit(signatory, id);
  };
  const notes = async () =>
    (await findSummary(reviewer, {
      unit: world.unit.county.code,
      period: '2023',
    }))!.table.notes.join();

  await fillAll(reporter, id);
  // JG007 采纳合理化建议数 should not exceed JG006 职工合理化建议数 (JY001).
  await type('JG007', '5');
  await type('SX001', '12');
  for (const { check } of (await findReadiness(reporter, id))!.unexplained)
    await explain(reporter, id, check.code, `含上年结转的建议${check.code}`, { isPublic: true });
  await handIn();
  expect(await notes()).toContain('含上年结转的建议JY001');

  await returnForChanges(reviewer, id, 1, {
    reason: '场次与台账不符',
    marks: [{ indicator: 'SX001', note: '台账为15场' }],
  });
  await type('SX001', '15');
  await handIn();
  expect(await notes()).toContain('含上年结转的建议JY001');

  await returnForChanges(reviewer, id, 2, {
    reason: '建议数填反',
    marks: [
      { indicator: 'JG006', note: '应为5条' },
      { indicator: 'JG007', note: '应为4条' },
    ],
  });
  await type('JG006', '5');
  await type('JG007', '4');
  await handIn();
  expect((await findForm(reviewer, id))!.explanations).toContainEqual(
    expect.objectContaining({ check: 'JY001', outOfDate: true }),
  );
  expect(await notes()).not.toContain('含上年结转的建议JY001');
});

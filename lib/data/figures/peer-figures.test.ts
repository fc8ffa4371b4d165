import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { db } from '../database/client';
import { findHints } from './hints';
import { saveFigures } from './save-figures';
import { findForm } from './form';
import { findPeers } from './peer-figures';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** Makes `values.length` counties more in the county's city, each with an approved report: its members and one more
 *  figure. */
async function addPeers(period: string, values: string[], members = '1000'): Promise<void> {
  const { lineage, ...county } = world.unit.county;
  const above = lineage.replace(`${county.code}/`, '');
  const reviewer = world.viewer('city', 'reviewer').personId;
  const { id: periodId } = await db.period.findUniqueOrThrow({ where: { code: period } });
  for (const value of values) {
    const code = `p${randomBytes(5).toString('hex')}`;
    const unit = await db.unit.create({
      data: { code, name: code, nameEn: code, level: county.level, lineage: `${above}${code}/` },
    });
    const report = await db.report.create({
      data: { unitId: unit.id, periodId, submissions: { create: { number: 1 } } },
      include: { submissions: true },
    });
    const submissionId = report.submissions[0]!.id;
    const figure = {
      submissionId,
      measure: 'level' as const,
      answer: 'number' as const,
      shown: { scale: 'none', decimals: 0, unit: '' },
      enteredById: reviewer,
    };
    await db.figure.createMany({
      data: [
        { ...figure, indicatorCode: memberIndicator, value: members },
        { ...figure, indicatorCode: 'SX001', value },
      ],
    });
    await db.submission.update({
      where: { id: submissionId },
      data: { sentAt: new Date(), sentById: reviewer, signedAt: new Date(), signedById: reviewer },
    });
    await db.review.create({
      data: { submissionId, decision: 'approved', personId: reviewer, reason: '' },
    });
  }
}

test('peers are shown as a median, of five at least, of the year before while too few are approved', async () => {
  const reporter = world.viewer('county', 'reporter');
  const id = await world.report('county', '2081');
  await world.report('county', '2080');
  const found = async () => {
    const form = (await findForm(reporter, id))!;
    return { form, peers: (await findPeers(reporter, form.report)).get('SX001') ?? null };
  };
  await addPeers('2080', ['10', '11', '12', '13']);
  expect((await found()).peers).toBeNull();
  await addPeers('2080', ['1412345'], '100000000');
  expect((await found()).peers).toEqual({ usual: '12', reach: '5.19', units: 5, period: '2080' });
  await saveFigures(reporter, id, [
    { indicator: memberIndicator, revision: 0, typed: '2000' },
    { indicator: 'SX001', revision: 0, typed: '90' },
  ]);
  const { form } = await found();
  expect([...(await findHints(reporter, form))]).toEqual([
    [
      'SX001',
      { kind: 'peers', direction: 'up', strength: '6.36', usual: '12', value: '45', units: 5 },
    ],
  ]);

  await addPeers('2081', ['44', '45', '46', '47', '48']);
  expect((await found()).peers).toMatchObject({ usual: '46', units: 5, period: '2081' });
  expect([...(await findHints(reporter, form))]).toEqual([]);
});

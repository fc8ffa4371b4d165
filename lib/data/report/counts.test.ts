// How far a report is, is shown by the board, by the report's own pages and by what keeps it from being sent; all three
// have to count the same.
import { beforeAll, expect, test } from 'vitest';
import { countAnswers, missingIndicators, progressOf } from '@/lib/domain/report/completeness';
import { chooseIndicators } from '../catalogue/catalogue';
import { db } from '../database/client';
import { fillSection } from '../figures/fill-section';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { listReports } from './reports';
import { returnForChanges } from '../review/reviews';
import { findReadiness, sendForSignature, signAndSubmit } from '../submission/submissions';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

// Catalogue: HT002 and ZZ037 to ZZ039 hold numerators and denominators; HT032 and ZZ039 are optional rates. HT031, the
// numerator of HT032, is optional; both parts of ZZ039 are core.
const rates = ['HT032', 'ZZ039'];

test('a rate counts only while a part of it is not on the form; other figures that are there do not count', async () => {
  const id = await world.report('county', '2021');
  const reporter = world.viewer('county', 'reporter');
  const unit = world.unit.county.code;
  const empty = await counts(id);
  expect(empty.filled).toBe(0);
  const type = async (indicator: string, typed: string) =>
    expect(await saveFigures(reporter, id, [{ indicator, revision: 0, typed }])).toMatchObject([
      { outcome: 'saved' },
    ]);

  await chooseIndicators(reporter, unit, rates);
  expect(await counts(id)).toEqual({ filled: 0, total: empty.total + 1 });
  await type('HT032', '85.5');
  expect(await counts(id)).toEqual({ filled: 1, total: empty.total + 1 });
  await chooseIndicators(reporter, unit, [...rates, 'HT031']);
  expect(await counts(id)).toEqual({ filled: 0, total: empty.total + 1 });
  await type('HT031', '171');
  expect(await counts(id)).toEqual({ filled: 1, total: empty.total + 1 });
  // No longer chosen, but still there with its figure: the rate follows from it, and neither is asked for.
  await chooseIndicators(reporter, unit, rates);
  expect(await counts(id)).toEqual(empty);
  await type('ZZ037', '200');
  await type('ZZ039', '98');
  expect(await counts(id)).toEqual({ ...empty, filled: 1 });
});

test('a part that cannot be given does not make its rate missing', async () => {
  const id = await world.report('neighbour', '2021');
  const answer = (indicator: string) => ({
    indicator,
    revision: 0,
    answer: 'not_available' as const,
    note: '没有台账',
  });
  const before = await counts(id, 'neighbour');
  await saveFigures(world.viewer('neighbour', 'reporter'), id, ['HT002', 'HT003'].map(answer));
  expect(await counts(id, 'neighbour')).toEqual({ ...before, filled: 2 });
  expect((await findReadiness(world.viewer('neighbour', 'reporter'), id))!.missing).not.toContain(
    'HT004',
  );
});

test('a change that was reported without its base puts a row on the form and does not answer it', async () => {
  const id = await world.report('otherCounty', '2021');
  const reporter = world.viewer('otherCounty', 'reporter');
  const before = await counts(id, 'otherCounty');
  const { id: submissionId } = await db.submission.findFirstOrThrow({
    where: { reportId: id },
    select: { id: true },
  });
  const figure = {
    submissionId,
    measure: 'growth' as const,
    answer: 'number' as const,
    value: '5',
    enteredById: reporter.personId,
  };
  await db.figure.createMany({
    data: [
      { ...figure, indicatorCode: 'SX001' },
      { ...figure, indicatorCode: 'SX003' },
      { ...figure, indicatorCode: 'HT031' },
    ],
  });
  expect(await counts(id, 'otherCounty')).toEqual(before);
  await chooseIndicators(reporter, world.unit.otherCounty.code, ['HT032', 'SX003']);
  expect(await counts(id, 'otherCounty')).toEqual({ filled: 0, total: before.total + 1 });
});

test('filling the sections fills exactly what is missing, and a returned report counts on', async () => {
  const id = await world.report('county', '2022');
  const reporter = world.viewer('county', 'reporter');
  await chooseIndicators(reporter, world.unit.county.code, [...rates, 'SX003']);
  await saveFigures(reporter, id, [
    { indicator: 'HT002', revision: 0, answer: 'not_applicable', note: '没有' },
    { indicator: 'SX001', revision: 0, typed: '5' },
  ]);
  const form = (await findForm(reporter, id))!;
  for (const { code } of form.sections) {
    const { filled, total } = progressOf(code, (await findForm(reporter, id))!.rows, []);
    expect([code, await fillSection(reporter, id, code, 'zero', null)]).toEqual([
      code,
      total - filled,
    ]);
  }
  const full = await counts(id);
  expect(full.filled).toBe(full.total);

  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  expect(await counts(id)).toEqual(full);
  await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
    reason: '请核对',
    marks: [{ indicator: 'SX001', note: '与台账不符' }],
  });
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '' }]);
  expect(await counts(id)).toEqual({ ...full, filled: full.filled - 1 });
});

/** The count of a report, after all who count agreed. */
async function counts(id: string, unit: 'county' | 'neighbour' | 'otherCounty' = 'county') {
  const reporter = world.viewer(unit, 'reporter');
  const form = (await findForm(reporter, id))!;
  const count = countAnswers(form.rows);
  const row = (await listReports(reporter, form.report.period.code)).find((one) => one.id === id)!;
  expect({ filled: row.filled, total: row.expected }).toEqual(count);
  const sections = form.sections.map(({ code }) => progressOf(code, form.rows, []));
  expect(sections.reduce((sum, { filled }) => sum + filled, 0)).toBe(count.filled);
  expect(sections.reduce((sum, { total }) => sum + total, 0)).toBe(count.total);
  const { missing } = (await findReadiness(reporter, id))!;
  expect(missing).toEqual(missingIndicators(form.rows));
  expect(missing).toHaveLength(count.total - count.filled);
  return count;
}

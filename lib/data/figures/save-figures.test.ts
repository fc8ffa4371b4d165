import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { fillSection } from './fill-section';
import { saveFigures } from './save-figures';
import type { FigureEdit } from '@/lib/domain/entry/figure-edit';
import { findForm } from './form';
import { signAndSubmit, sendForSignature } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe('saving figures', () => {
  test('answers every edit by itself and in the order given', async () => {
    const id = await world.report('county', '2021');
    const reporter = world.viewer('county', 'reporter');
    const results = await saveFigures(reporter, id, [
      { indicator: 'SX002', revision: 0, typed: '1205' },
      { indicator: 'SX001', revision: 0, typed: 'many' },
      { indicator: 'NO999', revision: 0, typed: '1' },
      { indicator: 'SX007', revision: 0, answer: 'not_available', note: ' 账册遗失 ' },
    ]);
    expect(results.map(({ indicator, outcome }) => [indicator, outcome])).toEqual([
      ['SX002', 'saved'],
      ['SX001', 'invalid'],
      ['NO999', 'invalid'],
      ['SX007', 'saved'],
    ]);
    const form = await findForm(reporter, id);
    const figure = (code: string) =>
      form!.rows.find(({ indicator }) => indicator.code === code)!.figure;
    expect(figure('SX002')).toMatchObject({
      answer: 'number',
      value: '1205',
      revision: 1,
      enteredBy: reporter.name,
    });
    expect(figure('SX007')).toMatchObject({
      answer: 'not_available',
      value: null,
      note: '账册遗失',
    });
    expect(figure('SX001')).toBeNull();
  });

  test('blank takes the value away, and the row stays with its history', async () => {
    const id = await world.report('neighbour', '2021');
    const reporter = world.viewer('neighbour', 'reporter');
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '7' }]);
    const [cleared] = await saveFigures(reporter, id, [
      { indicator: 'SX001', revision: 1, typed: '' },
    ]);
    expect(cleared).toMatchObject({
      outcome: 'saved',
      figure: { answer: 'blank', value: null, revision: 2 },
    });
    const events = await listEvents(reporter, id, { indicator: 'SX001' });
    expect(events).toMatchObject([
      { from: { value: '7' }, to: { value: null } },
      { from: null, to: { value: '7' } },
    ]);
  });

  test('an edit that saw an older revision changes nothing and receives what stands', async () => {
    const id = await world.report('otherCounty', '2021');
    const first = world.viewer('otherCounty', 'reporter');
    const second = await world.person('otherCounty', ['reporter']);
    await saveFigures(first, id, [{ indicator: 'SX001', revision: 0, typed: '10' }]);
    await saveFigures(first, id, [{ indicator: 'SX001', revision: 1, typed: '11' }]);
    const [late, fresh] = await saveFigures(second, id, [
      { indicator: 'SX001', revision: 1, typed: '99' },
      { indicator: 'SX002', revision: 0, typed: '5' },
    ]);
    expect(late).toMatchObject({
      outcome: 'conflict',
      figure: { value: '11', revision: 2, enteredBy: first.name },
    });
    expect(fresh).toMatchObject({ outcome: 'saved' });
    // The same number again is no conflict, whatever was seen: a repeated request is answered as the first.
    const [again] = await saveFigures(second, id, [
      { indicator: 'SX001', revision: 0, typed: '11' },
    ]);
    expect(again).toMatchObject({ outcome: 'unchanged', figure: { revision: 2 } });
  });

  test('a revision never seen is not believed', async () => {
    const id = await world.report('city', '2021');
    const [result] = await saveFigures(world.viewer('city', 'reporter'), id, [
      { indicator: 'SX001', revision: 4, typed: '1' },
    ]);
    expect(result).toMatchObject({ outcome: 'saved', figure: { revision: 1 } });
  });

  test('filling a section answers only what is still blank', async () => {
    const id = await world.report('county', '2022');
    const reporter = world.viewer('county', 'reporter');
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '7' }]);
    const filled = await fillSection(reporter, id, 'SX', 'zero', null);
    const rows = (await findForm(reporter, id))!.rows.filter(
      ({ indicator }) => indicator.section === 'SX',
    );
    expect(filled).toBe(rows.length - 1);
    expect(rows.find(({ indicator }) => indicator.code === 'SX001')!.figure).toMatchObject({
      value: '7',
      revision: 1,
    });
    expect(await fillSection(reporter, id, 'SX', 'not_applicable', '本县没有')).toBe(0);
  });

  test('outside the dates of the period nothing is taken', async () => {
    const reporter = world.viewer('county', 'reporter');
    const early = await world.report('county', '2031', [5, 10, 20, 90]);
    const closed = await world.report('county', '2011', [-90, -60, -30, 90]);
    const late = await world.report('county', '2012', [-90, -60, 30, 90]);
    const edit: FigureEdit[] = [{ indicator: 'SX001', revision: 0, typed: '1' }];
    await expect(saveFigures(reporter, early, edit)).rejects.toMatchObject({
      code: 'period-not-open',
    });
    await expect(saveFigures(reporter, closed, edit)).rejects.toMatchObject({
      code: 'period-closed',
    });
    expect(await saveFigures(reporter, late, edit)).toMatchObject([{ outcome: 'saved' }]);
  });
});

test('writers in one report never overwrite each other silently', async () => {
  const id = await world.report('city', '2022');
  const writers = await Promise.all(
    Array.from({ length: 16 }, () => world.person('city', ['reporter'])),
  );
  const cells = ['SX001', 'SX002', 'SX007', 'SX018', 'JG001', 'JG006'];
  const acknowledged: { code: string; revision: number; value: string }[] = [];
  let conflicts = 0;
  await Promise.all(
    writers.map(async (writer, w) => {
      const seen = new Map<string, number>();
      for (let round = 0; round < 12; round += 1) {
        const batch = cells
          .filter((_, c) => (c + w + round) % 3 !== 0)
          .sort(() => ((w + round) % 2 ? 1 : -1));
        const results = await saveFigures(
          writer,
          id,
          batch.map((indicator, c) => ({
            indicator,
            revision: seen.get(indicator) ?? 0,
            typed: String(1 + w * 10_000 + round * 100 + c),
          })),
        );
        for (const result of results) {
          if (result.outcome === 'invalid') throw new Error(JSON.stringify(result));
          seen.set(result.indicator, result.figure.revision);
          if (result.outcome === 'saved')
            acknowledged.push({
              code: result.indicator,
              revision: result.figure.revision,
              value: result.figure.value!,
            });
          else conflicts += 1;
          // Whoever is refused receives a value that somebody really wrote.
          expect(result.figure.answer).toBe('number');
        }
      }
    }),
  );
  expect(conflicts).toBeGreaterThan(0);
  for (const code of cells) {
    const written = acknowledged
      .filter((one) => one.code === code)
      .sort((a, b) => a.revision - b.revision);
    // One writer per revision, none left out: nothing acknowledged was lost.
    expect(written.map(({ revision }) => revision)).toEqual(written.map((_, at) => at + 1));
    const events = await db.event.findMany({
      where: { reportId: id, subject: code, kind: 'figure.saved' },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    const steps = events
      .map(({ from, to }) => ({
        from: from as { value: string; revision: number } | null,
        to: to as { value: string; revision: number },
      }))
      .sort((a, b) => a.to.revision - b.to.revision);
    expect(steps.map(({ to }) => [to.revision, to.value])).toEqual(
      written.map(({ revision, value }) => [revision, value]),
    );
    expect(steps.map(({ from }) => from?.value ?? null)).toEqual([
      null,
      ...written.slice(0, -1).map(({ value }) => value),
    ]);
    const standing = await db.figure.findFirst({
      where: { submission: { reportId: id }, indicatorCode: code },
    });
    expect([standing!.revision, standing!.value!.toFixed()]).toEqual([
      written.at(-1)!.revision,
      written.at(-1)!.value,
    ]);
  }
});

test('a submitted figure never changes, not even past the program', async () => {
  const id = await world.report('neighbour', '2023');
  await fillAll(world.viewer('neighbour', 'reporter'), id);
  await sendForSignature(world.viewer('neighbour', 'reporter'), id);
  await expect(
    saveFigures(world.viewer('neighbour', 'reporter'), id, [
      { indicator: 'SX001', revision: 1, typed: '2' },
    ]),
  ).rejects.toMatchObject({ code: 'not-open-for-entry' });
  await signAndSubmit(world.viewer('neighbour', 'signatory'), id);
  await expect(
    saveFigures(world.viewer('neighbour', 'reporter'), id, [
      { indicator: 'SX001', revision: 1, typed: '2' },
    ]),
  ).rejects.toMatchObject({ code: 'not-open-for-entry' });
  await expect(
    db.$executeRaw`UPDATE "figure" SET "revision" = 9
      WHERE "submission_id" IN (SELECT "id" FROM "submission" WHERE "report_id" = ${id}::uuid)`,
  ).rejects.toThrow(/frozen/);
  await expect(
    db.$executeRaw`DELETE FROM "figure"
      WHERE "submission_id" IN (SELECT "id" FROM "submission" WHERE "report_id" = ${id}::uuid)`,
  ).rejects.toThrow(/frozen/);
  await expect(
    db.$executeRaw`UPDATE "submission" SET "signed_at" = NULL, "signed_by_id" = NULL WHERE "report_id" = ${id}::uuid`,
  ).rejects.toThrow(/frozen/);
  await expect(db.$executeRaw`DELETE FROM "event" WHERE "report_id" = ${id}::uuid`).rejects.toThrow(
    /append-only/,
  );
});

test('a remark, a scope and a date stand beside a number, and go when the number does', async () => {
  const id = await world.report('otherCity', '2022');
  const reporter = world.viewer('otherCity', 'reporter');
  const details = { note: ' 含新建园区 ', scopeNote: '本级', asOf: '2022-11' };
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '7' }]);
  const said = await saveFigures(reporter, id, [
    { indicator: 'SX001', revision: 1, typed: '7', details },
  ]);
  expect(said).toMatchObject([
    {
      outcome: 'saved',
      figure: { value: '7', note: '含新建园区', scopeNote: '本级', asOf: '2022-11', revision: 2 },
    },
  ]);
  const [same] = await saveFigures(reporter, id, [
    { indicator: 'SX001', revision: 2, typed: '7', details: { ...details, note: '含新建园区' } },
  ]);
  expect(same).toMatchObject({ outcome: 'unchanged' });
  const [other] = await saveFigures(reporter, id, [
    { indicator: 'SX001', revision: 2, typed: '8' },
  ]);
  expect(other).toMatchObject({
    outcome: 'saved',
    figure: { value: '8', note: '含新建园区', scopeNote: '本级', asOf: '2022-11' },
  });
  const [none] = await saveFigures(reporter, id, [
    { indicator: 'SX001', revision: 3, answer: 'not_applicable', note: '没有' },
  ]);
  expect(none).toMatchObject({
    outcome: 'saved',
    figure: { value: null, note: '没有', scopeNote: null, asOf: null },
  });
});

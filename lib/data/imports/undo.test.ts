import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { findImportPlan } from './import-plan';
import { listImportedFigures, undoImport } from './undo';
import { writeImport } from './write';
import { findImport, listRemembered } from './imports';
import { returnForChanges } from '../review/reviews';
import { findTrace } from '../summary/summaries';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { importing, longAgo, sheet, twoYears } from './test-imports';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const { plannedFor, valueOf } = importing(() => world);

describe('an import that is taken back', () => {
  test('puts back what stood before; what was changed since stays and is named', async () => {
    const [first, second] = [
      await world.report('city', '1991', longAgo),
      await world.report('city', '1992'),
    ];
    const reporter = world.viewer('city', 'reporter');
    await saveFigures(reporter, second, [
      {
        indicator: 'ZZ025',
        revision: 0,
        typed: '近3万',
        details: { note: '估计', scopeNote: null, asOf: null },
      },
    ]);
    const { id, planned } = await plannedFor('city', [twoYears(1991, '12.5')]);
    await writeImport(reporter, id, planned.mark);
    await saveFigures(reporter, second, [{ indicator: 'ZZ001', revision: 1, typed: '1237' }]);
    expect(
      (await listImportedFigures(reporter, id)).map(
        ({ period, indicator, fate }) => `${period} ${indicator} ${fate}`,
      ),
    ).toEqual([
      '1991 ZZ001 standing',
      '1991 ZZ025 standing',
      '1992 ZZ001 changed',
      '1992 ZZ025 standing',
    ]);
    expect(await undoImport(reporter, id)).toEqual({ restored: 3, kept: 1 });
    expect([
      await valueOf('city', first, 'ZZ001'),
      await valueOf('city', first, 'ZZ025'),
      await valueOf('city', second, 'ZZ001'),
      await valueOf('city', second, 'ZZ025'),
    ]).toEqual([null, null, '1237', '30000']);
    const back = (await findForm(reporter, second))!.rows.find(
      ({ indicator }) => indicator.code === 'ZZ025',
    )!.figure;
    expect(back).toMatchObject({
      qualifier: '近',
      note: '估计',
      shown: { scale: '万' },
      revision: 3,
    });
    expect(
      (await listEvents(reporter, second)).find(({ kind }) => kind === 'figures.importUndone'),
    ).toMatchObject({ to: { indicators: ['ZZ025'], kept: ['ZZ001'] } });
    await expect(undoImport(reporter, id)).rejects.toMatchObject({ code: 'import-already-undone' });
    expect((await findImport(reporter, id))?.undone?.by).toBe(reporter.name);
    expect((await listRemembered(reporter)).map((one) => one.id)).not.toContain(id);
    const trace = await findTrace(reporter, {
      unit: reporter.unit.code,
      period: '1992',
      indicator: 'ZZ025',
      submission: 1,
    });
    expect(trace?.imported).toBeNull();
  });

  test('leaves what was handed in since, and two at once take it back once', async () => {
    const id = await world.report('county', '1993');
    const reporter = world.viewer('county', 'reporter');
    const { id: importId, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1993年'],
        ['ZZ001', '5'],
        ['ZZ004', '3'],
      ]),
    ]);
    await writeImport(reporter, importId, planned.mark);
    await expect(
      undoImport(reporter, (await plannedFor('county', [twoYears(1981)])).id),
    ).rejects.toMatchObject({ code: 'import-not-written' });
    await fillRest(reporter, id);
    await db.submission.updateMany({
      where: { reportId: id },
      data: { sentAt: new Date(), sentById: reporter.personId },
    });
    const done = await Promise.allSettled([
      undoImport(reporter, importId),
      undoImport(reporter, importId),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await valueOf('county', id, 'ZZ001')).toBe('5');
    expect((await listImportedFigures(reporter, importId)).map(({ fate }) => fate)).toEqual([
      'handed-in',
      'handed-in',
    ]);
  });

  test('a correction knows where the figures it was copied from came from', async () => {
    const id = await world.report('county', '1994');
    const reporter = world.viewer('county', 'reporter');
    const { id: importId, planned } = await plannedFor('county', [
      sheet([
        ['指标', '1994年'],
        ['ZZ001', '0'],
        ['ZZ004', '0'],
      ]),
    ]);
    await fillAll(reporter, id);
    const again = (await findImportPlan(reporter, importId))!;
    expect(planned.mark).not.toBe(again.mark);
    expect(again.plan.cells.map(({ kind }) => kind)).toEqual(['same', 'same']);
    await saveFigures(reporter, id, [{ indicator: 'ZZ004', revision: 1, typed: '' }]);
    await writeImport(reporter, importId, (await findImportPlan(reporter, importId))!.mark);
    await sendForSignature(reporter, id);
    await signAndSubmit(world.viewer('county', 'signatory'), id);
    await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
      reason: '请核对',
      marks: [],
    });
    const trace = (submission: number, indicator: string) =>
      findTrace(reporter, { unit: reporter.unit.code, period: '1994', indicator, submission });
    expect((await trace(2, 'ZZ004'))?.imported).toMatchObject({ importId, cell: 'B3' });
    expect((await trace(2, 'ZZ001'))?.imported).toBeNull();
  });
});

async function fillRest(reporter: Parameters<typeof saveFigures>[0], id: string): Promise<void> {
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]);
}

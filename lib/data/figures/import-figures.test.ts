import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { importFigures } from './save-together';
import { saveFigures } from './save-figures';
import { findForm } from './form';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const valuesOf = async (viewer: Parameters<typeof findForm>[0], id: string) =>
  (await findForm(viewer, id))!.rows.flatMap(({ indicator, figure }) =>
    figure ? [[indicator.code, figure.value, figure.revision]] : [],
  );

describe('figures of a file', () => {
  test('are written together with one event that names the file; a second time nothing is written', async () => {
    const id = await world.report('county', '2021');
    const reporter = world.viewer('county', 'reporter');
    const edits = [
      { indicator: 'SX001', revision: 0, typed: '12' },
      { indicator: 'SX002', revision: 0, answer: 'not_available' as const, note: '账册遗失' },
    ];
    expect(await importFigures(reporter, id, edits, '表.xlsx')).toBe(2);
    const after = await valuesOf(reporter, id);
    expect(after).toEqual([
      ['SX001', '12', 1],
      ['SX002', null, 1],
    ]);
    expect(await importFigures(reporter, id, edits, '表.xlsx')).toBe(0);
    expect(await valuesOf(reporter, id)).toEqual(after);
    const imports = (await listEvents(reporter, id)).filter(
      ({ kind }) => kind === 'figures.imported',
    );
    expect(imports).toMatchObject([{ to: { file: '表.xlsx', indicators: ['SX001', 'SX002'] } }]);
  });

  test.each([
    ['one was changed since it was looked at', { indicator: 'SX001', revision: 1, typed: '99' }],
    ['one is no number', { indicator: 'SX007', revision: 0, typed: 'many' }],
    ['one is on no form', { indicator: 'NO999', revision: 0, typed: '1' }],
  ])('nothing is written where %s', async (name, edit) => {
    const id = await world.report(
      'neighbour',
      name.includes('number') ? '2022' : name.includes('form') ? '2023' : '2024',
    );
    const reporter = world.viewer('neighbour', 'reporter');
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '10' }]);
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '11' }]);
    await expect(
      importFigures(
        reporter,
        id,
        [{ indicator: 'SX002', revision: 0, typed: '5' }, edit],
        '表.xlsx',
      ),
    ).rejects.toMatchObject({ code: 'changed-since-preview' });
    expect(await valuesOf(reporter, id)).toEqual([['SX001', '11', 2]]);
    expect(await db.event.count({ where: { reportId: id, kind: 'figures.imported' } })).toBe(0);
  });

  test('two who confirm the same at once write it once', async () => {
    const id = await world.report('otherCounty', '2021');
    const reporter = world.viewer('otherCounty', 'reporter');
    const edits = ['SX001', 'SX002', 'SX007'].map((indicator) => ({
      indicator,
      revision: 0,
      typed: '7',
    }));
    const written = await Promise.all([
      importFigures(reporter, id, edits, 'a.xlsx'),
      importFigures(reporter, id, edits, 'a.xlsx'),
    ]);
    expect(written.sort()).toEqual([0, 3]);
    expect(await valuesOf(reporter, id)).toEqual([
      ['SX001', '7', 1],
      ['SX002', '7', 1],
      ['SX007', '7', 1],
    ]);
  });
});

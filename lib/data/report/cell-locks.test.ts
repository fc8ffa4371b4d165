import { beforeAll, describe, expect, test } from 'vitest';
import { addEvidence } from '../figures/evidence';
import { fillSection } from '../figures/fill-section';
import { importFigures } from '../figures/save-together';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 6000;
beforeAll(async () => {
  world = await makeWorld();
});

const pdf = { name: '台账.pdf', content: new Uint8Array(Buffer.from('%PDF-1.7')) };
const locked = { outcome: 'invalid', issue: { code: 'cell-locked' } };

/** A report of the county that came back with these marks. */
async function returned(marks: string[]): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await fillAll(world.viewer('county', 'reporter'), id);
  await sendForSignature(world.viewer('county', 'reporter'), id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
    reason: '请核对',
    marks: marks.map((indicator) => ({ indicator, note: '与台账不一致' })),
  });
  return id;
}

describe('after a return', () => {
  test('marked figures are changed, others are refused on every way in, and say why', async () => {
    const reporter = world.viewer('county', 'reporter');
    const id = await returned(['SX001']);
    const [marked, other, untouched] = await saveFigures(reporter, id, [
      { indicator: 'SX001', revision: 1, typed: '7' },
      { indicator: 'SX007', revision: 1, typed: '8' },
      { indicator: 'SX002', revision: 1, typed: '0' },
    ]);
    expect(marked).toMatchObject({ outcome: 'saved' });
    expect(other).toMatchObject(locked);
    expect(untouched).toMatchObject({ outcome: 'unchanged' });
    expect(
      await saveFigures(reporter, id, [
        { indicator: 'SX007', revision: 1, answer: 'not_available', note: '台账遗失' },
      ]),
    ).toMatchObject([locked]);
    expect(
      await saveFigures(reporter, id, [
        { indicator: 'SX007', measure: 'target', revision: 0, typed: '9' },
      ]),
    ).toMatchObject([locked]);
    await expect(
      importFigures(
        reporter,
        id,
        [
          { indicator: 'SX001', revision: 2, typed: '9' },
          { indicator: 'SX007', revision: 1, typed: '8' },
        ],
        '表.xlsx',
      ),
    ).rejects.toMatchObject({ code: 'changed-since-preview' });
    await expect(addEvidence(reporter, id, 'SX007', pdf)).rejects.toMatchObject({
      code: 'cell-locked',
    });
    await addEvidence(reporter, id, 'SX001', pdf);
    expect(await fillSection(reporter, id, 'SX', 'zero', null)).toBe(0);
    const form = await findForm(reporter, id);
    expect(form!.locks.get('SX007')).toEqual({ reason: 'not-marked', request: null });
    expect(form!.locks.has('SX001')).toBe(false);
    expect(form!.rows.find(({ indicator }) => indicator.code === 'SX007')!.figure).toMatchObject({
      value: '0',
      revision: 1,
    });
    expect((await findForm(reporter, id, 1))!.locks.size).toBe(0);
  });

  test('a target that the union above sets is its own to change', async () => {
    const id = await returned(['SX001']);
    expect(
      await saveFigures(world.viewer('city', 'reviewer'), id, [
        { indicator: 'SX007', measure: 'target', revision: 0, typed: '9' },
      ]),
    ).toMatchObject([{ outcome: 'saved' }]);
  });

  test('a return without marks opens everything', async () => {
    const id = await returned([]);
    expect(
      await saveFigures(world.viewer('county', 'reporter'), id, [
        { indicator: 'SX007', revision: 1, typed: '8' },
      ]),
    ).toMatchObject([{ outcome: 'saved' }]);
    expect((await findForm(world.viewer('county', 'reporter'), id))!.locks.size).toBe(0);
  });

  test('what stands in the draft alone is open: an indicator chosen since, one without an answer', async () => {
    const reporter = world.viewer('county', 'reporter');
    const id = await returned(['SX001']);
    const { rows, locks } = (await findForm(reporter, id))!;
    for (const { indicator, figure } of rows)
      if (figure === null) expect(locks.has(indicator.code)).toBe(false);
    expect(
      rows.filter(({ figure }) => figure !== null && figure.answer !== 'blank').length,
    ).toBeGreaterThan(locks.size);
  });
});

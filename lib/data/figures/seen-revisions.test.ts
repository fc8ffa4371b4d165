// Whoever writes over something says which revision of it was seen. Any other than the standing one, older or newer,
// is a conflict: a newer one is what a page has that stood open over a return, or over a database that was restored.
import { beforeAll, expect, test } from 'vitest';
import { issueEdition } from '../desk/editions';
import { findDesk, saveManuscript, startManuscript } from '../desk/manuscripts';
import type { DeskKey } from '../desk/desk-unit';
import { renewManuscript } from '../desk/renewals';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { findForm } from './form';
import { saveFigures } from './save-figures';
import { saveNote } from './work-notes';

let world: World;
let year = 3500;
beforeAll(async () => {
  world = await makeWorld();
});

const reporter = () => world.viewer('county', 'reporter');

async function opened() {
  const id = await world.report('county', String((year += 1)));
  return id;
}

async function begun(): Promise<DeskKey> {
  const id = await opened();
  await fillAll(reporter(), id, '1');
  const key = { unit: world.unit.county.code, period: String(year) };
  await startManuscript(reporter(), key);
  return key;
}

/** Two saves make the standing revision 2. */
test.each([1, 3, 99])('a figure that stands at 2 is not written over from %i', async (revision) => {
  const id = await opened();
  await saveFigures(reporter(), id, [{ indicator: 'SX001', revision: 0, typed: '10' }]);
  await saveFigures(reporter(), id, [{ indicator: 'SX001', revision: 1, typed: '11' }]);
  expect(
    await saveFigures(reporter(), id, [{ indicator: 'SX001', revision, typed: '99' }]),
  ).toMatchObject([{ outcome: 'conflict', figure: { value: '11', revision: 2 } }]);
  const form = await findForm(reporter(), id);
  expect(form!.rows.find(({ indicator }) => indicator.code === 'SX001')!.figure!.value).toBe('11');
});

test.each([0, 1, 3])('a note that stands at 2 is not written over from %i', async (revision) => {
  const id = await opened();
  const note = { section: 'SX', kind: 'measures' } as const;
  await saveNote(reporter(), id, { ...note, text: '开展宣讲', revision: 0 });
  await saveNote(reporter(), id, { ...note, text: '开展宣讲活动', revision: 1 });
  expect(await saveNote(reporter(), id, { ...note, text: '别的话', revision })).toMatchObject({
    outcome: 'conflict',
    note: { text: '开展宣讲活动', revision: 2 },
  });
});

test.each([0, 2])(
  'a manuscript that stands at 1 is not saved, issued or renewed from %i',
  async (revision) => {
    const key = await begun();
    const { manuscript } = (await findDesk(reporter(), key))!;
    const blocks = manuscript!.blocks.slice(1);
    expect(
      await saveManuscript(reporter(), key, { revision, from: 'another-window', blocks }),
    ).toMatchObject({ outcome: 'conflict', revision: 1 });
    await expect(renewManuscript(reporter(), key, revision, {})).rejects.toMatchObject({
      code: 'manuscript-saved',
    });
    await expect(
      issueEdition(world.viewer('county', 'signatory'), key, revision),
    ).rejects.toMatchObject({ code: 'manuscript-changed' });
  },
);

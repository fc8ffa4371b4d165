import { beforeAll, describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/access/policy';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { addEvidence, listEvidence, readEvidence, removeEvidence } from './evidence';
import { returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const pdf = (text = '%PDF-1.7 台账') => ({
  name: 'C:\\fakepath\\台账.pdf',
  content: new Uint8Array(Buffer.from(text)),
});

test('a file stands behind a figure, with who put it there, and can be taken away again', async () => {
  const id = await world.report('county', '2041');
  const reporter = world.viewer('county', 'reporter');
  const added = await addEvidence(reporter, id, 'SX001', pdf());
  expect(await listEvidence(reporter, id, 1)).toEqual([
    { ...added, name: '台账.pdf', indicator: 'SX001', size: 15, by: reporter.name },
  ]);
  const read = await readEvidence(reporter, added.id);
  expect([read!.type, Buffer.from(read!.content).toString()]).toEqual(['pdf', '%PDF-1.7 台账']);
  await removeEvidence(reporter, added.id);
  expect(await listEvidence(reporter, id, 1)).toEqual([]);
  expect(await readEvidence(reporter, added.id)).toBeNull();
  expect(await db.evidenceFile.count({ where: { evidence: { none: {} } } })).toBe(0);
  expect((await listEvents(reporter, id)).map(({ kind }) => kind)).toEqual([
    'evidence.removed',
    'evidence.added',
  ]);
});

describe('is refused', () => {
  let year = 2100;
  test.each([
    [
      'a page that calls itself a picture',
      { name: 'a.png', content: new Uint8Array(Buffer.from('<html>')) },
      'evidence-type',
    ],
    [
      'more than five megabytes',
      { name: 'a.pdf', content: new Uint8Array(5 * 1024 * 1024 + 1) },
      'evidence-too-large',
    ],
  ])('%s', async (_case, file, code) => {
    const id = await world.report('county', String((year += 1)));
    await expect(
      addEvidence(world.viewer('county', 'reporter'), id, 'SX001', file),
    ).rejects.toMatchObject({ code });
  });

  test('what belongs to no indicator, and an eleventh file', async () => {
    const id = await world.report('county', '2043');
    const reporter = world.viewer('county', 'reporter');
    await expect(addEvidence(reporter, id, 'NO999', pdf())).rejects.toMatchObject({
      code: 'not-on-form',
    });
    for (let i = 0; i < 10; i += 1) await addEvidence(reporter, id, 'SX001', pdf());
    await expect(addEvidence(reporter, id, 'SX001', pdf())).rejects.toMatchObject({
      code: 'too-much-evidence',
    });
  });
});

test('it is read by whoever may read the submission, is frozen with it, and goes on into the next', async () => {
  const id = await world.report('county', '2044');
  const reporter = world.viewer('county', 'reporter');
  const reviewer = world.viewer('city', 'reviewer');
  await fillAll(reporter, id);
  const { id: file } = await addEvidence(reporter, id, 'SX001', pdf());
  expect(await readEvidence(reviewer, file)).toBeNull();
  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);

  expect(await readEvidence(reviewer, file)).toMatchObject({ name: '台账.pdf' });
  expect(await listEvidence(reviewer, id, 1)).toHaveLength(1);
  for (const unit of ['otherCity', 'otherCounty', 'neighbour'] as const) {
    expect(
      await readEvidence({ ...world.viewer(unit, 'reviewer'), roles: [...roles] }, file),
    ).toBeNull();
  }
  await expect(removeEvidence(reporter, file)).rejects.toMatchObject({
    code: 'not-open-for-entry',
  });
  await expect(addEvidence(reporter, id, 'SX001', pdf())).rejects.toMatchObject({
    code: 'not-open-for-entry',
  });
  await expect(db.$executeRaw`DELETE FROM "evidence" WHERE "id" = ${file}::uuid`).rejects.toThrow(
    /frozen/,
  );

  await returnForChanges(reviewer, id, 1, { reason: '请补充', marks: [] });
  const [copy] = await listEvidence(reporter, id, 2);
  expect(copy).toMatchObject({ name: '台账.pdf', by: reporter.name });
  await removeEvidence(reporter, copy!.id);
  expect(await readEvidence(reviewer, file)).toMatchObject({ name: '台账.pdf' });
  // What an earlier submission holds cannot be taken away through the next.
  await expect(removeEvidence(reporter, file)).rejects.toMatchObject({ code: 'not-found' });
});

import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { findForm } from './form';
import { returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { findSummarySources, readSummaryInput } from '../summary/input';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { saveNote } from './work-notes';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const place = { section: 'SX', kind: 'measures' } as const;

test('a note is kept with its writer, and an edit that saw an older one receives what stands', async () => {
  const id = await world.report('county', '2021');
  const [one, other] = [
    world.viewer('county', 'reporter'),
    await world.person('county', ['reporter']),
  ];
  expect(
    await saveNote(one, id, { ...place, text: ' 组织宣讲团进企业 ', revision: 0 }),
  ).toMatchObject({ outcome: 'saved', note: { text: '组织宣讲团进企业', revision: 1 } });
  expect(await saveNote(other, id, { ...place, text: '另写一句', revision: 0 })).toMatchObject({
    outcome: 'conflict',
    note: { text: '组织宣讲团进企业', by: one.name },
  });
  expect(
    await saveNote(other, id, { ...place, text: '组织宣讲团进企业', revision: 0 }),
  ).toMatchObject({ outcome: 'unchanged' });
  expect(await saveNote(other, id, { ...place, text: '', revision: 1 })).toMatchObject({
    outcome: 'saved',
    note: { text: '', revision: 2, by: other.name },
  });
  const events = await listEvents(one, id);
  const note = { kind: 'note.saved', subject: 'SX measures' };
  expect(events).toMatchObject([
    { ...note, from: '组织宣讲团进企业', to: '' },
    { ...note, from: null, to: '组织宣讲团进企业' },
  ]);
});

test('two first words at the same moment: one stands, the other is refused', async () => {
  const id = await world.report('county', '2022');
  const reporter = world.viewer('county', 'reporter');
  const results = await Promise.all(
    ['甲写的', '乙写的'].map((text) => saveNote(reporter, id, { ...place, text, revision: 0 })),
  );
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'saved']);
  expect(new Set(results.map(({ note }) => note.text)).size).toBe(1);
});

test('a section that is not there, and a text without end, are refused', async () => {
  const id = await world.report('county', '2023');
  const reporter = world.viewer('county', 'reporter');
  await expect(
    saveNote(reporter, id, { ...place, section: 'XX', text: '字', revision: 0 }),
  ).rejects.toMatchObject({ code: 'unknown-section' });
  await expect(
    saveNote(reporter, id, { ...place, text: '字'.repeat(2001), revision: 0 }),
  ).rejects.toMatchObject({ code: 'text-too-long' });
});

test('notes are frozen with their submission, go into the summary, and are copied into the next submission', async () => {
  const id = await world.report('county', '2024');
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  await saveNote(reporter, id, { ...place, text: '组织宣讲团进企业', revision: 0 });
  await saveNote(reporter, id, { ...place, kind: 'highlights', text: '首次走进工地', revision: 0 });
  await saveNote(reporter, id, { ...place, kind: 'highlights', text: '', revision: 1 });
  await fillAll(reporter, id);
  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await expect(
    saveNote(reporter, id, { ...place, text: '改一句', revision: 1 }),
  ).rejects.toMatchObject({ code: 'not-open-for-entry' });
  const submission = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  for (const statement of [
    db.$executeRaw`UPDATE "work_note" SET "text" = '' WHERE "submission_id" = ${submission.id}::uuid`,
    db.$executeRaw`DELETE FROM "work_note" WHERE "submission_id" = ${submission.id}::uuid`,
    db.$executeRaw`INSERT INTO "work_note" ("submission_id", "section_code", "kind", "text", "written_by_id")
      VALUES (${submission.id}::uuid, 'JG', 'measures', '后加', ${reporter.personId}::uuid)`,
  ])
    await expect(statement).rejects.toThrow(/frozen/);
  const sources = await findSummarySources(reviewer, {
    unit: world.unit.county.code,
    period: '2024',
  });
  expect((await readSummaryInput(sources!))?.notes).toMatchObject([
    { section: 'SX', kind: 'measures', text: '组织宣讲团进企业', by: reporter.name },
  ]);

  await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [] });
  expect((await findForm(reporter, id))?.notes).toMatchObject([
    { text: '组织宣讲团进企业', revision: 1 },
    { text: '', revision: 2 },
  ]);
  expect(await saveNote(reporter, id, { ...place, text: '改一句', revision: 1 })).toMatchObject({
    outcome: 'saved',
  });
  expect((await findForm(reviewer, id, 1))?.notes[0]).toMatchObject({ text: '组织宣讲团进企业' });
});

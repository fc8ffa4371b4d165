// A manuscript written anew on a real database: own words stay, the old text is kept, nobody's words are put aside
// unseen.
import { beforeAll, expect, test } from 'vitest';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import { usualStyle } from '@/lib/domain/comparison/source';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findDesk, saveManuscript, startManuscript } from './manuscripts';
import { findRenewal, renewManuscript, restoreManuscript } from './renewals';
import type { DeskKey } from './desk-unit';
import { findVersion, listVersions, type Basis } from './versions';
import { makeWorld, type World } from '../testing/test-world';

const brief: Basis = { style: { ...usualStyle, length: 'brief', headings: 'four' } };

let world: World;
let author: Viewer;
let signatory: Viewer;
let year = 2700;

beforeAll(async () => {
  world = await makeWorld();
  author = world.viewer('county', 'reporter');
  signatory = world.viewer('county', 'signatory');
});

test('what would happen is shown before, and nothing happens by asking', async () => {
  const key = await begun();
  const { manuscript } = (await findDesk(author, key))!;
  const preview = (await findRenewal(author, key, brief))!;
  expect(preview).toMatchObject({ revision: 2, basis: {} });
  expect((await listVersions(author, key))!.former).toEqual([]);
  expect(preview.renewal.kept.map(({ parts }) => textOf(parts))).toContain('自己写的话。');
  expect((await findDesk(author, key))!.manuscript).toEqual(manuscript);
});

test('own words stay, the old text is kept and can be taken back, which can be taken back again', async () => {
  const key = await begun();
  const before = (await findDesk(author, key))!.manuscript!;
  await renewManuscript(author, key, 2, brief);
  const renewed = (await findDesk(author, key))!.manuscript!;
  expect(renewed.revision).toBe(3);
  expect(said(renewed.blocks)).toContain('自己写的话。');
  expect(said(renewed.blocks)).not.toBe(said(before.blocks));
  expect(await findRenewal(author, key, null)).toMatchObject({
    basis: brief,
  });
  expect((await listVersions(author, key))!.former).toMatchObject([{ revision: 2, basis: {} }]);
  await restoreManuscript(signatory, key, 3, 2);
  expect((await findDesk(author, key))!.manuscript).toMatchObject({
    revision: 4,
    blocks: before.blocks,
  });
  await restoreManuscript(signatory, key, 4, 3);
  expect((await findDesk(author, key))!.manuscript).toMatchObject({
    revision: 5,
    blocks: renewed.blocks,
  });
  const events = await db.event.findMany({
    where: {
      subject: `${key.unit} ${key.period}`,
      kind: { in: ['manuscript.renewed', 'manuscript.restored'] },
    },
  });
  expect(events).toHaveLength(3);
  await expect(db.$executeRaw`DELETE FROM "former_manuscript"`).rejects.toThrow(/append-only/);
});

test('of many at once one writes anew, and a text that was saved meanwhile stays', async () => {
  const key = await begun();
  const all = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => renewManuscript(author, key, 2, brief)),
    restoreManuscript(signatory, key, 2, 1),
  ]);
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { manuscript } = (await findDesk(author, key))!;
  await saveManuscript(signatory, key, {
    revision: 3,
    from: 'b',
    blocks: withWords(manuscript!.blocks, '签发人的话。'),
  });
  await expect(renewManuscript(author, key, 3, {})).rejects.toMatchObject({
    code: 'manuscript-saved',
  });
  expect(said((await findDesk(author, key))!.manuscript!.blocks)).toContain('签发人的话。');
  // A window with the old text is answered what stands, and may still put its own in place.
  expect(
    await saveManuscript(author, key, { revision: 2, from: 'a', blocks: manuscript!.blocks }),
  ).toMatchObject({ outcome: 'conflict', revision: 4 });
});

test('who does not write there neither sees nor changes anything', async () => {
  const key = await begun();
  for (const viewer of [
    world.viewer('otherCity', 'reporter'),
    world.viewer('city', 'reviewer'),
    world.viewer('county', 'administrator'),
    world.viewer('county', 'auditor'),
  ]) {
    expect(await findRenewal(viewer, key, brief)).toBeNull();
    expect(await listVersions(viewer, key)).toBeNull();
    expect(await findVersion(viewer, key, 1)).toBeNull();
    await expect(renewManuscript(viewer, key, 2, brief)).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|refused)$/) as string,
    });
    await expect(restoreManuscript(viewer, key, 2, 1)).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|refused)$/) as string,
    });
  }
  await expect(restoreManuscript(author, key, 2, 99)).rejects.toMatchObject({ code: 'not-found' });
  expect((await findDesk(author, key))!.manuscript!.revision).toBe(2);
});

/** A text with a sentence of the author's, at revision 2. */
async function begun(): Promise<DeskKey> {
  const period = String((year += 2));
  const reportId = await world.report('county', period);
  const { id } = await db.submission.findFirstOrThrow({ where: { reportId } });
  const data = Object.entries({
    JG001: '1695',
    JG003: '407000',
    JG005: '12',
    BF003: '9789500',
  }).map(([indicatorCode, value]) => ({
    submissionId: id,
    indicatorCode,
    answer: 'number' as const,
    value,
    enteredById: author.personId,
  }));
  await db.figure.createMany({ data });
  await db.submission.update({
    where: { id },
    data: {
      sentAt: new Date(),
      sentById: author.personId,
      signedAt: new Date(),
      signedById: signatory.personId,
    },
  });
  const key = { unit: world.unit.county.code, period };
  await startManuscript(author, key);
  const { manuscript } = (await findDesk(author, key))!;
  await saveManuscript(author, key, {
    revision: 1,
    from: 'a',
    blocks: withWords(manuscript!.blocks, '自己写的话。'),
  });
  return key;
}

const withWords = (blocks: Block[], words: string): Block[] => [
  ...blocks,
  {
    id: `own.${words}`,
    kind: 'own',
    section: null,
    opens: true,
    hidden: false,
    pinned: false,
    parts: [words],
    origin: null,
  },
];

const said = (blocks: Block[]): string => blocks.map(({ parts }) => textOf(parts)).join('');

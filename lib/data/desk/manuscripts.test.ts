// The author's desk on a real database: nothing is saved over unseen, no number is typed, what is issued stays.
import { beforeAll, describe, expect, test } from 'vitest';
import { isChip, textOf, type Block, type Chip } from '@/lib/domain/desk/manuscript';
import { roles } from '@/lib/domain/access/policy';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findEdition, issueEdition, listEditions } from './editions';
import { findDesk, saveManuscript, startManuscript } from './manuscripts';
import { restoreManuscript } from './renewals';
import { findVersion, listVersions } from './versions';

import { eventsOf, makeDesk, said, withWords, type TestDesk } from './test-manuscripts';

let desk: TestDesk;
let author: Viewer;
let signatory: Viewer;

beforeAll(async () => {
  desk = await makeDesk();
  ({ author, signatory } = desk);
});

describe('a manuscript', () => {
  test('begins once, with the summary as it is, and says who began it', async () => {
    const key = await desk.reported({ JG001: '1695', JG003: '407000' });
    await Promise.all([
      startManuscript(author, key),
      startManuscript(signatory, key),
      startManuscript(author, key),
    ]);
    const { manuscript, today } = (await findDesk(author, key))!;
    expect(manuscript!.revision).toBe(1);
    expect(manuscript!.blocks.map(({ parts }) => textOf(parts)).join('')).toBe(
      today.summary.paragraphs.flatMap(({ segments }) => segments.map(({ text }) => text)).join(''),
    );
    expect(await eventsOf(key)).toEqual(['manuscript.started']);
  });

  test('of many saves of one revision one is taken, and all others are shown what stands', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        saveManuscript(n % 2 ? author : signatory, key, {
          revision: 1,
          from: `window-${n}`,
          blocks: withWords(manuscript!.blocks, `第${n}人写的话`),
        }),
      ),
    );
    const saved = results.filter(({ outcome }) => outcome === 'saved');
    expect(saved).toHaveLength(1);
    const standing = (await findDesk(author, key))!.manuscript!;
    expect(standing.revision).toBe(2);
    for (const result of results) {
      if (result.outcome === 'conflict')
        expect(result).toMatchObject({
          revision: 2,
          blocks: standing.blocks,
          savedBy: standing.savedBy,
        });
    }
  });

  test('a save whose answer was lost may be sent again, and goes on from there', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    const blocks = withWords(manuscript!.blocks, '网络断开前写的话');
    const save = { revision: 1, from: 'window-a', blocks };
    expect(await saveManuscript(author, key, save)).toMatchObject({
      outcome: 'saved',
      revision: 2,
    });
    expect(await saveManuscript(author, key, save)).toMatchObject({
      outcome: 'saved',
      revision: 2,
    });
    expect(
      await saveManuscript(author, key, { ...save, blocks: withWords(blocks, '断开后又写的话') }),
    ).toMatchObject({ outcome: 'saved', revision: 3 });
    expect(
      await saveManuscript(signatory, key, { revision: 2, from: 'window-b', blocks }),
    ).toMatchObject({ outcome: 'conflict', revision: 3 });
  });

  test('a text that is put over another’s leaves the other among the versions', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    await saveManuscript(signatory, key, {
      revision: 1,
      from: 'b',
      blocks: withWords(manuscript!.blocks, '签发人的话'),
    });
    const mine = withWords(manuscript!.blocks, '填报员的话');
    expect(
      await saveManuscript(author, key, { revision: 2, from: 'a', blocks: mine }),
    ).toMatchObject({ outcome: 'saved', revision: 3 });
    const { former } = (await listVersions(signatory, key))!;
    expect(former.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [2, signatory.name],
      [1, author.name],
    ]);
    expect(said(await findVersion(author, key, 2))).toContain('签发人的话');
    expect(said((await findDesk(author, key))!.manuscript)).not.toContain('签发人的话');
  });

  test('deleting everything is gone back from', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    const written = withWords(manuscript!.blocks, '自己写了半天的话。');
    await saveManuscript(author, key, { revision: 1, from: 'a', blocks: written });
    // A little later the same person goes on writing: that is no version of its own.
    await saveManuscript(author, key, {
      revision: 2,
      from: 'a',
      blocks: withWords(written, '再写一句。'),
    });
    expect((await listVersions(author, key))!.former).toEqual([]);
    const emptied = [{ ...manuscript!.blocks[0]!, parts: [] }];
    await saveManuscript(author, key, { revision: 3, from: 'a', blocks: emptied });
    expect((await listVersions(author, key))!.former.map(({ revision }) => revision)).toEqual([3]);
    await restoreManuscript(author, key, 4, 3);
    expect(said((await findDesk(author, key))!.manuscript)).toContain(
      '自己写了半天的话。再写一句。',
    );
  });

  test('ten minutes of writing are a version', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    await db.manuscript.updateMany({
      where: { periodCode: key.period },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    });
    const blocks = withWords(manuscript!.blocks, '十分钟以后的话。');
    await saveManuscript(author, key, { revision: 1, from: 'a', blocks });
    expect((await listVersions(author, key))!.former.map(({ revision }) => revision)).toEqual([1]);
  });

  test('no number is typed: a chip that no figure stands behind becomes words', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    const sentence = manuscript!.blocks.find(({ id }) => id === 'JG.figures.JG001')!;
    const retyped = (change: (chip: Chip) => Chip) =>
      manuscript!.blocks.map((block) =>
        block === sentence
          ? { ...block, parts: block.parts.map((part) => (isChip(part) ? change(part) : part)) }
          : block,
      );
    const attempts: [Block[], number][] = [
      [retyped((chip) => ({ ...chip, text: '9999场次' })), 2],
      [retyped((chip) => ({ ...chip, ref: 'nothing' })), 2],
      [
        retyped((chip) =>
          chip.text.endsWith('人次') ? { ...chip, text: '41万余人次', form: '万.0.余' } : chip,
        ),
        1,
      ],
      [
        retyped((chip) =>
          chip.text.endsWith('人次') ? { ...chip, text: '40万余人次', form: '万.0.余' } : chip,
        ),
        0,
      ],
    ];
    let revision = 1;
    for (const [blocks, loosened] of attempts) {
      const result = await saveManuscript(author, key, { revision, from: 'a', blocks });
      expect(result).toMatchObject({ outcome: 'saved', loosened });
      revision = result.revision;
    }
    const standing = (await findDesk(author, key))!.manuscript!.blocks.find(
      ({ id }) => id === sentence.id,
    )!;
    expect(standing.parts.filter(isChip).map(({ text }) => text)).toEqual([
      '1695场次',
      '40万余人次',
    ]);
  });
});

describe('who has no business at the desk', () => {
  const save = { revision: 1, from: 'a', blocks: [] };

  test.each(['otherCity', 'city', 'county'] as const)('people of %s', async (of) => {
    const key = await desk.begun();
    await issueEdition(signatory, key, 1);
    const isBeside = of === 'otherCity';
    const viewers =
      of === 'county'
        ? [desk.world.viewer(of, 'administrator'), desk.world.viewer(of, 'auditor')]
        : [{ ...desk.world.viewer(of, 'reporter'), roles: [...roles] }];
    for (const viewer of viewers) {
      expect(await findDesk(viewer, key)).toBeNull();
      for (const write of [
        () => saveManuscript(viewer, key, save),
        () => startManuscript(viewer, key),
        () => issueEdition(viewer, key, 1),
      ])
        await expect(write()).rejects.toMatchObject({ code: isBeside ? 'not-found' : 'refused' });
      expect(await listEditions(viewer, key)).toEqual(
        isBeside ? null : [expect.objectContaining({ number: 1 })],
      );
      expect((await findEdition(viewer, key, 1)) === null).toBe(isBeside);
      for (const number of [0, -1, 1.5, 2, 1e9])
        expect(await findEdition(viewer, key, number)).toBeNull();
      for (const unit of ["x' OR 1=1", '', '\u0000'])
        expect(await findEdition(viewer, { ...key, unit }, 1)).toBeNull();
      expect(await listEditions({ ...viewer, roles: [] }, key)).toBeNull();
    }
    expect(await findDesk(author, key)).toMatchObject({ mayIssue: false });
    expect(await findDesk(signatory, key)).toMatchObject({ mayIssue: true });
  });
});

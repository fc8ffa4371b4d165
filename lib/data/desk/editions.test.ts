// Editions on a real database: what is issued was seen, is true, and stays.
import { beforeAll, describe, expect, test } from 'vitest';
import { isChip, type Block } from '@/lib/domain/desk/manuscript';
import { reviewBlocks } from '@/lib/domain/desk/review';
import { unlinkedIn } from '@/lib/domain/desk/unlinked';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findEdition, issueEdition, listEditions } from './editions';
import { findDesk, saveManuscript, startManuscript } from './manuscripts';

import { eventsOf, makeDesk, withWords, type TestDesk } from './test-manuscripts';

let desk: TestDesk;
let author: Viewer;
let signatory: Viewer;

beforeAll(async () => {
  desk = await makeDesk();
  ({ author, signatory } = desk);
});

describe('an edition', () => {
  test('freezes text, figures and submissions, with who and when, and keeps its hash', async () => {
    const key = await desk.begun();
    const number = await issueEdition(signatory, key, 1);
    const edition = (await findEdition(desk.world.viewer('city', 'auditor'), key, number))!;
    expect(edition).toMatchObject({ number: 1, issuedBy: signatory.name, isIntact: true });
    expect(edition.content.sources).toEqual([
      { ...key, submission: 1, standing: 'submitted', madeUp: false },
    ]);
    expect(edition.content.figures).toContainEqual({
      key: { ...key, indicator: 'JG001', submission: 1 },
      value: '1695',
    });
    await db.person.update({ where: { id: signatory.personId }, data: { name: '改了名' } });
    expect(await findEdition(author, key, 1)).toMatchObject({
      issuedBy: signatory.name,
      isIntact: true,
    });
    await db.person.update({ where: { id: signatory.personId }, data: { name: signatory.name } });
    await expect(db.$executeRaw`UPDATE "edition" SET "hash" = ''`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`DELETE FROM "edition"`).rejects.toThrow(/append-only/);
    expect(await eventsOf(key)).toEqual(['manuscript.started', 'edition.issued']);
  });

  test('is not issued twice for one text, nor of a text that was not seen', async () => {
    const key = await desk.begun();
    await issueEdition(signatory, key, 1);
    await expect(issueEdition(signatory, key, 1)).rejects.toMatchObject({
      code: 'edition-unchanged',
    });
    const { manuscript } = (await findDesk(author, key))!;
    await saveManuscript(author, key, {
      revision: 1,
      from: 'a',
      blocks: withWords(manuscript!.blocks, '又加一句。'),
    });
    await expect(issueEdition(signatory, key, 1)).rejects.toMatchObject({
      code: 'manuscript-changed',
    });
    expect(await issueEdition(signatory, key, 2)).toBe(2);
    expect((await listEditions(author, key))!.map((edition) => edition.number)).toEqual([2, 1]);
  });

  test('of one text issued by many at once there is one', async () => {
    const key = await desk.begun();
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => issueEdition(signatory, key, 1)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listEditions(author, key)).toHaveLength(1);
  });

  test('a corrected figure makes the sentence stale: no edition until it is brought up to date', async () => {
    const key = await desk.begun();
    await desk.correct(key, 'JG001', '1700');
    await expect(issueEdition(signatory, key, 1)).rejects.toMatchObject({
      code: 'manuscript-stale',
      params: { count: '1' },
    });
    const { manuscript, today } = (await findDesk(author, key))!;
    const generated = today.sentences.get('JG.figures.JG001')!;
    const blocks = manuscript!.blocks.map((block) =>
      block.id === 'JG.figures.JG001'
        ? { ...block, parts: [...generated], origin: [...generated] }
        : block,
    );
    await saveManuscript(author, key, { revision: 1, from: 'a', blocks });
    await issueEdition(signatory, key, 2);
    const edition = (await findEdition(author, key, 1))!;
    expect(JSON.stringify(edition.content.summary.paragraphs)).toContain('1700场次');
    expect(edition.content.sources.map(({ submission }) => submission)).toEqual([2]);
    expect(await eventsOf(key)).toEqual([
      'manuscript.started',
      'manuscript.updated',
      'edition.issued',
    ]);
  });

  test('what contradicts the report, has no source or does not end is gone through first', async () => {
    const key = await desk.begun();
    const { manuscript } = (await findDesk(author, key))!;
    const blocks = withWords(
      manuscript!.blocks.map((block) =>
        block.id === 'JG.figures.JG001'
          ? {
              ...block,
              parts: block.parts.map((part) =>
                isChip(part) && part.text === '1695场次' ? '99场次' : part,
              ),
            }
          : block,
      ),
      '走访了47户人家',
    );
    await saveManuscript(author, key, { revision: 1, from: 'a', blocks });
    const open = { code: 'manuscript-not-gone-through', params: { count: '3' } };
    await expect(issueEdition(signatory, key, 2)).rejects.toMatchObject(open);
    const { today } = (await findDesk(author, key))!;
    const idsOf = (stand: Block[]) =>
      reviewBlocks(stand, today, (block) => unlinkedIn(block, today.candidates, [])).map(
        ({ id }) => id,
      );
    const seen = idsOf(blocks).filter((id) => !id.startsWith('no-stop'));
    await expect(issueEdition(signatory, key, 2, seen)).rejects.toMatchObject({
      ...open,
      params: { count: '1' },
    });
    expect(await issueEdition(signatory, key, 2, idsOf(blocks))).toBe(1);
  });

  test('no draft stands behind it', async () => {
    const key = await desk.reported({ JG001: '12' }, 'draft');
    await startManuscript(author, key);
    await expect(issueEdition(signatory, key, 1)).rejects.toMatchObject({
      code: 'manuscript-from-draft',
    });
  });
});

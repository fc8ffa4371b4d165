// The author's desk on a real database: nothing is saved over unseen, no number is typed, what is issued stays.
import { beforeAll, describe, expect, test } from 'vitest';
import { isChip, textOf, type Block, type Chip } from '@/lib/domain/desk/manuscript';
import { roles } from '@/lib/domain/access/policy';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findEdition, issueEdition, listEditions } from './editions';
import {
  findDesk,
  replaceManuscript,
  saveManuscript,
  startManuscript,
  type DeskKey,
} from './manuscripts';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
let author: Viewer;
let signatory: Viewer;
let year = 2500;

beforeAll(async () => {
  world = await makeWorld();
  author = world.viewer('county', 'reporter');
  signatory = world.viewer('county', 'signatory');
});

describe('a manuscript', () => {
  test('begins once, with the summary as it is, and says who began it', async () => {
    const key = await reported({ JG001: '1695', JG003: '407000' });
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
    const key = await begun();
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
    const key = await begun();
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

  test('a text that is put over another leaves the other in the record', async () => {
    const key = await begun();
    const { manuscript } = (await findDesk(author, key))!;
    await saveManuscript(signatory, key, {
      revision: 1,
      from: 'b',
      blocks: withWords(manuscript!.blocks, '签发人的话'),
    });
    const mine = withWords(manuscript!.blocks, '填报员的话');
    expect(
      await replaceManuscript(author, key, { revision: 2, from: 'a', blocks: mine }),
    ).toMatchObject({ outcome: 'saved', revision: 3 });
    const event = await db.event.findFirstOrThrow({
      where: { kind: 'manuscript.replaced', subject: `${key.unit} ${key.period}` },
    });
    expect(JSON.stringify(event.from)).toContain('签发人的话');
    expect(JSON.stringify(event.to)).not.toContain('签发人的话');
  });

  test('no number is typed: a chip that no figure stands behind becomes words', async () => {
    const key = await begun();
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

describe('an edition', () => {
  test('freezes text, figures and submissions, with who and when, and keeps its hash', async () => {
    const key = await begun();
    const number = await issueEdition(signatory, key, 1);
    const edition = (await findEdition(world.viewer('city', 'auditor'), key, number))!;
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
    const key = await begun();
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
    const key = await begun();
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => issueEdition(signatory, key, 1)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listEditions(author, key)).toHaveLength(1);
  });

  test('a corrected figure makes the sentence stale: no edition until it is brought up to date', async () => {
    const key = await begun();
    await correct(key, 'JG001', '1700');
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

  test('no draft stands behind it', async () => {
    const key = await reported({ JG001: '12' }, 'draft');
    await startManuscript(author, key);
    await expect(issueEdition(signatory, key, 1)).rejects.toMatchObject({
      code: 'manuscript-from-draft',
    });
  });
});

describe('who has no business at the desk', () => {
  const save = { revision: 1, from: 'a', blocks: [] };

  test.each(['otherCity', 'city', 'county'] as const)('people of %s', async (of) => {
    const key = await begun();
    await issueEdition(signatory, key, 1);
    const isBeside = of === 'otherCity';
    const viewers =
      of === 'county'
        ? [world.viewer(of, 'administrator'), world.viewer(of, 'auditor')]
        : [{ ...world.viewer(of, 'reporter'), roles: [...roles] }];
    for (const viewer of viewers) {
      expect(await findDesk(viewer, key)).toBeNull();
      for (const write of [
        () => saveManuscript(viewer, key, save),
        () => replaceManuscript(viewer, key, save),
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

async function begun(): Promise<DeskKey> {
  const key = await reported({ JG001: '1695', JG003: '407000', BF003: '9789500' });
  await startManuscript(author, key);
  return key;
}

async function reported(
  values: Record<string, string>,
  stage: 'draft' | 'signed' = 'signed',
): Promise<DeskKey> {
  const period = String((year += 2));
  const reportId = await world.report('county', period);
  const { id } = await db.submission.findFirstOrThrow({ where: { reportId } });
  await enter(id, values);
  if (stage === 'signed') await sign(id);
  return { unit: world.unit.county.code, period };
}

/** A second submission with one other figure, signed. */
async function correct({ period }: DeskKey, indicator: string, value: string): Promise<void> {
  const report = await db.report.findFirstOrThrow({
    where: { unitId: world.unit.county.id, period: { code: period } },
    select: { id: true, submissions: { select: { id: true } } },
  });
  const figures = await db.figure.findMany({ where: { submissionId: report.submissions[0]!.id } });
  const { id } = await db.submission.create({ data: { reportId: report.id, number: 2 } });
  await enter(id, {
    ...Object.fromEntries(figures.map((figure) => [figure.indicatorCode, String(figure.value)])),
    [indicator]: value,
  });
  await sign(id);
}

async function enter(submissionId: string, values: Record<string, string>): Promise<void> {
  const data = Object.entries(values).map(([indicatorCode, value]) => ({
    submissionId,
    indicatorCode,
    answer: 'number' as const,
    value,
    enteredById: author.personId,
  }));
  await db.figure.createMany({ data });
}

const sign = (id: string) =>
  db.submission.update({
    where: { id },
    data: {
      sentAt: new Date(),
      sentById: author.personId,
      signedAt: new Date(),
      signedById: signatory.personId,
    },
  });

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

async function eventsOf({ unit, period }: DeskKey): Promise<string[]> {
  const events = await db.event.findMany({
    where: { subject: `${unit} ${period}` },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
}

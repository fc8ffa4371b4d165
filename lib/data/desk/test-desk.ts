// A county's manuscripts, as several tests begin.
import type { Block } from '@/lib/domain/desk/manuscript';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { startManuscript, type DeskKey } from './manuscripts';
import { makeWorld, type World } from '../testing/test-world';

export let world: World;
export let author: Viewer;
export let signatory: Viewer;
let year = 2500;

/** Builds the world that these tests share within one file. */
export async function openDesk(): Promise<void> {
  world = await makeWorld();
  author = world.viewer('county', 'reporter');
  signatory = world.viewer('county', 'signatory');
}

export async function begun(): Promise<DeskKey> {
  const key = await reported({ JG001: '1695', JG003: '407000', BF003: '9789500' });
  await startManuscript(author, key);
  return key;
}

export async function reported(
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
export async function correct(
  { period }: DeskKey,
  indicator: string,
  value: string,
): Promise<void> {
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

export async function enter(submissionId: string, values: Record<string, string>): Promise<void> {
  const data = Object.entries(values).map(([indicatorCode, value]) => ({
    submissionId,
    indicatorCode,
    answer: 'number' as const,
    value,
    enteredById: author.personId,
  }));
  await db.figure.createMany({ data });
}

export const sign = (id: string) =>
  db.submission.update({
    where: { id },
    data: {
      sentAt: new Date(),
      sentById: author.personId,
      signedAt: new Date(),
      signedById: signatory.personId,
    },
  });

export const withWords = (blocks: Block[], words: string): Block[] => [
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

export async function eventsOf({ unit, period }: DeskKey): Promise<string[]> {
  const events = await db.event.findMany({
    where: { subject: `${unit} ${period}` },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
}

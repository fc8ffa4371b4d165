// A desk of its own for each test: a county's report of a year in which nothing else happens.
import { textOf, type Block, type Manuscript } from '@/lib/domain/desk/manuscript';
import { db } from '../database/client';
import { makeWorld } from '../testing/test-world';
import type { DeskKey } from './desk-unit';
import { startManuscript } from './manuscripts';

export type TestDesk = Awaited<ReturnType<typeof makeDesk>>;

/** An author, a signatory, and reports to write of. */
export async function makeDesk() {
  const world = await makeWorld();
  const author = world.viewer('county', 'reporter');
  const signatory = world.viewer('county', 'signatory');
  let year = 2500;

  /** A report with these figures. */
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

  /** The same with a manuscript begun. */
  async function begun(): Promise<DeskKey> {
    const key = await reported({ JG001: '1695', JG003: '407000', BF003: '9789500' });
    await startManuscript(author, key);
    return key;
  }

  /** A second submission with one other figure, signed. */
  async function correct({ period }: DeskKey, indicator: string, value: string): Promise<void> {
    const report = await db.report.findFirstOrThrow({
      where: { unitId: world.unit.county.id, period: { code: period } },
      select: { id: true, submissions: { select: { id: true } } },
    });
    const figures = await db.figure.findMany({
      where: { submissionId: report.submissions[0]!.id },
    });
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

  return { world, author, signatory, reported, begun, correct };
}

/** All that a text says. */
export const said = (text: Pick<Manuscript, 'blocks'> | null): string =>
  text?.blocks.map(({ parts }) => textOf(parts)).join('') ?? '';

/** A sentence of the author's behind the others. */
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

/** The events about a manuscript, in their order. */
export async function eventsOf({ unit, period }: DeskKey): Promise<string[]> {
  const events = await db.event.findMany({
    where: { subject: `${unit} ${period}` },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
}

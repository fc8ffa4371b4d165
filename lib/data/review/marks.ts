import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { threadStanding, type Thread } from '@/lib/domain/report/mark-thread';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import { readServerTime } from '../database/server-time';
import { notify } from '../notices/notices';
import { recordEvents } from '../database/record-events';
import { findReport } from '../report/reports';
import { reviewersOf } from '../tree/reviewing-unit';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf, wordsOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** What was said about the marked figures of a report over all its submissions, by indicator; empty where the viewer
 *  may not read it. */
export async function findThreads(viewer: Viewer, reportId: string): Promise<Map<string, Thread>> {
  if (!(await findReport(viewer, reportId))) return new Map();
  return readThreads(db, reportId);
}

/** The unit answers a mark. */
export async function answerMark(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  text: string,
): Promise<void> {
  const words = reasonOf(text);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'mark.answer', 'alone');
    if ((await standingOf(tx, reportId, indicator)) === 'settled')
      throw new InvalidError('mark-settled');
    await write(tx, viewer, reportId, { indicator, kind: 'answered', text: words });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      kind: 'mark.answered',
      reportId,
      byId: viewer.personId,
      text: words,
      subject: indicator,
    });
  });
}

/** The reviewer says something more, also of a mark that was settled: it is open again then. */
export async function replyToMark(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  text: string,
): Promise<void> {
  await reviewersWord(viewer, reportId, { indicator, kind: 'replied', text: reasonOf(text) });
}

/** The reviewer finds a mark dealt with; words are not asked for. */
export async function settleMark(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  text = '',
): Promise<void> {
  await reviewersWord(viewer, reportId, {
    indicator,
    kind: 'settled',
    text: wordsOf(text) || null,
  });
}

type NewWord = { indicator: string; kind: 'answered' | 'replied' | 'settled'; text: string | null };

async function reviewersWord(viewer: Viewer, reportId: string, word: NewWord): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'mark.reply', 'alone');
    const standing = await standingOf(tx, reportId, word.indicator);
    if (word.kind === 'settled' && standing === 'settled') return;
    await write(tx, viewer, reportId, word);
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter'],
      kind: `mark.${word.kind}`,
      reportId,
      byId: viewer.personId,
      text: word.text,
      subject: word.indicator,
    });
  });
}

async function write(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  { indicator, kind, text }: NewWord,
): Promise<void> {
  const writtenAt = await readServerTime(tx);
  await tx.markComment.create({
    data: {
      reportId,
      indicatorCode: indicator,
      kind,
      text,
      personId: viewer.personId,
      writtenAt,
    },
  });
  await recordEvents(tx, [
    { by: viewer.personId, kind: `mark.${kind}`, reportId, subject: indicator, to: text },
  ]);
}

async function standingOf(tx: Transaction, reportId: string, indicator: string) {
  const thread = (await readThreads(tx, reportId)).get(indicator);
  if (!thread) throw new InvalidError('not-marked', { indicator });
  return threadStanding(thread.words);
}

async function readThreads(tx: Transaction, reportId: string): Promise<Map<string, Thread>> {
  const marks = await tx.reviewMark.findMany({
    where: { review: { submission: { reportId } } },
    select: {
      indicatorCode: true,
      note: true,
      review: { select: { decidedAt: true, person: { select: { name: true } } } },
    },
  });
  const comments = await tx.markComment.findMany({
    where: { reportId },
    select: {
      indicatorCode: true,
      kind: true,
      text: true,
      writtenAt: true,
      person: { select: { name: true } },
    },
  });
  const words = [
    ...marks.map(({ indicatorCode, note, review }) => ({
      indicator: indicatorCode,
      word: { kind: 'marked', text: note, by: review.person.name, at: review.decidedAt } as const,
    })),
    ...comments.map(({ indicatorCode, kind, text, writtenAt, person }) => ({
      indicator: indicatorCode,
      word: { kind, text, by: person.name, at: writtenAt },
    })),
  ].sort((a, b) => a.word.at.getTime() - b.word.at.getTime());
  const threads = new Map(
    [...groupBy(words, ({ indicator }) => indicator)].map(([indicator, said]): [string, Thread] => [
      indicator,
      { indicator, words: said.map(({ word }) => word) },
    ]),
  );
  // A mark that was taken back leaves no thread.
  return new Map([...threads].filter(([, thread]) => thread.words[0]?.kind === 'marked'));
}

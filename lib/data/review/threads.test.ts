// The way of a marked figure between unit and reviewer.
import { beforeAll, describe, expect, test } from 'vitest';
import { withdraw } from '../submission/withdraw';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { answerMark, findThreads, replyToMark, settleMark } from './marks';
import { listNotices } from '../notices/notices';
import { findOpenMarks } from './open-marks';
import { answerReopening, askToOpen, listReopenings, openAllCells } from './reopenings';
import { approve, returnForChanges } from './reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 7000;
beforeAll(async () => {
  world = await makeWorld();
});

const people = () => ({
  reporter: world.viewer('county', 'reporter'),
  signatory: world.viewer('county', 'signatory'),
  reviewer: world.viewer('city', 'reviewer'),
  examiner: world.viewer('city', 'examiner'),
});
const marks = [{ indicator: 'SX001', note: '与台账不一致' }];

async function handIn(id: string): Promise<void> {
  const { reporter, signatory } = people();
  await sendForSignature(reporter, id);
  await signAndSubmit(signatory, id);
}

async function submitted(): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await fillAll(people().reporter, id);
  await handIn(id);
  return id;
}

async function returned(): Promise<string> {
  const id = await submitted();
  await returnForChanges(people().reviewer, id, 1, { reason: '请核对', marks });
  return id;
}

describe('a thread', () => {
  test('goes to and fro, stays with the report over its submissions, and is shown in history and notices', async () => {
    const { reporter, reviewer } = people();
    const id = await returned();
    await answerMark(reporter, id, 'SX001', '台账漏登两场，已补');
    await replyToMark(reviewer, id, 'SX001', '请附台账');
    await answerMark(reporter, id, 'SX001', '已附');
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
    await handIn(id);
    await settleMark(reviewer, id, 'SX001');
    const thread = (await findThreads(reporter, id)).get('SX001');
    expect(thread?.words.map(({ kind, text, by }) => [kind, text, by])).toEqual([
      ['marked', '与台账不一致', reviewer.name],
      ['answered', '台账漏登两场，已补', reporter.name],
      ['replied', '请附台账', reviewer.name],
      ['answered', '已附', reporter.name],
      ['settled', null, reviewer.name],
    ]);
    const kinds = (await listEvents(reviewer, id))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('mark.'));
    expect(kinds).toEqual(['mark.settled', 'mark.answered', 'mark.replied', 'mark.answered']);
    expect(
      (await listNotices(reporter))
        .filter(({ about, kind }) => about.reportId === id && !kind.startsWith('report.'))
        .map(({ kind, subject }) => [kind, subject]),
    ).toEqual([
      ['mark.settled', 'SX001'],
      ['mark.replied', 'SX001'],
      ['review.returned', null],
    ]);
    expect(
      (await listNotices(people().examiner))
        .filter(({ about }) => about.reportId === id)
        .map(({ kind }) => kind),
    ).toEqual(['report.submitted', 'mark.answered', 'mark.answered', 'report.submitted']);
    await expect(answerMark(reporter, id, 'SX001', '还有')).rejects.toMatchObject({
      code: 'mark-settled',
    });
    await approve(reviewer, id, 2);
    await expect(replyToMark(reviewer, id, 'SX001', '再看')).rejects.toMatchObject({
      code: 'already-decided',
    });
  });

  test('begins with a mark, is never emptied and never changed', async () => {
    const { reporter } = people();
    const id = await returned();
    await expect(answerMark(reporter, id, 'SX007', '没有批注')).rejects.toMatchObject({
      code: 'not-marked',
    });
    await expect(answerMark(reporter, id, 'SX001', ' ')).rejects.toMatchObject({
      code: 'reason-empty',
    });
    await answerMark(reporter, id, 'SX001', '已核对');
    await expect(
      db.markComment.updateMany({ where: { reportId: id }, data: { text: '改了' } }),
    ).rejects.toThrow();
    await expect(db.markComment.deleteMany({ where: { reportId: id } })).rejects.toThrow();
  });

  test('a return that was answered cannot be taken back', async () => {
    const id = await returned();
    await answerMark(people().reporter, id, 'SX001', '已核对');
    await expect(takeBack(people().reviewer, id, 1, '看错了')).rejects.toMatchObject({
      code: 'already-being-corrected',
    });
  });
});

describe('marks that nothing was done about', () => {
  const two = [...marks, { indicator: 'SX007', note: '请核对场次' }];
  const open = async (viewer: Viewer, id: string, number?: number) =>
    findOpenMarks(viewer, (await findForm(viewer, id, number))!);

  test('are shown until the figure is changed or the mark is answered, and again once the reviewer asks on', async () => {
    const { reporter, reviewer } = people();
    const id = await submitted();
    expect(await open(reporter, id)).toEqual([]);
    await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: two });
    expect(await open(reporter, id)).toEqual(two);
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
    expect(await open(reporter, id)).toEqual([two[1]]);
    await answerMark(reporter, id, 'SX007', '与台账一致');
    expect(await open(reporter, id)).toEqual([]);
    await replyToMark(reviewer, id, 'SX007', '请附台账');
    await handIn(id);
    expect(await open(reviewer, id)).toEqual([two[1]]);
    await settleMark(reviewer, id, 'SX007');
    expect(await open(reviewer, id)).toEqual([]);
  });

  test('stay those of the last return, also when what answered it was withdrawn', async () => {
    const { reporter, reviewer } = people();
    const id = await returned();
    await handIn(id);
    await withdraw(reporter, id, 2, '发现一处填错');
    await handIn(id);
    expect(await open(reviewer, id)).toEqual(marks);
    expect(await open(reviewer, id, 1)).toEqual([]);
    const form = (await findForm(reviewer, id))!;
    await expect(findOpenMarks(world.viewer('otherCity', 'reviewer'), form)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('cells on request', () => {
  test('one is asked for, opened, and only then changed; another is refused with a reason and asked for again', async () => {
    const { reporter, reviewer } = people();
    const id = await returned();
    const change = () =>
      saveFigures(reporter, id, [{ indicator: 'SX007', revision: 1, typed: '8' }]);
    await expect(askToOpen(reporter, id, 'SX001', '想改')).rejects.toMatchObject({
      code: 'cell-not-locked',
    });
    await askToOpen(reporter, id, 'SX007', '与集中宣讲有关');
    expect((await findForm(reporter, id))!.locks.get('SX007')?.request).toBe('waiting');
    expect(await change()).toMatchObject([{ issue: { code: 'cell-locked' } }]);
    await expect(answerReopening(reviewer, id, 'SX007', false, '')).rejects.toMatchObject({
      code: 'reason-empty',
    });
    await answerReopening(reviewer, id, 'SX007', false, '请先说明');
    expect((await findForm(reporter, id))!.locks.get('SX007')?.request).toBe('refused');
    await askToOpen(reporter, id, 'SX007', '台账已附');
    await answerReopening(reviewer, id, 'SX007', true);
    await expect(answerReopening(reviewer, id, 'SX007', false, '又不同意')).rejects.toMatchObject({
      code: 'reopening-already-answered',
    });
    expect(await change()).toMatchObject([{ outcome: 'saved' }]);
    expect(await listReopenings(reviewer, id)).toMatchObject([
      { indicator: 'SX007', reason: '台账已附', isGranted: true, decidedBy: reviewer.name },
    ]);
    expect(
      await saveFigures(reporter, id, [{ indicator: 'SX008', revision: 1, typed: '8' }]),
    ).toMatchObject([{ issue: { code: 'cell-locked' } }]);
  });

  test('all of them at once, and a report returned with everything open', async () => {
    const { reporter, reviewer } = people();
    const id = await returned();
    await askToOpen(reporter, id, 'SX007', '与集中宣讲有关');
    await openAllCells(reviewer, id);
    expect((await findForm(reporter, id))!.locks.size).toBe(0);
    expect(await listReopenings(reviewer, id)).toMatchObject([{ isGranted: true }]);
    const other = await submitted();
    await returnForChanges(reviewer, other, 1, { reason: '请全面核对', marks, opensAll: true });
    expect((await findForm(reporter, other))!.locks.size).toBe(0);
  });

  test('two reviewers answer one request: one of them does', async () => {
    const { reporter, reviewer } = people();
    const id = await returned();
    await askToOpen(reporter, id, 'SX007', '与集中宣讲有关');
    const results = await Promise.allSettled([
      answerReopening(reviewer, id, 'SX007', true),
      answerReopening(await world.person('city', ['reviewer']), id, 'SX007', false, '不必改'),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

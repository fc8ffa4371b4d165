// A submission that two may want to read at once, and what one of them notes while reading.
import { beforeAll, describe, expect, test } from 'vitest';
import { accept, release } from './acceptance';
import { withdraw } from '../submission/withdraw';
import { db } from '../database/client';
import { listDraftMarks, saveDraftMark } from './draft-marks';
import { saveFigures } from '../figures/save-figures';
import { findReport } from '../report/reports';
import { approveMany } from './queue';
import { approve, returnForChanges } from './reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 7500;
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

describe('a submission that is being read', () => {
  test('is decided by who reads it; another takes over first; releasing lets everybody', async () => {
    const { reviewer } = people();
    const second = await world.person('city', ['reviewer']);
    const id = await submitted();
    await accept(reviewer, id, 1);
    for (const act of [
      () => accept(second, id, 1),
      () => approve(second, id, 1),
      () => returnForChanges(second, id, 1, { reason: '请核对', marks: [] }),
      () => release(second, id, 1),
      () => saveDraftMark(second, id, 1, 'SX001', '请核对'),
    ])
      await expect(act()).rejects.toMatchObject({
        code: 'accepted-by-another',
        params: { by: reviewer.name },
      });
    expect(await approveMany(second, [{ reportId: id, submission: 1 }])).toMatchObject({
      approved: [],
      refused: [{ code: 'accepted-by-another' }],
    });
    await accept(second, id, 1, { takeOver: true });
    expect((await findReport(reviewer, id))!.accepted).toMatchObject({
      by: second.name,
      isOwn: false,
    });
    await expect(approve(reviewer, id, 1)).rejects.toMatchObject({ code: 'accepted-by-another' });
    await release(second, id, 1);
    await approve(reviewer, id, 1);
  });

  test('of two who begin at once one reads', async () => {
    const second = await world.person('city', ['reviewer']);
    const id = await submitted();
    const results = await Promise.allSettled([
      accept(people().reviewer, id, 1),
      accept(second, id, 1),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not withdrawn; one that nobody reads is, and the next is its copy', async () => {
    const { reporter, reviewer } = people();
    const id = await submitted();
    await accept(reviewer, id, 1);
    await expect(withdraw(reporter, id, 1, '发现填错')).rejects.toMatchObject({
      code: 'being-read',
      params: { by: reviewer.name },
    });
    await release(reviewer, id, 1);
    await expect(withdraw(reporter, id, 1, ' ')).rejects.toMatchObject({ code: 'reason-empty' });
    await withdraw(reporter, id, 1, '发现填错');
    expect(await findReport(reporter, id)).toMatchObject({
      status: 'filling',
      submission: { number: 2 },
      submissions: [{ withdrawal: { reason: '发现填错', by: reporter.name } }, {}],
    });
    expect((await findReport(reviewer, id))!.allowed).not.toContain('report.review');
    await expect(approve(reviewer, id, 1)).rejects.toMatchObject({ code: 'not-submitted' });
    expect(
      await saveFigures(reporter, id, [{ indicator: 'SX007', revision: 1, typed: '8' }]),
    ).toMatchObject([{ outcome: 'saved' }]);
    await handIn(id);
    await approve(reviewer, id, 2);
  });

  test('withdrawing and reading at the same moment are one of the two', async () => {
    const { signatory, reviewer } = people();
    for (let i = 0; i < 5; i += 1) {
      const id = await submitted();
      const results = await Promise.allSettled([
        withdraw(signatory, id, 1, '发现填错'),
        accept(reviewer, id, 1),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  test('what is withdrawn after a return answers that return still', async () => {
    const { reporter } = people();
    const id = await returned();
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
    await handIn(id);
    await withdraw(reporter, id, 2, '又发现一处');
    expect((await findReport(reporter, id))!.status).toBe('returned');
    expect(
      await saveFigures(reporter, id, [
        { indicator: 'SX001', revision: 2, typed: '9' },
        { indicator: 'SX007', revision: 1, typed: '9' },
      ]),
    ).toMatchObject([{ outcome: 'saved' }, { issue: { code: 'cell-locked' } }]);
  });
});

describe('marks while reading', () => {
  test('are kept until the decision, seen by reviewers alone, and keep a report out of approving many', async () => {
    const { reporter, reviewer, examiner } = people();
    const id = await submitted();
    await saveDraftMark(examiner, id, 1, 'SX001', '请核对');
    await saveDraftMark(examiner, id, 1, 'SX007', '请核对');
    await saveDraftMark(reviewer, id, 1, 'SX007', ' ');
    expect(await listDraftMarks(reviewer, id)).toEqual([
      { indicator: 'SX001', note: '请核对', by: examiner.name },
    ]);
    expect(await listDraftMarks(reporter, id)).toEqual([]);
    await expect(saveDraftMark(reviewer, id, 1, 'NO1', '请核对')).rejects.toMatchObject({
      code: 'unknown-indicator',
    });
    expect(await approveMany(reviewer, [{ reportId: id, submission: 1 }])).toMatchObject({
      refused: [{ code: 'marks-left' }],
    });
    await returnForChanges(reviewer, id, 1, { reason: '请核对', marks });
    expect(await db.draftMark.count({ where: { submission: { reportId: id } } })).toBe(0);
  });

  test('an examiner returns, but what is right is for a reviewer to say', async () => {
    const { examiner } = people();
    const id = await submitted();
    await expect(approve(examiner, id, 1)).rejects.toMatchObject({ code: 'refused' });
    await returnForChanges(examiner, id, 1, { reason: '请核对', marks });
    await takeBack(examiner, id, 1, '看错了');
    expect((await findReport(examiner, id))!.status).toBe('submitted');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportStatus } from '@/lib/domain/report/report';
import { createCheck, switchCheck } from '../catalogue/checks';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { listEvents } from '../report/events';
import { explain } from '../figures/explain-check';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { findReport } from '../report/reports';
import { approve, compareSubmissions, returnForChanges } from '../review/reviews';
import { findReadiness, sendBack, sendForSignature, signAndSubmit } from './submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let reporter: Viewer, signatory: Viewer, reviewer: Viewer;
beforeAll(async () => {
  world = await makeWorld();
  reporter = world.viewer('county', 'reporter');
  signatory = world.viewer('county', 'signatory');
  reviewer = world.viewer('city', 'reviewer');
});

const statusFor = async (viewer: Viewer, id: string): Promise<ReportStatus | undefined> =>
  (await findReport(viewer, id))?.status;

async function type(id: string, indicator: string, typed: string): Promise<void> {
  const form = await findForm(reporter, id);
  const revision =
    form!.rows.find((row) => row.indicator.code === indicator)?.figure?.revision ?? 0;
  expect(await saveFigures(reporter, id, [{ indicator, revision, typed }])).toMatchObject([
    { outcome: 'saved' },
  ]);
}

async function submit(id: string): Promise<void> {
  await sendForSignature(reporter, id);
  await signAndSubmit(signatory, id);
}

test('the whole way: draft, signature, return, second submission, approval', async () => {
  const id = await world.report('county', '2021');
  expect(await statusFor(reporter, id)).toBe('not-started');
  await type(id, 'SX001', '12');
  expect(await statusFor(reporter, id)).toBe('filling');
  // The city knows that the report is on its way, not what is in it.
  expect(await findReport(reviewer, id)).toBeNull();

  await fillAll(reporter, id);
  await type(id, 'SX001', '12');
  await sendForSignature(reporter, id);
  expect(await statusFor(reporter, id)).toBe('awaiting-signature');
  await sendBack(signatory, id, '场次请再核对');
  expect(await statusFor(reporter, id)).toBe('filling');
  await submit(id);
  expect(await statusFor(reviewer, id)).toBe('submitted');

  await returnForChanges(reviewer, id, 1, {
    reason: '与台账不符',
    marks: [{ indicator: 'SX001', note: '台账为15场' }],
  });
  const returned = await findForm(reporter, id);
  expect(returned).toMatchObject({
    report: { status: 'returned' },
    submission: { number: 2 },
    marks: [{ indicator: 'SX001', note: '台账为15场' }],
  });
  expect(returned!.rows.find(({ indicator }) => indicator.code === 'SX001')!.figure).toMatchObject({
    value: '12',
    revision: 3,
    enteredBy: reporter.name,
  });
  // Until it is signed the city reads the submission it returned.
  expect(await findReport(reviewer, id)).toMatchObject({
    status: 'returned',
    submission: { number: 1 },
    submissions: [{ number: 1 }],
  });

  await type(id, 'SX001', '15');
  await submit(id);
  const changed = await compareSubmissions(reviewer, id, 1, 2);
  expect(
    changed.map(({ indicator, before, after }) => [indicator.code, before?.value, after?.value]),
  ).toEqual([['SX001', '12', '15']]);
  await approve(reviewer, id, 2);
  expect(await findReport(reporter, id)).toMatchObject({
    status: 'approved',
    submission: {
      number: 2,
      sentBy: reporter.name,
      signedBy: signatory.name,
      review: { decision: 'approved', by: reviewer.name },
    },
  });
  const kinds = (await listEvents(reporter, id))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'figure.saved')
    .reverse();
  expect(kinds).toEqual([
    'report.sent',
    'report.sentBack',
    'report.sent',
    'report.signed',
    'review.returned',
    'report.sent',
    'report.signed',
    'review.approved',
  ]);
});

describe('what stands in the way of sending', () => {
  test('missing figures are named', async () => {
    const id = await world.report('county', '2022');
    await fillAll(reporter, id);
    await type(id, 'SX001', '');
    expect(await findReadiness(reporter, id)).toMatchObject({
      isReady: false,
      missing: ['SX001'],
      failing: [],
    });
    await expect(sendForSignature(reporter, id)).rejects.toMatchObject({
      code: 'not-ready',
      params: { missing: 'SX001', failing: '', unexplained: '' },
    });
  });

  test('a mandatory check blocks, whatever is written about it', async () => {
    const id = await world.report('county', '2023');
    await fillAll(reporter, id);
    const check = (await findForm(reporter, id))!.checks.find(
      ({ kind, op, left, right }) =>
        kind === 'mandatory' &&
        op === '<=' &&
        left.length === 1 &&
        right.length === 1 &&
        right[0]!.code,
    );
    await type(id, check!.left[0]!.code!, '3');
    await expect(explain(reporter, id, check!.code, '统计口径与上级不同')).rejects.toMatchObject({
      code: 'check-not-explainable',
    });
    await expect(sendForSignature(reporter, id)).rejects.toMatchObject({
      code: 'not-ready',
      params: { failing: check!.code, missing: '' },
    });
  });

  test('a check that asks for a look needs an explanation of the figures as they are', async () => {
    const id = await world.report('county', '2024');
    await fillAll(reporter, id);
    // JG007 采纳合理化建议数 should not exceed JG006 职工合理化建议数 (JY001).
    await type(id, 'JG007', '5');
    await expect(sendForSignature(reporter, id)).rejects.toMatchObject({
      params: { unexplained: expect.stringContaining('JY001') },
    });
    for (const { check } of (await findReadiness(reporter, id))!.unexplained)
      await explain(reporter, id, check.code, '含上年结转的建议');
    expect(await findReadiness(reporter, id)).toMatchObject({ isReady: true });
    await type(id, 'JG007', '6');
    const form = await findForm(reporter, id);
    expect(form!.explanations.find(({ check }) => check === 'JY001')).toMatchObject({
      text: '含上年结转的建议',
      by: reporter.name,
      outOfDate: true,
    });
    await expect(sendForSignature(reporter, id)).rejects.toMatchObject({ code: 'not-ready' });
    await expect(explain(reporter, id, 'JY001', '情况属实。')).rejects.toMatchObject({
      code: 'explanation-says-nothing',
    });
    // Whoever explains sees the figures that stand, and may withdraw what was written.
    const seen = form!.explanations.find(({ check }) => check === 'JY001')!.values;
    await expect(
      explain(reporter, id, 'JY001', '含上年结转的建议六条', { values: seen }),
    ).rejects.toMatchObject({ code: 'figures-changed' });
    await expect(
      explain(reporter, id, 'JY001', '含上年结转的建议六条', {
        values: { ...seen, 'JG007@0': '6' },
      }),
    ).resolves.toMatchObject({ text: '含上年结转的建议六条', by: reporter.name });
    expect(await findReadiness(reporter, id)).toMatchObject({ isReady: true });
    expect(await explain(reporter, id, 'JY001', ' ')).toBeNull();
    expect(await explain(reporter, id, 'JY001', '')).toBeNull();
    expect((await findReadiness(reporter, id))!.unexplained.map(({ check }) => check.code)).toEqual(
      ['JY001'],
    );
    expect(
      (await listEvents(reporter, id)).filter(({ kind }) => kind === 'check.explained')[0],
    ).toMatchObject({ from: '含上年结转的建议六条', to: null });
    await expect(explain(reporter, id, 'JY999', '没有这样一条审核关系')).rejects.toMatchObject({
      code: 'unknown-check',
    });
  });

  test('the signatory may not sign what has been made unready behind his back', async () => {
    const id = await world.report('county', '2025');
    await fillAll(reporter, id);
    // A save and the sending at the same moment: one of the two sees the other.
    const [saved, sent] = await Promise.allSettled([
      saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '' }]),
      sendForSignature(reporter, id),
    ]);
    expect(saved.status === 'fulfilled' && sent.status === 'fulfilled').toBe(false);
  });

  test('what has become unready since it was sent is not signed, by whichever signature', async () => {
    const administrator = world.viewer('county', 'administrator');
    const colleague = await world.person('county', ['signatory']);
    for (const [period, signatures] of [
      ['2081', 1],
      ['2082', 2],
    ] as const) {
      const id = await world.report('county', period);
      await db.period.update({ where: { code: period }, data: { signatures } });
      await fillAll(reporter, id);
      await sendForSignature(reporter, id);
      if (signatures === 2) expect(await signAndSubmit(colleague, id)).toBe('cosigned');
      const code = await createCheck(administrator, {
        kind: 'mandatory',
        left: [{ code: 'SX001', factor: 1, period: 0 }],
        op: '>=',
        right: [{ code: null, factor: 3, period: 0 }],
        tolerance: '0',
        note: '集中宣讲每年不少于三场',
        levels: ['county'],
        missing: { left: 'none', right: 'any' },
        marks: [],
      });
      await expect(signAndSubmit(signatory, id)).rejects.toMatchObject({
        code: 'not-ready',
        params: { failing: code },
      });
      expect(await statusFor(signatory, id)).toBe('awaiting-signature');
      await switchCheck(administrator, code, true);
      expect(await signAndSubmit(signatory, id)).toBe('signed');
    }
  });
});

describe('deciding', () => {
  const submitted = async (period: string) => {
    const id = await world.report('county', period);
    await fillAll(reporter, id);
    await submit(id);
    return id;
  };

  test('two decisions at the same moment are one', async () => {
    const id = await submitted('2026');
    const second = await world.person('city', ['reviewer']);
    const results = await Promise.allSettled([
      approve(reviewer, id, 1),
      approve(second, id, 1),
      approve(reviewer, id, 1),
      returnForChanges(second, id, 1, { reason: '请核对', marks: [] }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'already-decided' });
    await expect(approve(reviewer, id, 1)).rejects.toMatchObject({ code: 'already-decided' });
  });

  test('a return needs a reason, and marks on figures that exist', async () => {
    const id = await submitted('2027');
    await expect(
      returnForChanges(reviewer, id, 1, { reason: ' ', marks: [] }),
    ).rejects.toMatchObject({ code: 'reason-empty' });
    await expect(
      returnForChanges(reviewer, id, 1, {
        reason: '请核对',
        marks: [{ indicator: 'NO1', note: '' }],
      }),
    ).rejects.toMatchObject({ code: 'unknown-indicator' });
    expect(await statusFor(reviewer, id)).toBe('submitted');
    await expect(approve(reviewer, id, 2)).rejects.toMatchObject({ code: 'not-submitted' });
  });

  test('nobody reviews what has his own hand in it, not even where it was overwritten', async () => {
    const id = await world.report('province', '2021');
    const clerk = world.viewer('province', 'reporter');
    const both = await world.person('province', ['reporter', 'reviewer']);
    const judge = world.viewer('province', 'reviewer');
    await saveFigures(both, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]);
    await saveFigures(clerk, id, [{ indicator: 'SX001', revision: 1, typed: '2' }]);
    await fillAll(clerk, id);
    await sendForSignature(clerk, id);
    await signAndSubmit(world.viewer('province', 'signatory'), id);
    await expect(approve(both, id, 1)).rejects.toMatchObject({ code: 'refused' });
    expect((await findReport(both, id))!.allowed).not.toContain('report.review');
    expect((await findReport(judge, id))!.allowed).toContain('report.review');
    await approve(judge, id, 1);
  });
});

// 四眼原则: whoever had a hand in a report, of whatever kind, neither accepts, returns nor approves it, not even
// where the trace of that hand has been written over.
import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import type { Viewer } from '../database/access';
import { explain } from '../figures/explain-check';
import { saveFigures } from '../figures/save-figures';
import { saveNote } from '../figures/work-notes';
import { findReport } from '../report/reports';
import { accept } from './acceptance';
import { sendBack, sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { approve, returnForChanges } from './reviews';

let world: World;
/** Holds every role at the top unit, which reviews its own report. */
let both: Viewer;
let clerk: Viewer;
let signatory: Viewer;
let year = 3600;
beforeAll(async () => {
  world = await makeWorld();
  both = await world.person('province', ['reporter', 'signatory', 'examiner', 'reviewer']);
  clerk = world.viewer('province', 'reporter');
  signatory = world.viewer('province', 'signatory');
});

type Steps = {
  /** Before all figures are there. */ enter?: (id: string) => Promise<unknown>;
  send?: (id: string) => Promise<unknown>;
  sign?: (id: string) => Promise<unknown>;
};

/** A report handed in by others, but for the steps named. */
async function handedIn({ enter, send, sign }: Steps, signatures = 1): Promise<string> {
  const id = await world.report('province', String((year += 1)));
  await db.period.update({ where: { code: String(year) }, data: { signatures } });
  await enter?.(id);
  await fillAll(clerk, id);
  await (send ?? ((one) => sendForSignature(clerk, one)))(id);
  await (sign ?? ((one) => signAndSubmit(signatory, one)))(id);
  return id;
}

const signaturesOfPeriod = (id: string, signatures: number) =>
  db.period.updateMany({ where: { reports: { some: { id } } }, data: { signatures } });
const typed = (revision: number, text: string) => [{ indicator: 'SX001', revision, typed: text }];

test.each<[string, Steps, number?]>([
  ['entered a figure', { enter: (id) => saveFigures(both, id, typed(0, '1')) }],
  ['sent it', { send: (id) => sendForSignature(both, id) }],
  ['signed it', { sign: (id) => signAndSubmit(both, id) }],
  [
    'signed it first of two',
    { sign: async (id) => [await signAndSubmit(both, id), await signAndSubmit(signatory, id)] },
    2,
  ],
  [
    'signed it second of two',
    { sign: async (id) => [await signAndSubmit(signatory, id), await signAndSubmit(both, id)] },
    2,
  ],
])('whoever %s does not see it offered, and is refused', async (_, steps, signatures) => {
  const id = await handedIn(steps, signatures);
  const report = (await findReport(both, id))!;
  expect(report.status).toBe('submitted');
  for (const action of ['report.accept', 'report.review', 'report.approve'] as const)
    expect(report.allowed).not.toContain(action);
  await isRefused(id);
});

test.each<[string, Steps, number?]>([
  [
    'entered a figure that another wrote over',
    {
      enter: async (id) => [
        await saveFigures(both, id, typed(0, '1')),
        await saveFigures(clerk, id, typed(1, '2')),
      ],
    },
  ],
  [
    'wrote of the work',
    {
      enter: (id) =>
        saveNote(both, id, { section: 'SX', kind: 'measures', text: '宣讲', revision: 0 }),
    },
  ],
  [
    'explained a check',
    {
      send: async (id) => {
        await saveFigures(clerk, id, [{ indicator: 'JG007', revision: 1, typed: '5' }]);
        await explain(both, id, 'JY001', '含上年结转的建议');
        await sendForSignature(clerk, id);
      },
    },
  ],
  [
    'sent it before it was given back',
    {
      send: async (id) => {
        await sendForSignature(both, id);
        await sendBack(signatory, id, '请核对');
        await sendForSignature(clerk, id);
      },
    },
  ],
  [
    'signed it first, before one signature became enough',
    {
      sign: async (id) => {
        await signAndSubmit(both, id);
        await signaturesOfPeriod(id, 1);
        await signAndSubmit(signatory, id);
      },
    },
    2,
  ],
])('whoever %s is refused', async (_, steps, signatures) => {
  await isRefused(await handedIn(steps, signatures));
});

test('whoever had none decides', async () => {
  const id = await handedIn({});
  expect((await findReport(both, id))!.allowed).toContain('report.approve');
  await approve(both, id, 1);
});

async function isRefused(id: string): Promise<void> {
  const refusal = { code: 'refused' };
  await expect(accept(both, id, 1)).rejects.toMatchObject(refusal);
  await expect(
    returnForChanges(both, id, 1, { reason: '请核对', marks: [] }),
  ).rejects.toMatchObject(refusal);
  await expect(approve(both, id, 1)).rejects.toMatchObject(refusal);
}

// Every step has its way back, for whoever took it and as long as nobody has built on it; whoever waited is notified.
import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import type { Viewer } from '../database/access';
import { saveFigures } from '../figures/save-figures';
import { answerWaiver, askForWaiver, listOpenWaivers, takeBackWaiver } from '../figures/waivers';
import { listNotices } from '../notices/notices';
import { remind } from '../reminders/reminders';
import { listEvents } from '../report/events';
import { askExtension, decideExtension, takeBackExtension } from '../report/extensions';
import { findReport } from '../report/reports';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { findReadiness, recallSending, sendForSignature, signAndSubmit } from './submissions';
import { takeBackSignature } from './submissions';

// 建会企业数 (HT002) is at most 已建会企事业单位数 (HT001).
const mandatory = 'JY006';
let world: World;
let [reporter, signatory, second, reviewer]: Viewer[] = [];
let year = 8400;
beforeAll(async () => {
  world = await makeWorld();
  reporter = world.viewer('county', 'reporter');
  signatory = world.viewer('county', 'signatory');
  reviewer = world.viewer('city', 'reviewer');
  second = await world.person('county', ['signatory']);
});

async function filled(): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await fillAll(reporter!, id);
  return id;
}
const kinds = async (viewer: Viewer, id: string) =>
  (await listNotices(viewer)).flatMap(({ kind, about }) => (about.reportId === id ? [kind] : []));

test('what is sent and not signed is taken back by the reporter, and filled in again', async () => {
  const id = await filled();
  await expect(recallSending(reporter!, id)).rejects.toMatchObject({
    code: 'not-awaiting-signature',
  });
  await sendForSignature(reporter!, id);
  await recallSending(reporter!, id);
  expect(await findReport(reporter!, id)).toMatchObject({ status: 'filling' });
  expect(await kinds(signatory!, id)).toEqual(['report.recalled', 'report.sent']);
  expect((await listEvents(reporter!, id))[0]).toMatchObject({ kind: 'report.recalled' });
  await sendForSignature(reporter!, id);
  expect(await signAndSubmit(signatory!, id)).toBe('signed');
  await expect(recallSending(reporter!, id)).rejects.toMatchObject({
    code: 'not-awaiting-signature',
  });
});

test('a first signature is taken back by its hand alone, and is enough where one is asked for again', async () => {
  const id = await filled();
  await db.period.update({ where: { code: String(year) }, data: { signatures: 2 } });
  await sendForSignature(reporter!, id);
  await signAndSubmit(signatory!, id);
  await expect(recallSending(reporter!, id)).rejects.toMatchObject({ code: 'signed-once' });
  await expect(takeBackSignature(second!, id)).rejects.toMatchObject({ code: 'not-own-signature' });
  await takeBackSignature(signatory!, id);
  expect(await findReport(signatory!, id)).toMatchObject({
    status: 'awaiting-signature',
    submission: { cosignedBy: null },
  });
  await signAndSubmit(signatory!, id);
  await db.period.update({ where: { code: String(year) }, data: { signatures: 1 } });
  expect(await signAndSubmit(signatory!, id)).toBe('signed');
});

test('a request for a later date is taken back, and an answer says which date', async () => {
  const id = await filled();
  const day = '2099-12-31';
  await askExtension(reporter!, id, { day, reason: '台账还在核对' });
  await takeBackExtension(reporter!, id);
  await expect(takeBackExtension(reporter!, id)).rejects.toMatchObject({
    code: 'extension-nothing-asked',
  });
  expect(await kinds(reviewer!, id)).toEqual(['extension.takenBack', 'extension.asked']);
  await askExtension(reporter!, id, { day, reason: '台账还在核对' });
  await decideExtension(reviewer!, id, { day, answer: '' });
  const [notice] = (await listNotices(reporter!)).filter(({ about }) => about.reportId === id);
  expect(notice).toMatchObject({ kind: 'extension.granted', text: '至2099年12月31日' });
});

test('a waiver needs a reason, notifies those concerned, and stands for the figures it was given for', async () => {
  const id = await filled();
  await saveFigures(reporter!, id, [{ indicator: 'HT002', revision: 1, typed: '5' }]);
  await expect(askForWaiver(reporter!, id, mandatory, '无')).rejects.toMatchObject({
    code: 'explanation-says-nothing',
  });
  const ask = () => askForWaiver(reporter!, id, mandatory, '含尚未登记的新建企业');
  await ask();
  await takeBackWaiver(reporter!, id, mandatory);
  expect((await listOpenWaivers(reviewer!)).some(({ reportId }) => reportId === id)).toBe(false);
  await ask();
  await answerWaiver(reviewer!, id, mandatory, 'granted', '');
  expect(await kinds(reviewer!, id)).toEqual(['waiver.asked', 'waiver.asked']);
  expect(await kinds(reporter!, id)).toEqual(['waiver.granted']);
  expect(await findReadiness(reporter!, id)).toMatchObject({ failing: [], waived: [{}] });
  await saveFigures(reporter!, id, [{ indicator: 'HT002', revision: 2, typed: '9' }]);
  expect(await findReadiness(reporter!, id)).toMatchObject({
    failing: [{ check: { code: mandatory } }],
    waived: [],
  });
});

test('a unit that owes two periods is reminded of both on one day, of each once', async () => {
  const [one, other] = [await filled(), await filled()];
  expect(await remind(reviewer!, [one], '【单位】【报告期】（【催报单位】）')).toMatchObject({
    sent: 1,
  });
  expect(await remind(reviewer!, [one, other], '请报送')).toMatchObject({
    sent: 1,
    passedOver: [{ why: 'reminded-today' }],
  });
});

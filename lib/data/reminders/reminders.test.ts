// Reminders: one a unit and day, by hand or by rule, sent to those at work there; and dates that move when they are
// asked to.
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '@/lib/domain/tree/office-day';
import { db } from '../database/client';
import {
  askExtension,
  decideExtension,
  findExtensions,
  listOpenExtensions,
} from '../report/extensions';
import { saveFigures } from '../figures/save-figures';
import { countUnreadNotices, listNotices, readNotices } from '../notices/notices';
import { findProgress } from '../report/progress';
import { settleReminder, takeWaitingReminders } from './outbox';
import { addReminderRule, listReminderRules, removeReminderRule, sendByRules } from './rules';
import { remind } from './reminders';
import { findReport } from '../report/reports';
import { makeWorld, type Dates, type World } from '../testing/test-world';

const day = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * day);
const lateNow: Dates = [-30, -3, 10, 60];

let world: World;
let year = 5000;
beforeAll(async () => {
  world = await makeWorld();
});
const period = () => String((year += 1));

test('a reminder reaches those at work there once a day, and is on record', async () => {
  const [code, reviewer, reporter] = [
    period(),
    world.viewer('city', 'reviewer'),
    world.viewer('county', 'reporter'),
  ];
  const id = await world.report('county', code, lateNow);
  expect(await remind(reviewer, [id], '【单位】【报告期】【剩余天数】')).toEqual({
    sent: 1,
    passedOver: [],
  });
  expect(await remind(reviewer, [id], '再催一次')).toEqual({
    sent: 0,
    passedOver: [{ unit: '柳溪县总工会', why: 'reminded-today' }],
  });
  expect(await listNotices(reporter)).toMatchObject([
    { kind: 'reminder', text: `柳溪县总工会${code}年已过期3天`, by: reviewer.name, isRead: false },
  ]);
  expect(await countUnreadNotices(world.viewer('county', 'auditor'))).toBe(0);
  const [notice] = await listNotices(reporter);
  await readNotices(world.viewer('county', 'signatory'), [notice!.id]);
  expect(await countUnreadNotices(reporter)).toBe(1);
  await readNotices(reporter);
  expect(await countUnreadNotices(reporter)).toBe(0);
  expect(
    await db.event.count({
      where: { reportId: id, kind: 'report.reminded', personId: reviewer.personId },
    }),
  ).toBe(1);
  const board = await findProgress(reviewer, { unit: reviewer.unit.code, period: code });
  expect(board?.rows).toMatchObject([
    { unit: { code: world.unit.county.code }, status: 'not-started', hasAsked: false },
  ]);
  expect(board?.rows[0]?.remindedAt).not.toBeNull();
});

test('reminders at the same moment are one', async () => {
  const id = await world.report('neighbour', period(), lateNow);
  const results = await Promise.all(
    Array.from({ length: 8 }, () => remind(world.viewer('city', 'reviewer'), [id], '请报送')),
  );
  expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
});

test('a rule reminds on its day, once, whoever tries, and makes up for a day missed', async () => {
  const own = await makeWorld();
  const reviewer = own.viewer('otherCity', 'reviewer');
  await addReminderRule(reviewer, -2, 'single');
  await expect(addReminderRule(reviewer, -2, 'single')).rejects.toThrow('rule-taken');
  await expect(addReminderRule(reviewer, 61, 'single')).rejects.toThrow('bad-days');
  const id = await own.report('otherCounty', period(), [-30, 10, 20, 60]);
  const mine = () => db.reminder.count({ where: { reportId: id } });
  await sendByRules(later(7));
  expect(await mine()).toBe(0);
  await Promise.all([sendByRules(later(8)), sendByRules(later(8)), sendByRules(later(8))]);
  await sendByRules(later(9));
  expect(await mine()).toBe(1);
  expect((await listNotices(own.viewer('otherCounty', 'reporter')))[0]).toMatchObject({
    kind: 'reminder',
    by: null,
  });
  const second = await own.report('otherCounty', period(), [-30, 10, 20, 60]);
  await sendByRules(later(10));
  expect(await db.reminder.count({ where: { reportId: second } })).toBe(1);
  const third = await own.report('otherCounty', period(), [-30, 10, 20, 60]);
  await sendByRules(later(11.5));
  expect(await db.reminder.count({ where: { reportId: third } })).toBe(0);
  const [rule] = await listReminderRules(reviewer);
  await removeReminderRule(reviewer, rule!.id);
  expect(await listReminderRules(reviewer)).toEqual([]);
  expect(await mine()).toBe(1);
});

test('a rule that is made or taken away is on record, with what it was', async () => {
  const reviewer = world.viewer('otherCity', 'reviewer');
  await addReminderRule(reviewer, -7, 'single');
  await addReminderRule(reviewer, 3, 'collective');
  for (const { id } of await listReminderRules(reviewer)) await removeReminderRule(reviewer, id);
  const events = await db.event.findMany({
    where: { kind: 'reminder.ruled', subject: reviewer.unit.code },
    orderBy: { at: 'asc' },
  });
  expect(events.map(({ personId, from, to }) => ({ personId, from, to }))).toEqual(
    [
      { from: null, to: { days: -7, form: 'single' } },
      { from: null, to: { days: 3, form: 'collective' } },
      { from: { days: -7, form: 'single' }, to: null },
      { from: { days: 3, form: 'collective' }, to: null },
    ].map((change) => ({ personId: reviewer.personId, ...change })),
  );
});

test('what a server missed is made up for once, not rule by rule on the days after', async () => {
  const own = await makeWorld();
  for (const days of [-2, -1])
    await addReminderRule(own.viewer('otherCity', 'reviewer'), days, 'single');
  const id = await own.report('otherCounty', period(), [-30, 10, 20, 60]);
  await sendByRules(later(9));
  await sendByRules(later(10));
  expect(await db.reminder.count({ where: { reportId: id } })).toBe(1);
});

test('what waits for delivery is taken by one server at a time, and not again once it is', async () => {
  const id = await world.report('otherCounty', period(), lateNow);
  await db.unit.update({
    where: { id: world.unit.otherCounty.id },
    data: { contactEmail: 'lianluo@example.org' },
  });
  await remind(world.viewer('otherCity', 'reviewer'), [id], '请报送');
  const taken = (await Promise.all([takeWaitingReminders(100), takeWaitingReminders(100)]))
    .flat()
    .filter(({ reportId }) => reportId === id);
  expect(taken).toMatchObject([{ text: '请报送', unit: { contactEmail: 'lianluo@example.org' } }]);
  const again = async () =>
    (await takeWaitingReminders(100)).filter(({ reportId }) => reportId === id);
  expect(await again()).toEqual([]);
  // Its server has not come back: another takes it over.
  await db.$executeRaw`UPDATE "reminder" SET "taken_at" = "taken_at" - interval '11 minutes'`;
  expect(await again()).toHaveLength(1);
  await settleReminder(taken[0]!.id, { posted: true, mailed: false, failure: 'mail refused 550' });
  expect(await again()).toEqual([]);
  await db.$executeRaw`UPDATE "reminder" SET "next_try_at" = "next_try_at" - interval '1 hour'`;
  expect(await again()).toMatchObject([{ isPosted: true, isMailed: false }]);
  await settleReminder(taken[0]!.id, { posted: false, mailed: true, failure: null });
  await db.$executeRaw`UPDATE "reminder" SET "taken_at" = "taken_at" - interval '11 minutes'`;
  expect(await again()).toEqual([]);
});

test('a later date is asked for once, granted, and opens the report again', async () => {
  const id = await world.report('county', period(), [-60, -30, -20, -10]);
  const [reporter, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('city', 'reviewer'),
  ];
  await expect(
    saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]),
  ).rejects.toThrow('period-closed');
  await expect(
    askExtension(reporter, id, { day: officeDay(later(-1)), reason: '台账还在核对' }),
  ).rejects.toThrow('extension-not-later');
  await askExtension(reporter, id, { day: officeDay(later(5)), reason: '台账还在核对' });
  await expect(
    askExtension(reporter, id, { day: officeDay(later(6)), reason: '再等等' }),
  ).rejects.toThrow('extension-waiting');
  expect((await listOpenExtensions(reviewer)).map(({ reportId }) => reportId)).toContain(id);
  expect(await listOpenExtensions(world.viewer('province', 'reviewer'))).toEqual([]);
  expect((await listNotices(reviewer))[0]).toMatchObject({
    kind: 'extension.asked',
    text: expect.stringMatching(/^至20\d\d年\d+月\d+日：台账还在核对$/),
  });
  // The reviewer answers although there is nothing yet to read in the report.
  expect(await findReport(reviewer, id)).toBeNull();
  expect((await findExtensions(reviewer, id))?.allowed).toContain('report.grantExtension');
  await decideExtension(reviewer, id, { day: officeDay(later(3)), answer: '同意三天' });
  expect(
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]),
  ).toMatchObject([{ outcome: 'saved' }]);
  expect((await findExtensions(reporter, id))?.rows).toMatchObject([
    { reason: '台账还在核对', granted: true, answer: '同意三天', decidedBy: reviewer.name },
  ]);
  const report = await findReport(reporter, id);
  expect(report?.phase).toBe('open');
  expect(report && officeDay(report.period.dueAt)).toBe(officeDay(later(3)));
  expect((await listNotices(reporter)).some(({ kind }) => kind === 'extension.granted')).toBe(true);
});

test('a refusal has a reason, and changes nothing', async () => {
  const id = await world.report('county', period(), lateNow);
  const reviewer = world.viewer('city', 'reviewer');
  await expect(decideExtension(reviewer, id, { day: null, answer: '不同意延期' })).rejects.toThrow(
    'extension-nothing-asked',
  );
  await askExtension(world.viewer('county', 'reporter'), id, {
    day: officeDay(later(5)),
    reason: '人手不够',
  });
  await expect(decideExtension(reviewer, id, { day: null, answer: ' ' })).rejects.toThrow(
    'reason-empty',
  );
  await decideExtension(reviewer, id, { day: null, answer: '全市统一时间' });
  expect((await findExtensions(reviewer, id))?.rows).toMatchObject([
    { granted: false, until: null, answer: '全市统一时间' },
  ]);
  expect(officeDay((await findExtensions(reviewer, id))!.period.dueAt)).toBe(officeDay(later(-3)));
});

test('handed in after its day is late; with a later date it is not', async () => {
  const [code, by] = [period(), world.viewer('county', 'signatory').personId];
  const id = await world.report('county', code, lateNow);
  await db.submission.updateMany({
    where: { reportId: id },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
  expect(await findReport(world.viewer('city', 'reviewer'), id)).toMatchObject({ isLate: true });
  await db.report.update({ where: { id }, data: { extendedUntil: later(1) } });
  expect(await findReport(world.viewer('city', 'reviewer'), id)).toMatchObject({ isLate: false });
});

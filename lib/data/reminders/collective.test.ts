// Collective reminders: one summary of who has not reported, for the reviewers of the unit whose rule it is.
import { beforeAll, expect, test } from 'vitest';
import { dayInWords, officeDay } from '@/lib/domain/tree/office-day';
import type { Role } from '@/lib/domain/access/policy';
import { db } from '../database/client';
import { insertCollectives } from './collective';
import { countUnreadNotices, listNotices, readNotices } from '../notices/notices';
import { addReminderRule, listReminderRules, removeReminderRule, sendByRules } from './rules';
import { remind } from './reminders';
import { makeWorld, type World } from '../testing/test-world';
import { inTransaction } from '../database/transaction';

const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const dueInTen = [-30, 10, 20, 60] as const;

let world: World;
let year = 6000;
beforeAll(async () => {
  world = await makeWorld();
  await addReminderRule(world.viewer('city', 'reviewer'), -3, 'collective');
});
const period = () => String((year += 1));
const reminded = async (
  code: string,
  role: Role = 'reviewer',
  unit: 'city' | 'province' | 'otherCity' = 'city',
) => (await listNotices(world.viewer(unit, role))).filter(({ about }) => about.period === code);
const days = (...moments: Date[]) => moments.map((one) => dayInWords(officeDay(one)));

test('one summary a rule, day and period, whoever tries: who has not reported, with the days they are due', async () => {
  const code = period();
  const [county, neighbour] = [
    await world.report('county', code, dueInTen),
    await world.report('neighbour', code, dueInTen),
  ];
  await db.report.update({ where: { id: county }, data: { extendedUntil: later(14) } });
  await sendByRules(later(6));
  expect(await reminded(code)).toEqual([]);
  await Promise.all([sendByRules(later(7)), sendByRules(later(7)), sendByRules(later(7))]);
  await sendByRules(later(7));
  await sendByRules(later(8));
  // Nor by a server that does not wait for its turn.
  const [rule] = await listReminderRules(world.viewer('city', 'reviewer'));
  const { id: periodId } = await db.period.findUniqueOrThrow({ where: { code } });
  const again = {
    ruleId: rule!.id,
    unitId: world.unit.city.id,
    unitCode: world.unit.city.code,
    periodId,
    period: code,
    late: [{ unit: '柳溪县总工会', dueAt: later(10) }],
  };
  expect(
    await Promise.all(
      [1, 2].map(() => inTransaction((tx) => insertCollectives(tx, [again], later(7)))),
    ),
  ).toEqual([0, 0]);
  expect(
    (
      await Promise.all(
        [1, 2].map(() =>
          inTransaction((tx) =>
            insertCollectives(
              tx,
              [{ ...again, unitId: world.unit.county.id, unitCode: world.unit.county.code }],
              later(7),
            ),
          ),
        ),
      )
    ).sort(),
  ).toEqual([0, 1]);
  const [due, extended] = days(later(10), later(14));
  const text = `${code}年报表有2个直属下级单位待报送。截止日${due}（还有3天）：望石县总工会；截止日${extended}（还有7天）：柳溪县总工会。`;
  expect(await reminded(code)).toMatchObject([
    {
      kind: 'progress.waiting',
      text,
      by: null,
      isRead: false,
      about: { reportId: null, unit: { code: world.unit.city.code }, period: code },
    },
  ]);
  expect(await db.reminder.count({ where: { period: { code }, unitId: world.unit.city.id } })).toBe(
    1,
  );
  // The units themselves were not reminded: that is the other form.
  expect(await db.reminder.count({ where: { reportId: { in: [county, neighbour] } } })).toBe(0);
  expect(
    await db.event.count({ where: { kind: 'reminder.collected', subject: world.unit.city.code } }),
  ).toBe(1);

  // The later date has its own day: by then only who was given it is left.
  const by = world.viewer('neighbour', 'signatory').personId;
  await db.submission.updateMany({
    where: { reportId: neighbour },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
  await sendByRules(later(11));
  expect((await reminded(code))[0]?.text).toBe(
    `${code}年报表有1个直属下级单位待报送。截止日${extended}（还有3天）：柳溪县总工会。`,
  );
  expect(await reminded(code)).toHaveLength(2);
});

test('only reviewers of that unit are notified, and read it as their own', async () => {
  const [code, reviewer] = [period(), world.viewer('city', 'reviewer')];
  await world.report('county', code, dueInTen);
  await readNotices(reviewer);
  await sendByRules(later(7));
  expect(await countUnreadNotices(reviewer)).toBe(1);
  for (const role of ['reporter', 'signatory', 'examiner', 'administrator', 'auditor'] as const)
    expect(await reminded(code, role), role).toEqual([]);
  expect(await reminded(code, 'reviewer', 'province')).toEqual([]);
  expect(await reminded(code, 'reviewer', 'otherCity')).toEqual([]);
  // Whoever moves to another unit leaves it behind.
  const { personId, ...rest } = reviewer;
  const moved = { ...rest, personId, unit: world.unit.otherCity };
  expect([await listNotices(moved), await countUnreadNotices(moved)]).toEqual([[], 0]);
  await readNotices(moved);
  expect(await countUnreadNotices(reviewer)).toBe(1);
  await readNotices(reviewer);
  expect(await countUnreadNotices(reviewer)).toBe(0);
});

test('nothing is sent where nobody is late, and nobody is named who cannot report', async () => {
  const code = period();
  const [county, neighbour] = [
    await world.report('county', code, dueInTen),
    await world.report('neighbour', code, dueInTen),
  ];
  const by = world.viewer('county', 'signatory').personId;
  await db.submission.updateMany({
    where: { reportId: county },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
  await db.reportLock.create({
    data: { reportId: neighbour, unitId: world.unit.city.id, reason: '数据正在核对' },
  });
  // Those of other units are not the city's.
  await world.report('otherCounty', code, dueInTen);
  await sendByRules(later(7));
  expect(await db.reminder.count({ where: { period: { code } } })).toBe(0);
  expect(await reminded(code)).toEqual([]);
});

test('both forms stand for one day, and both are sent; a unit that is reminded itself is still notified of those below', async () => {
  const own = await makeWorld();
  const [reviewer, code] = [own.viewer('city', 'reviewer'), period()];
  await addReminderRule(reviewer, 0, 'single');
  await addReminderRule(reviewer, 0, 'collective');
  await expect(addReminderRule(reviewer, 0, 'collective')).rejects.toThrow('rule-taken');
  expect(await listReminderRules(reviewer)).toMatchObject([
    { days: 0, form: 'single' },
    { days: 0, form: 'collective' },
  ]);
  const [county, city] = [
    await own.report('county', code, [-30, 0, 20, 60]),
    await own.report('city', code, [-30, 0, 20, 60]),
  ];
  expect(await remind(own.viewer('province', 'reviewer'), [city], '请报送')).toMatchObject({
    sent: 1,
  });
  await sendByRules(new Date());
  expect(await db.reminder.count({ where: { reportId: county } })).toBe(1);
  expect(await listNotices(reviewer)).toMatchObject([
    { kind: 'progress.waiting', text: expect.stringContaining('今天截止') },
  ]);
  // Taken away and set again, a rule does not repeat what was sent today.
  for (const { id } of await listReminderRules(reviewer)) await removeReminderRule(reviewer, id);
  await addReminderRule(reviewer, 0, 'collective');
  await sendByRules(new Date());
  expect(await listNotices(reviewer)).toHaveLength(1);
});

// Every action × role × relation of units, through the real functions. What is expected stands in test-access.ts.
import { beforeAll, describe, expect, test } from 'vitest';
import { actions, roles, type Action, type Relation } from '@/lib/domain/access/policy';
import { searchEvents } from '../audit/events';
import { accept } from '../review/acceptance';
import { passExamination } from '../review/examination';
import { withdraw } from '../submission/withdraw';
import type { Viewer } from '../database/access';
import { createToken } from '../people/access-tokens';
import { chooseIndicators } from '../catalogue/catalogue';
import { changeCheck } from '../catalogue/checks';
import { db } from '../database/client';
import { findEdition, issueEdition } from '../desk/editions';
import { explain } from '../figures/explain-check';
import { askExtension, decideExtension } from '../report/extensions';
import { saveTogether } from '../figures/save-together';
import { saveFigures } from '../figures/save-figures';
import { startManuscript } from '../desk/manuscripts';
import { answerMark, settleMark } from '../review/marks';
import { createPerson } from '../people/people';
import { createPeriod } from '../tree/periods';
import { addReminderRule } from '../reminders/rules';
import { remind } from '../reminders/reminders';
import { findRenewal, renewManuscript, restoreManuscript } from '../desk/renewals';
import { lockReports, unlockReports } from '../report/report-locks';
import { askToOpen, openAllCells } from '../review/reopenings';
import { findReport } from '../report/reports';
import { approve, returnForChanges } from '../review/reviews';
import { explainHandTotal } from '../rollup/hand-totals';
import {
  recallSending,
  sendBack,
  sendForSignature,
  signAndSubmit,
  takeBackSignature,
} from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { askForTarget, refuseTargetRequest } from '../figures/target-requests';
import { findTargets } from '../figures/targets';
import { expectedOf, outcomeOf, relations } from './test-access';
import {
  aim,
  aimedAt,
  approvedBy,
  askedFor,
  checkOfUnit,
  editionAt,
  handTotal,
  laterDay,
  listed,
  manuscriptAt,
  newPeriod,
  nextYear,
  openWorld,
  ownCheck,
  reportAt,
  returnedAt,
  summaryAt,
  targetAsked,
  unkept,
  world,
  year,
} from './test-reports';
import { bringCover, type UnitKey } from './test-world';
import { inTransaction } from '../database/transaction';
import { changeUnit } from '../tree/history';
import { answerWaiver, askForWaiver } from '../figures/waivers';
import { saveNote } from '../figures/work-notes';

beforeAll(openWorld);

const cases = roles.flatMap((role) =>
  (Object.keys(relations) as Relation[]).map((relation) => ({ role, relation })),
);

const doing: Record<Action, (viewer: Viewer, subject: UnitKey) => Promise<unknown>> = {
  'report.list': async (viewer, subject) => listed(viewer, await reportAt(subject, 'draft')),
  'report.read': async (viewer, subject) => findReport(viewer, await reportAt(subject, 'signed')),
  'report.readDraft': async (viewer, subject) =>
    findReport(viewer, await reportAt(subject, 'draft')),
  'report.fill': async (viewer, subject) =>
    saveFigures(viewer, await reportAt(subject, 'draft'), [
      { indicator: 'SX001', revision: 1, typed: '3' },
    ]),
  'report.backfill': async (viewer, subject) => {
    const id = await reportAt(subject, 'draft');
    return inTransaction((tx) =>
      saveTogether(
        tx,
        viewer,
        id,
        [{ indicator: 'SX001', revision: 1, typed: '3' }],
        'report.backfill',
      ),
    );
  },
  'report.send': async (viewer, subject) =>
    sendForSignature(viewer, await reportAt(subject, 'draft')),
  'report.sign': async (viewer, subject) => signAndSubmit(viewer, await reportAt(subject, 'sent')),
  'report.recall': async (viewer, subject) =>
    recallSending(viewer, await reportAt(subject, 'sent')),
  'report.sendBack': async (viewer, subject) =>
    sendBack(viewer, await reportAt(subject, 'sent'), '请核对'),
  'report.uncosign': async (viewer, subject) => {
    const id = await reportAt(subject, 'sent');
    const personId = viewer.personId;
    await db.submission.updateMany({
      where: { reportId: id },
      data: { cosignedAt: new Date(), cosignedById: personId },
    });
    return takeBackSignature(viewer, id);
  },
  'report.check': async (viewer, subject) =>
    explain(viewer, await reportAt(subject, 'draft'), 'JY001', '含上年结转的建议'),
  'report.withdraw': async (viewer, subject) =>
    withdraw(viewer, await reportAt(subject, 'signed'), 1, '发现一处填错'),
  'report.accept': async (viewer, subject) => accept(viewer, await reportAt(subject, 'signed'), 1),
  'report.examine': async (viewer, subject) =>
    passExamination(viewer, await reportAt(subject, 'signed'), 1),
  'report.review': async (viewer, subject) =>
    returnForChanges(viewer, await reportAt(subject, 'signed'), 1, { reason: '请核对', marks: [] }),
  'report.approve': async (viewer, subject) =>
    approve(viewer, await reportAt(subject, 'signed'), 1),
  'mark.answer': async (viewer, subject) =>
    answerMark(viewer, await returnedAt(subject), 'SX001', '已与台账核对'),
  'mark.reply': async (viewer, subject) => settleMark(viewer, await returnedAt(subject), 'SX001'),
  'cell.ask': async (viewer, subject) =>
    askToOpen(viewer, await returnedAt(subject), 'SX007', '与标注的数据有关'),
  'cell.open': async (viewer, subject) => openAllCells(viewer, await returnedAt(subject)),
  'target.set': async (viewer, subject) =>
    saveFigures(viewer, await reportAt(subject, 'draft'), [
      { indicator: 'SX001', measure: 'target', revision: 0, typed: '3' },
    ]),
  'target.ask': async (viewer, subject) =>
    askForTarget(viewer, await aimedAt(subject), aim, '两个镇划出，申请调低'),
  'target.answer': async (viewer, subject) =>
    refuseTargetRequest(viewer, await targetAsked(subject), aim, '基数已核定'),
  'report.takeBack': async (viewer, subject) =>
    takeBack(viewer, await approvedBy(viewer, subject), 1, '看错了一行'),
  'waiver.ask': async (viewer, subject) =>
    askForWaiver(viewer, await reportAt(subject, 'draft', unkept), unkept, '含尚未登记的新建企业'),
  'waiver.answer': async (viewer, subject) =>
    answerWaiver(viewer, await askedFor(subject), unkept, 'granted', ''),
  'check.manage': async (viewer, subject) =>
    changeCheck(viewer, await checkOfUnit(subject), ownCheck),
  'report.askExtension': async (viewer, subject) =>
    askExtension(viewer, await reportAt(subject, 'draft'), {
      day: laterDay,
      reason: '台账还在核对',
    }),
  'report.grantExtension': async (viewer, subject) =>
    decideExtension(viewer, await reportAt(subject, 'draft'), { day: laterDay, answer: '同意' }),
  'report.remind': async (viewer, subject) =>
    remind(viewer, [await reportAt(subject, 'draft')], '请尽快报送'),
  'report.lock': async (viewer, subject) => {
    await reportAt(subject, 'draft');
    return lockReports(
      viewer,
      { unit: world.unit[subject].code, period: String(year), withBelow: false },
      '数据正在核对',
    );
  },
  'report.account': async (viewer, subject) => {
    await handTotal(subject);
    return explainHandTotal(
      viewer,
      { unit: world.unit[subject].code, period: String(year) },
      'SX001',
      '含市直属基层工会的数据',
    );
  },
  'cover.add': async (viewer, subject) =>
    bringCover(viewer, world.viewer(subject, 'reporter'), await reportAt(subject, 'signed')),
  'form.choose': async (viewer, subject) =>
    chooseIndicators(viewer, world.unit[subject].code, ['SX003']),
  'summary.read': async (viewer, subject) => findEdition(viewer, await editionAt(subject), 1),
  'summary.write': async (viewer, subject) => startManuscript(viewer, await summaryAt(subject)),
  'summary.issue': async (viewer, subject) => issueEdition(viewer, await manuscriptAt(subject), 1),
  'unit.manage': async (viewer, subject) =>
    changeUnit(viewer, world.unit[subject].code, {
      name: world.unit[subject].name,
      nameEn: world.unit[subject].nameEn,
    }),
  'person.manage': async (viewer, subject) =>
    createPerson(viewer, {
      account: `${world.unit[subject].code}-${nextYear()}`,
      name: '新来者',
      unitCode: world.unit[subject].code,
      roles: ['reporter'],
    }),
  'period.manage': async (viewer) => createPeriod(viewer, newPeriod()),
  'reminder.rule': async (viewer) => {
    await db.reminderRule.deleteMany({ where: { unitId: viewer.unit.id } });
    return addReminderRule(viewer, 3, 'single');
  },
  'audit.read': async (viewer) =>
    searchEvents(
      viewer,
      { words: '', group: '', from: null, to: null, before: null },
      { most: 1, kind: 'audit.read' },
    ),
  'token.manage': async (viewer, subject) =>
    createToken(viewer, {
      name: '财务系统',
      purpose: '',
      unitCode: world.unit[subject].code,
      rights: ['read'],
      expiresAt: new Date(Date.now() + 86_400_000),
    }),
};

describe.each(actions)('%s', (action) => {
  test.each(cases)('$role $relation', async ({ role, relation }) => {
    const { viewer, subject } = relations[relation];
    expect(await outcomeOf(() => doing[action](world.viewer(viewer, role), subject))).toBe(
      expectedOf(action, role, relation),
    );
  });
});

describe('at the top of the tree', () => {
  test.each(roles)('%s decides on the own report', async (role) => {
    const id = await reportAt('province', 'signed');
    expect(await outcomeOf(() => approve(world.viewer('province', role), id, 1))).toBe(
      role === 'reviewer' ? 'done' : 'refused',
    );
  });
  test.each(roles)('%s makes a period', async (role) => {
    const made = await outcomeOf(() => createPeriod(world.viewer('province', role), newPeriod()));
    expect(made).toBe(role === 'administrator' ? 'done' : 'refused');
  });
});

describe('a draft and what is beside it', () => {
  test.each(cases)(
    'notes are written and targets read by $role $relation',
    async ({ role, relation }) => {
      const { viewer, subject } = relations[relation];
      const id = await reportAt(subject, 'draft');
      const who = world.viewer(viewer, role);
      const note = { section: 'SX', kind: 'measures' as const, text: '开展宣讲', revision: 0 };
      expect(await outcomeOf(() => saveNote(who, id, note))).toBe(
        expectedOf('report.fill', role, relation),
      );
      const mayRead = ['report.readDraft', 'target.set'].some(
        (action) => expectedOf(action as Action, role, relation) === 'done',
      );
      expect(await outcomeOf(() => findTargets(who, id))).toBe(mayRead ? 'done' : 'not-found');
    },
  );
});

describe('what is locked', () => {
  test.each(cases)(
    'is unlocked by $role $relation, and never where the province holds it',
    async ({ role, relation }) => {
      const { viewer, subject } = relations[relation];
      const id = await reportAt(subject, 'draft');
      const unlock = () =>
        unlockReports(world.viewer(viewer, role), {
          unit: world.unit[subject].code,
          period: String(year),
          withBelow: false,
        });
      const lockedBy = (unitId: string) =>
        db.reportLock.create({ data: { reportId: id, unitId, reason: '数据正在核对' } });
      await lockedBy(world.unit[viewer].id);
      expect(await outcomeOf(unlock)).toBe(expectedOf('report.lock', role, relation));
      await db.reportLock.deleteMany({ where: { reportId: id } });
      await lockedBy(world.unit.province.id);
      if (viewer !== 'province' && expectedOf('report.lock', role, relation) === 'done')
        await expect(unlock()).rejects.toMatchObject({ code: 'locked-above' });
    },
  );
});

describe('a summary written anew', () => {
  test.each(cases)(
    'is looked at, done and taken back by $role $relation',
    async ({ role, relation }) => {
      const { viewer, subject } = relations[relation];
      const key = await manuscriptAt(subject);
      const who = world.viewer(viewer, role);
      const expectation = expectedOf('summary.write', role, relation);
      expect(await outcomeOf(() => findRenewal(who, key, null))).toBe(
        expectation === 'done' ? 'done' : 'not-found',
      );
      expect(await outcomeOf(() => renewManuscript(who, key, 1, {}))).toBe(expectation);
      expect(
        await outcomeOf(() => restoreManuscript(who, key, expectation === 'done' ? 2 : 1, 1)),
      ).toBe(expectation);
    },
  );
});

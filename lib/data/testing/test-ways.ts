// Everything that people do to a report, each by the action that permits it, through the real functions. `pick`
// chooses among the forms that an action has, such as a step and its way back.
import type { Action } from '@/lib/domain/access/policy';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { saveFigures } from '../figures/save-figures';
import { answerWaiver, askForWaiver, takeBackWaiver } from '../figures/waivers';
import { remind } from '../reminders/reminders';
import { askExtension, decideExtension, takeBackExtension } from '../report/extensions';
import { lockReports, unlockReports } from '../report/report-locks';
import { accept, release } from '../review/acceptance';
import { passExamination, takeBackExamination } from '../review/examination';
import { answerMark, replyToMark, settleMark } from '../review/marks';
import { answerReopening, askToOpen, openAllCells, takeBackReopening } from '../review/reopenings';
import { approve, returnForChanges } from '../review/reviews';
import {
  recallSending,
  sendBack,
  sendForSignature,
  signAndSubmit,
  takeBackSignature,
} from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { withdraw } from '../submission/withdraw';

/** The figure that is changed, marked and added up, and one beside it. */
export const figure = 'SX001';
const other = 'SX002';
const check = 'JY006';
const reason = '台账还在核对，请稍候';
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export type Target = { id: string; unit: string; period: string };

const newestOf = (id: string) => db.newestSubmission.findUniqueOrThrow({ where: { reportId: id } });

const type = async (
  viewer: Viewer,
  id: string,
  typed: string,
  measure?: 'target',
): Promise<unknown> => {
  const { id: submissionId } = await newestOf(id);
  const found = await db.figure.findFirst({
    where: { submissionId, indicatorCode: figure, measure: measure ?? 'level' },
  });
  const edit = { indicator: figure, revision: found?.revision ?? 0, typed };
  return saveFigures(viewer, id, [measure ? { ...edit, measure } : edit]);
};

const oneOf = (pick: number, ...ways: (() => Promise<unknown>)[]) => ways[pick % ways.length]!();

/** What a person does to a report. */
export const deeds: Partial<
  Record<Action, (viewer: Viewer, target: Target, pick: number) => Promise<unknown>>
> = {
  'report.fill': (viewer, { id }, pick) => type(viewer, id, String(pick % 60)),
  'report.send': (viewer, { id }) => sendForSignature(viewer, id),
  'report.recall': (viewer, { id }) => recallSending(viewer, id),
  'report.sign': (viewer, { id }) => signAndSubmit(viewer, id),
  'report.uncosign': (viewer, { id }) => takeBackSignature(viewer, id),
  'report.sendBack': (viewer, { id }) => sendBack(viewer, id, reason),
  'report.withdraw': async (viewer, { id }) =>
    withdraw(viewer, id, (await newestOf(id)).number, reason),
  'report.accept': async (viewer, { id }, pick) => {
    const { number } = await newestOf(id);
    return oneOf(
      pick,
      () => accept(viewer, id, number),
      () => release(viewer, id, number),
      () => accept(viewer, id, number, { takeOver: true }),
    );
  },
  'report.examine': async (viewer, { id }, pick) => {
    const { number } = await newestOf(id);
    return oneOf(
      pick,
      () => passExamination(viewer, id, number),
      () => passExamination(viewer, id, number),
      () => takeBackExamination(viewer, id, number),
    );
  },
  'report.review': async (viewer, { id }, pick) =>
    returnForChanges(viewer, id, (await newestOf(id)).number, {
      reason,
      marks: pick % 2 === 0 ? [] : [{ indicator: figure, note: '请与台账核对' }],
      opensAll: pick % 3 === 0,
    }),
  'report.approve': async (viewer, { id }) => approve(viewer, id, (await newestOf(id)).number),
  'report.takeBack': async (viewer, { id }) => {
    const { number, signedAt } = await newestOf(id);
    return takeBack(viewer, id, signedAt ? number : number - 1, reason);
  },
  'cell.ask': (viewer, { id }, pick) =>
    oneOf(
      pick,
      () => askToOpen(viewer, id, other, reason),
      () => takeBackReopening(viewer, id, other),
    ),
  'cell.open': (viewer, { id }, pick) =>
    oneOf(
      pick,
      () => openAllCells(viewer, id),
      () => answerReopening(viewer, id, other, true),
      () => answerReopening(viewer, id, other, false, reason),
    ),
  'waiver.ask': (viewer, { id }, pick) =>
    oneOf(
      pick,
      () => askForWaiver(viewer, id, check, reason),
      () => takeBackWaiver(viewer, id, check),
    ),
  'waiver.answer': (viewer, { id }, pick) =>
    answerWaiver(viewer, id, check, pick % 2 === 0 ? 'granted' : 'refused', reason),
  'report.askExtension': (viewer, { id }, pick) =>
    oneOf(
      pick,
      () => askExtension(viewer, id, { day: later(120), reason }),
      () => takeBackExtension(viewer, id),
    ),
  'report.grantExtension': (viewer, { id }, pick) =>
    decideExtension(viewer, id, { day: pick % 3 === 0 ? null : later(121), answer: reason }),
  'target.set': (viewer, { id }, pick) => type(viewer, id, String(pick % 90), 'target'),
  'mark.answer': (viewer, { id }) => answerMark(viewer, id, figure, reason),
  'mark.reply': (viewer, { id }, pick) =>
    oneOf(
      pick,
      () => replyToMark(viewer, id, figure, reason),
      () => settleMark(viewer, id, figure),
    ),
  'report.remind': (viewer, { id }) => remind(viewer, [id], '请尽快报送'),
  'report.lock': (viewer, { unit, period }, pick) => {
    const choice = { unit, period, withBelow: false };
    return oneOf(
      pick,
      () => lockReports(viewer, choice, reason),
      () => unlockReports(viewer, choice),
      () => unlockReports(viewer, choice, true),
    );
  },
};

/** All that stands of a report, to tell whether anything changed. */
export const pictureOf = (id: string) =>
  db.report.findUniqueOrThrow({
    where: { id },
    include: {
      ...{ waivers: true, extensions: true, locks: true, markComments: true, reminders: true },
      targetRequests: true,
      submissions: {
        orderBy: { number: 'asc' },
        include: {
          ...{ acceptance: true, examination: true, withdrawal: true, explanations: true },
          review: { include: { marks: true, reopenings: true } },
          figures: {
            where: { indicatorCode: { in: [figure, other] } },
            orderBy: [{ indicatorCode: 'asc' }, { measure: 'asc' }],
          },
        },
      },
    },
  });

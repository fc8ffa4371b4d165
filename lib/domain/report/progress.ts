// How far the units of a period are: who has to be rung up first, and completeness and timeliness as five numbers.
import { ratio, round } from '../figure/number';
import { dayInWords, officeDay } from '../tree/office-day';
import type { ReportStatus } from './report';

/** What the board needs of a report. `firstSignedAt`: when it was handed in the first time; `dueAt`: with its
 *  extension. */
export type Progress = { status: ReportStatus; firstSignedAt: Date | null; dueAt: Date };

/** 应报, 实报, 报送率, 按时报, 按时率; a rate is null where nothing is expected. */
export type FiveNumbers = {
  expected: number;
  received: number;
  rate: string | null;
  onTime: number;
  onTimeRate: string | null;
};

/** Handed in after the day it was due: 迟报. A correction that was asked for later is not late. */
export function isLate({
  firstSignedAt,
  dueAt,
}: Pick<Progress, 'firstSignedAt' | 'dueAt'>): boolean {
  return firstSignedAt !== null && firstSignedAt > dueAt;
}

/** Never handed in, and the day is over. What came in time and was returned, or withdrawn, is no latecomer. */
export function isOverdue(
  { firstSignedAt, dueAt }: Pick<Progress, 'firstSignedAt' | 'dueAt'>,
  now: Date,
): boolean {
  return firstSignedAt === null && now > dueAt;
}

/** Counted as 迟报, on every page and in every file: it came late, or is late by now. */
export const isCountedLate = (row: Pick<Progress, 'firstSignedAt' | 'dueAt'>, now: Date): boolean =>
  isLate(row) || isOverdue(row, now);

/** Until when the unit has its turn: a correction until the period closes, everything else until it is due. */
export const turnEnds = ({
  status,
  dueAt,
  closesAt,
}: Pick<Progress, 'status' | 'dueAt'> & { closesAt: Date }): Date =>
  status === 'returned' ? closesAt : dueAt;

/** Whether the report has left the unit: it is not chased any more. */
export function isHandedIn(status: ReportStatus): boolean {
  return status === 'submitted' || status === 'approved';
}

/** Completeness and timeliness. What was returned was handed in once: it counts as received. */
export function fiveNumbers(rows: readonly Progress[]): FiveNumbers {
  const received = rows.filter(({ firstSignedAt }) => firstSignedAt !== null);
  const onTime = received.filter((row) => !isLate(row));
  return {
    expected: rows.length,
    received: received.length,
    rate: percent(received.length, rows.length),
    onTime: onTime.length,
    onTimeRate: percent(onTime.length, rows.length),
  };
}

/** Days of the offices from now to a moment: 0 on its day, negative after it. */
export function daysLeft(until: Date, now: Date): number {
  return (Date.parse(officeDay(until)) - Date.parse(officeDay(now))) / 86_400_000;
}

/** Words a reminder's text may hold in brackets, and what they stand for. */
export type ReminderWords = Record<(typeof reminderBrackets)[number], string>;

/** What is reminded of. `period` as official texts name it, `sender` the unit that reminds. */
export type Reminded = {
  unit: string;
  period: string;
  sender: string;
  status: ReportStatus;
  dueAt: Date;
  closesAt: Date;
};

export const reminderBrackets = [
  ...(['单位', '报告期', '进展', '截止日', '剩余天数', '下一步', '催报单位'] as const),
] as const;

/** What they stand for in a reminder about one report. */
export function reminderWords(
  { unit, period, sender, ...row }: Reminded,
  now: Date,
): ReminderWords {
  const until = turnEnds(row);
  const [standing, step] = turns[row.status] ?? turns.filling!;
  return {
    ...{ 单位: unit, 报告期: period, 催报单位: sender, 进展: standing, 下一步: step },
    截止日: dayInWords(officeDay(until)),
    剩余天数: leftInWords(daysLeft(until, now)),
  };
}

// Where the report is, and what its unit does next.
const turns: Partial<Record<ReportStatus, readonly [string, string]>> = {
  filling: ['尚未报送', '请尽快填报、签发；确有困难的，请在报表页面申请延期并说明理由'],
  'awaiting-signature': ['已送签，尚未签发', '请签发人尽快签发报送'],
  returned: ['已退回修改，尚未重新报送', '请按审核意见修改后重新签发报送'],
};

/** A reminder as one unit reads it: what stands in 【】 is filled in, everything else stays. */
export const fillReminder = (text: string, words: ReminderWords): string =>
  reminderBrackets.reduce((all, one) => all.replaceAll(`【${one}】`, words[one]), text);

/** The text a reviewer starts from, and the one that rules send. */
export const usualReminder =
  '【单位】：贵单位【报告期】报表【进展】，截止日为【截止日】（【剩余天数】）。【下一步】。（【催报单位】）';

/** A unit that has not reported, and the day it is due, with its extension. */
export type LateUnit = { unit: string; dueAt: Date };

/** What a collective reminder says: who directly below has not reported yet, those due first before the others; units
 *  of one day keep the order they come in. `period` as official texts name it. */
export function collectiveReminder(period: string, late: readonly LateUnit[], now: Date): string {
  const days = [...new Set(late.map(({ dueAt }) => officeDay(dueAt)))].sort();
  const groups = days.map((day) => {
    const ofDay = late.filter(({ dueAt }) => officeDay(dueAt) === day);
    return `截止日${dayInWords(day)}（${leftInWords(daysLeft(ofDay[0]!.dueAt, now))}）：${ofDay.map(({ unit }) => unit).join('、')}`;
  });
  return `${period}报表有${late.length}个直属下级单位待报送。${groups.join('；')}。`;
}

/** "还有 3 天", "今天截止", "已过期 2 天": official texts are Chinese whatever language the screen is in. */
export function leftInWords(days: number): string {
  if (days === 0) return '今天截止';
  return days > 0 ? `还有${days}天` : `已过期${-days}天`;
}

/** The order of the board: who has not begun, who is at it, whom it was returned to, whose signature is awaited; then
 *  what is in. */
export const boardOrder: readonly ReportStatus[] = [
  'not-started',
  'filling',
  'returned',
  'awaiting-signature',
  'submitted',
  'approved',
];

const percent = (part: number, whole: number): string | null => {
  const rate = whole === 0 ? null : ratio(part, whole);
  return rate === null ? null : round(rate, 1);
};

import { describe, expect, it } from 'vitest';
import type { EventFigure, ReportEvent } from '@/lib/domain/report/report-event';
import { groupEvents } from './group-events';

const figure: EventFigure = {
  answer: 'number',
  value: '12',
  shown: null,
  qualifier: '',
  note: null,
};
let number = 0;
const recorded = (minute: number, by: string) => ({
  id: String((number += 1)),
  at: new Date(Date.UTC(2026, 10, 21, 8, minute)),
  by,
});
const event = (minute: number, by: string): ReportEvent => ({
  ...recorded(minute, by),
  kind: 'figure.saved',
  subject: 'SX001',
  from: null,
  to: figure,
});
const sent = (minute: number, by: string): ReportEvent => ({
  ...recorded(minute, by),
  kind: 'report.sent',
  to: { submission: 1 },
});
const grouped = (events: ReportEvent[]) =>
  groupEvents(events).map((group) => `${group.by} ${group.events.length}`);

describe('events of a report', () => {
  it('gathers what one person entered one after another', () => {
    expect(grouped([event(9, '陈'), event(5, '陈'), event(1, '陈')])).toEqual(['陈 3']);
  });

  it('keeps apart two people, a long pause, and whatever is no figure', () => {
    expect(grouped([event(9, '陈'), event(8, '周'), event(7, '陈')])).toEqual([
      '陈 1',
      '周 1',
      '陈 1',
    ]);
    expect(grouped([event(40, '陈'), event(5, '陈')])).toEqual(['陈 1', '陈 1']);
    expect(grouped([sent(9, '陈'), sent(8, '陈')])).toEqual(['陈 1', '陈 1']);
  });

  it('measures a pause from one figure to the next, not over the whole group', () => {
    expect(grouped([event(55, '陈'), event(30, '陈'), event(5, '陈')])).toEqual(['陈 3']);
  });
});

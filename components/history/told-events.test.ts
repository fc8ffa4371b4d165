import { describe, expect, it } from 'vitest';
import { figureOfEvent, groupEvents, marksOf, textOf, type TellableEvent } from './told-events';

let number = 0;
const event = (minute: number, by: string, kind = 'figure.saved'): TellableEvent => ({
  id: String((number += 1)),
  at: new Date(Date.UTC(2026, 10, 21, 8, minute)),
  by,
  kind,
  subject: 'SX001',
  from: null,
  to: null,
});
const told = (events: TellableEvent[]) =>
  groupEvents(events).map((group) => `${group.by} ${group.events.length}`);

describe('events of a report', () => {
  it('gathers what one person entered one after another', () => {
    expect(told([event(9, '陈'), event(5, '陈'), event(1, '陈')])).toEqual(['陈 3']);
  });

  it('keeps apart two people, a long pause, and whatever is no figure', () => {
    expect(told([event(9, '陈'), event(8, '周'), event(7, '陈')])).toEqual([
      '陈 1',
      '周 1',
      '陈 1',
    ]);
    expect(told([event(40, '陈'), event(5, '陈')])).toEqual(['陈 1', '陈 1']);
    expect(told([event(9, '陈', 'report.sent'), event(8, '陈', 'report.sent')])).toEqual([
      '陈 1',
      '陈 1',
    ]);
  });

  it('measures a pause from one figure to the next, not over the whole group', () => {
    expect(told([event(55, '陈'), event(30, '陈'), event(5, '陈')])).toEqual(['陈 3']);
  });

  it('reads a figure out of what was recorded, and nothing out of anything else', () => {
    expect(
      figureOfEvent({ answer: 'number', value: '12', qualifier: '近', note: '口径' }),
    ).toMatchObject({ answer: 'number', value: '12', qualifier: '近', note: '口径' });
    expect(figureOfEvent({ answer: 'something', value: '12' })).toBeNull();
    expect(figureOfEvent(null)).toBeNull();
  });

  it('reads texts and marks', () => {
    expect(textOf({ submission: 2 }, 'submission')).toBe('2');
    expect(textOf('text', 'submission')).toBeNull();
    expect(marksOf({ marks: [{ indicator: 'SX001', note: '核对' }, 3] })).toEqual([
      { indicator: 'SX001', note: '核对' },
    ]);
  });
});

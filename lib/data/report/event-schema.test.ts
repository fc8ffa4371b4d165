import { expect, test } from 'vitest';
import { readEvent, type EventRow } from './event-schema';

const row = (kind: string, data: Partial<EventRow>): EventRow => ({
  id: '1',
  at: new Date('2026-11-21T08:00:00Z'),
  by: '陈晓燕',
  kind,
  subject: null,
  from: null,
  to: null,
  ...data,
});
const figure = { answer: 'number', value: '12', shown: null, qualifier: '近', note: '口径' };

test.each<[string, Partial<EventRow>, object]>([
  ['figure.saved', { subject: 'SX001', to: figure }, { subject: 'SX001', from: null, to: figure }],
  [
    'figure.saved',
    {
      subject: 'SX001',
      from: figure,
      to: { ...figure, origin: { proposal: '7', system: '财务' } },
    },
    { subject: 'SX001', from: figure, to: { ...figure, origin: { system: '财务' } } },
  ],
  ['report.sent', { subject: '1', to: { submission: 1, later: true } }, { to: { submission: 1 } }],
  ['review.accepted', { from: '周', to: { submission: 2 } }, { from: '周', to: { submission: 2 } }],
  ['report.unlocked', {}, { to: null }],
  ['mark.settled', { subject: 'SX001' }, { subject: 'SX001', to: null }],
])('%s is read with what belongs to its kind, and nothing else', (kind, data, expected) => {
  const { id, at, by } = row(kind, data);
  expect(readEvent(row(kind, data))).toEqual({ id, at, by, kind, ...expected });
});

test.each<[string, string, Partial<EventRow>]>([
  ['of a kind that is not known', 'report.burnt', {}],
  ['named as what every object has', 'constructor', {}],
  ['without what it is about', 'cell.asked', { to: '请开放' }],
  [
    'with another answer than there are',
    'figure.saved',
    { subject: 'SX001', to: { ...figure, answer: 'odd' } },
  ],
  ['with a submission that is none', 'report.sent', { to: { submission: '1' } }],
  ['of half a list', 'review.returned', { to: { submission: 1, reason: '', marks: [3] } }],
])('an event %s keeps its place and is said to be unreadable', (_, kind, data) => {
  const { id, at, by } = row(kind, data);
  expect(readEvent(row(kind, data))).toEqual({ id, at, by, kind: 'unreadable', recordedAs: kind });
});

import { expect, test } from 'vitest';
import { isTargetChange, type EventFigure, type ReportEvent } from './report-event';

const figure = (answer: EventFigure['answer'], value: string | null): EventFigure => ({
  ...{ answer, value, shown: null, qualifier: '', note: null, measure: 'target' },
});
const event = (from: EventFigure | null, to = figure('number', '90000')): ReportEvent => ({
  ...{ id: 'e', at: new Date('2022-01-10T00:00:00Z'), by: '王敏', kind: 'target.saved' },
  ...{ subject: 'ZZ025', from, to },
});

test.each<[string, ReportEvent, boolean]>([
  ['set for the first time', event(null), false],
  ['set where one had been emptied', event(figure('blank', null)), false],
  ['lowered', event(figure('number', '120000')), true],
  ['emptied', event(figure('number', '120000'), figure('blank', null)), true],
  [
    'a figure that was changed',
    { ...event(figure('number', '1')), kind: 'figure.saved' } as ReportEvent,
    false,
  ],
])('a target that is %s', (_, one, expected) => {
  expect(isTargetChange(one)).toBe(expected);
});

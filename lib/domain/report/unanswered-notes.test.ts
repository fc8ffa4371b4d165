import { expect, test } from 'vitest';
import type { Answer, Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { unansweredNotes } from './unanswered-notes';

const indicators = Array.from(
  { length: 12 },
  (_, at) => ({ code: `X${at}`, name: `第${at}项` }) as Indicator,
);
const figure = (indicator: string, answer: Answer, measure: Figure['measure'] = 'level') =>
  ({ indicator, answer, measure }) as Figure;

test('each answer has its note, under the words that say of when or of whom; a blank and a number have none', () => {
  const reports = [
    {
      of: '2020年',
      figures: [figure('X1', 'not_available'), figure('X2', 'blank'), figure('X3', 'number')],
    },
    {
      of: '2021年',
      figures: [
        figure('X2', 'not_available'),
        figure('X0', 'not_available'),
        figure('X4', 'not_applicable'),
        figure('X5', 'not_available', 'target'),
      ],
    },
  ];
  expect(unansweredNotes(reports, { indicators })).toEqual([
    '报为无法取得的：2020年第1项；2021年第0项、第2项。',
    '报为不适用的：2021年第4项。',
  ]);
});

test('many are counted', () => {
  const all = indicators.map(({ code }) => figure(code, 'not_available'));
  expect(unansweredNotes([{ of: '西山县', figures: all }], { indicators })).toEqual([
    '报为无法取得的：西山县第0项、第1项、第2项、第3项、第4项、第5项、第6项、第7项等12项。',
  ]);
  expect(unansweredNotes([{ of: '西山县', figures: [] }], { indicators })).toEqual([]);
});

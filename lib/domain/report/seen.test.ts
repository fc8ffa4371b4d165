import { expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import type { Figure } from '../figure/figure';
import { printSeen, unseenPlaces, type SeenContents } from './seen';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const figure = (indicator: string, value: string | null, more: Partial<Figure> = {}): Figure => ({
  indicator,
  measure: 'level',
  answer: value === null ? 'blank' : 'number',
  value,
  shown: null,
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  ...more,
});
const contents: SeenContents = {
  figures: [
    figure('BF001', '266'),
    figure('BF002', '12', { measure: 'target' }),
    figure('BF003', null),
  ],
  notes: [{ section: 'BF', kind: 'measures', text: '送温暖' }],
  explanations: [{ check: 'JY001', text: '含上年结转' }],
  files: [{ indicator: 'BF001', file: 'a' }],
};
const seen = printSeen(contents, digest);
const differing = (now: SeenContents) => unseenPlaces(seen, now, digest);

test('what is there as it was seen differs nowhere, in whatever order it was read', () => {
  expect(differing(contents)).toBeNull();
  const { figures } = contents;
  expect(differing({ ...contents, figures: figures.toReversed() })).toBeNull();
  // A field left blank says what none says.
  expect(differing({ ...contents, figures: figures.slice(0, 2) })).toBeNull();
});

test.each<[string, Partial<SeenContents>, object[]]>([
  [
    'another number',
    { figures: [figure('BF001', '267'), ...contents.figures.slice(1)] },
    [{ place: 'BF001', now: '267' }],
  ],
  [
    'the same number said to be about',
    { figures: [figure('BF001', '266', { qualifier: '约' }), ...contents.figures.slice(1)] },
    [{ place: 'BF001', now: '266' }],
  ],
  [
    'a number that was not there, and one that is gone',
    { figures: [figure('BF003', '1'), ...contents.figures.slice(1, 2)] },
    [
      { place: 'BF001', now: null },
      { place: 'BF003', now: '1' },
    ],
  ],
  [
    'another target',
    {
      figures: [contents.figures[0]!, figure('BF002', '13', { measure: 'target' })],
    },
    [{ place: 'BF002.target', now: '13' }],
  ],
  [
    'other words',
    { notes: [{ section: 'BF', kind: 'measures', text: '送清凉' }] },
    [{ place: 'BF.measures', now: null }],
  ],
  ['an explanation withdrawn', { explanations: [] }, [{ place: 'JY001', now: null }]],
  [
    'another file',
    { files: [{ indicator: 'BF001', file: 'b' }] },
    [
      { place: 'BF001.a', now: null },
      { place: 'BF001.b', now: null },
    ],
  ],
])('%s is named', (_, change, places) => {
  expect(differing({ ...contents, ...change })).toEqual(places);
});

test('what names no contents at all is never what is there', () => {
  for (const made of ['', ';', 'x', `${'0'.repeat(64)};`])
    expect(unseenPlaces(made, contents, digest)).not.toBeNull();
});

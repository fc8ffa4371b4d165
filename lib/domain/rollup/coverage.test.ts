import { expect, test } from 'vitest';
import { coverageOf, isAdded, type Coverage } from './coverage';

test.each<[string | null, Coverage, Coverage]>([
  [null, 'own', 'own'],
  [null, 'whole', 'whole'],
  ['市本级', 'whole', 'own'],
  ['全辖', 'own', 'whole'],
  ['全辖（不含市本级）', 'own', 'whole'],
  ['市本级，不含全辖', 'own', 'whole'],
  ['全辖不含市本级', 'whole', 'own'],
  ['不含铁路', 'own', 'own'],
  ['不含铁路', 'whole', 'whole'],
])('a figure said to be of %s in a report of %s covers %s', (note, report, covered) => {
  expect(coverageOf(note, report)).toBe(covered);
});

test('a total of all below is not added to what is below, unless nothing is', () => {
  expect([isAdded('own', true), isAdded('whole', true)]).toEqual([true, false]);
  expect([isAdded('own', false), isAdded('whole', false)]).toEqual([true, true]);
});

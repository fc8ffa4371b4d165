import { expect, test } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { faultsOf, partOf, type DocumentPlan } from './plan';
import { standardPlan, standardPlanNames } from './standard-plans';

test.each(standardPlanNames)('%s may be kept, and has a place for every section', (name) => {
  const plan = standardPlan(name);
  expect(faultsOf(plan, catalogue)).toEqual([]);
  const stated = plan.parts.flatMap(({ sections }) => sections);
  expect(stated.toSorted()).toEqual(catalogue.sections.map(({ code }) => code).toSorted());
});

test('an indicator that was taken out of its section is stated where it was put', () => {
  const plan = change(({ parts }) => void parts[0]!.indicators.push('ZZ030'));
  expect(partOf(plan, { code: 'ZZ030', section: 'ZZ' })).toBe(plan.parts[0]);
  expect(partOf(plan, { code: 'ZZ018', section: 'ZZ' })).toBe(plan.parts[4]);
  expect(partOf({ parts: plan.parts.slice(0, 4) }, { code: 'ZZ018', section: 'ZZ' })).toBe(
    undefined,
  );
});

test.each<[string, (plan: DocumentPlan) => void, string, number | null]>([
  ['two parts', ({ parts }) => void parts.splice(2), 'count', null],
  ['nine parts', ({ parts }) => void parts.push(...extra(4)), 'count', null],
  ['two parts of one name', ({ parts }) => void (parts[1]!.id = parts[0]!.id), 'count', null],
  ['a heading of blanks', ({ parts }) => void (parts[1]!.heading = '　 '), 'no-heading', 2],
  ['a long heading', ({ parts }) => void (parts[1]!.heading = '长'.repeat(31)), 'long-heading', 2],
  ['a part of nothing', ({ parts }) => void (parts[0]!.sections = []), 'empty', 1],
  ['a section twice', ({ parts }) => void parts[2]!.sections.push('SX'), 'twice', 3],
  ['an unknown section', ({ parts }) => void parts[2]!.sections.push('XX'), 'unknown', 3],
  ['a long closing', (plan) => void (plan.closing = '长'.repeat(301)), 'long-closing', null],
])('%s is a fault', (_, spoil, code, part) => {
  expect(faultsOf(change(spoil), catalogue)).toEqual([{ code, part }]);
});

function change(spoil: (plan: DocumentPlan) => void): DocumentPlan {
  const plan = structuredClone(standardPlan('couplets'));
  spoil(plan);
  return plan;
}

const codes = ['ZZ001', 'ZZ002', 'ZZ003', 'ZZ004'];
const extra = (count: number): DocumentPlan['parts'] =>
  codes.slice(0, count).map((code) => ({
    id: code,
    heading: '另一部分',
    sections: [],
    indicators: [code],
    isThemed: false,
  }));

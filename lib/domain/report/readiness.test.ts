import { expect, test } from 'vitest';
import type { Check, Indicator } from '../catalogue/indicator';
import { countByKind, readinessOf, verdictsOf } from './readiness';

const indicator = (
  code: string,
  core: boolean,
  parts: [string, string] | null = null,
): Indicator => ({
  code,
  core,
  name: code,
  nameEn: code,
  section: 'S',
  unit: '人',
  nature: 'flow',
  direction: 'up',
  partOf: null,
  partsAddUp: false,
  display: { scale: 'none', decimals: 0, moneyUnit: null },
  numerator: parts?.[0] ?? null,
  denominator: parts?.[1] ?? null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  verb: null,
  aliases: [],
});
const check = (code: string, kind: Check['kind'], left: string, right: string): Check => ({
  code,
  kind,
  op: '<=',
  tolerance: 0,
  note: '',
  left: [{ code: left, factor: 1, period: 0 }],
  right: [{ code: right, factor: 1, period: 0 }],
});
const none = new Set<string>();
const all = [
  indicator('A', true),
  indicator('B', true),
  indicator('C', false),
  indicator('R', true, ['A', 'B']),
];
const row = (code: string, value: string | null) => ({
  indicator: all.find((one) => one.code === code)!,
  figure: value === null ? null : { answer: 'number' as const, value },
  previous: null,
  isAsked: code !== 'R',
});

test('ready is what is complete, breaks no mandatory check and explains the others', () => {
  const rows = [row('A', '5'), row('B', '3'), row('R', null)];
  const checks = [
    check('M', 'mandatory', 'B', 'A'),
    check('V', 'verify', 'A', 'B'),
    check('H', 'hint', 'A', 'B'),
  ];
  const open = readinessOf(rows, checks, [], false, none);
  expect(open).toMatchObject({ isReady: false, missing: [], failing: [], explained: [] });
  expect([open.unexplained, open.hints].map((list) => list.map((one) => one.check.code))).toEqual([
    ['V'],
    ['H'],
  ]);
  const explanation = { check: 'V', text: '含上年结转的建议', outOfDate: false };
  expect(readinessOf(rows, checks, [explanation], false, none)).toMatchObject({
    isReady: true,
    unexplained: [],
  });
  expect(
    readinessOf(rows, checks, [{ ...explanation, outOfDate: true }], false, none).isReady,
  ).toBe(false);
  expect(
    readinessOf(rows, checks, [{ ...explanation, text: '核实无误' }], false, none).isReady,
  ).toBe(false);
  expect(
    readinessOf([row('A', null), ...rows.slice(1)], checks, [explanation], false, none),
  ).toMatchObject({ isReady: false, missing: ['A'] });
  // One that is missing does not outweigh one that is not explained.
  expect(
    readinessOf([...rows, { ...row('C', null), isAsked: true }], checks, [], false, none),
  ).toMatchObject({ isReady: false, missing: ['C'], unexplained: [{ check: { code: 'V' } }] });
  expect(
    readinessOf(rows, [check('M', 'mandatory', 'A', 'B')], [], false, none).failing.map(
      (one) => one.check.code,
    ),
  ).toEqual(['M']);
});

test.each([
  ['not_applicable', null, false],
  ['not_applicable', '  ', false],
  ['not_available', null, false],
  ['not_applicable', '本县没有', true],
  ['not_available', '台账遗失', true],
  ['number', null, true],
] as const)('%s with the reason %s: ready is %s', (answer, note, isReady) => {
  const rows = [
    { ...row('A', '5'), figure: { answer, value: answer === 'number' ? '5' : null, note } },
    row('B', '3'),
  ];
  expect(readinessOf(rows, [], [], false, none)).toMatchObject({
    isReady,
    missing: [],
    unreasoned: isReady ? [] : ['A'],
  });
});

test('what the higher union let off: a mandatory check needs nothing more, a quasi-mandatory one an explanation', () => {
  const rows = [row('A', '5'), row('B', '3'), row('R', null)];
  const mandatory = check('M', 'mandatory', 'A', 'B');
  const quasi = check('Q', 'quasi', 'A', 'B');
  const said = [{ check: 'Q', text: '含上年结转的建议', outOfDate: false }];
  const of = (waived: string[], explanations: typeof said) => {
    const found = readinessOf(rows, [mandatory, quasi], explanations, false, new Set(waived));
    const codes = (list: { check: Check }[]) => list.map((one) => one.check.code).join();
    return [
      found.isReady,
      codes(found.failing),
      codes(found.unexplained),
      codes(found.explained),
      codes(found.waived),
    ];
  };
  expect(of([], said)).toEqual([false, 'M,Q', '', '', '']);
  expect(of(['M'], said)).toEqual([false, 'Q', '', '', 'M']);
  expect(of(['M', 'Q'], [])).toEqual([false, '', 'Q', '', 'M']);
  expect(of(['M', 'Q'], said)).toEqual([true, '', '', 'Q', 'M']);
});

test('what failed is listed by code, each where it stands, and counted by class', () => {
  const rows = [row('A', '5'), row('B', '3'), row('R', null)];
  const kinds = {
    F: 'mandatory',
    E: 'verify',
    D: 'hint',
    C: 'quasi',
    B: 'mandatory',
    A: 'verify',
  } as const;
  const checks = [
    ...Object.entries(kinds).map(([code, kind]) => check(code, kind, 'A', 'B')),
    check('Z', 'mandatory', 'B', 'A'),
  ];
  const verdicts = verdictsOf(
    readinessOf(
      rows,
      checks,
      [{ check: 'E', text: '含上年结转的建议', outOfDate: false }],
      false,
      new Set(['B']),
    ),
  );
  expect(verdicts.map(({ result, standing }) => [result.check.code, standing])).toEqual([
    ['A', 'unexplained'],
    ['B', 'waived'],
    ['C', 'failing'],
    ['D', 'hint'],
    ['E', 'explained'],
    ['F', 'failing'],
  ]);
  expect(countByKind(verdicts)).toEqual({ mandatory: 2, quasi: 1, verify: 2, hint: 1 });
  expect(countByKind([])).toEqual({ mandatory: 0, quasi: 0, verify: 0, hint: 0 });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { checksFor, evaluateChecks, indicatorsOf, isRealExplanation } from './checks';
import type { Check, MissingPolicy, Term } from '../catalogue/indicator';

const term = (code: string | null, factor = 1, period: 0 | -1 = 0): Term => ({
  code,
  factor,
  period,
});
const checkOf = (left: Term[], op: Check['op'], right: Term[], tolerance = 0): Check => ({
  code: 'T',
  kind: 'verify',
  left,
  op,
  right,
  tolerance,
  note: '',
});
const fails = (
  check: Check,
  current: Record<string, string>,
  previous: Record<string, string> | null = null,
) =>
  evaluateChecks(
    [check],
    new Map(Object.entries(current)),
    previous && new Map(Object.entries(previous)),
  )[0];

describe('comparing operators', () => {
  const partOf = checkOf([term('A')], '<=', [term('B')]);
  const adds = checkOf([term('A'), term('B')], '=', [term('C')]);
  const grows = checkOf([term('A')], '<=', [term('A', 1.2, -1)], 20);
  const shrinks = checkOf([term('A')], '>=', [term('A', 0.8, -1)], 20);

  it.each<[string, Check, Record<string, string>, Record<string, string> | null, boolean]>([
    ['a part is at most the whole', partOf, { A: '5', B: '5' }, null, true],
    ['a part above the whole fails', partOf, { A: '6', B: '5' }, null, false],
    ['a missing side is skipped', partOf, { A: '6' }, null, true],
    ['0 is not missing', partOf, { A: '6', B: '0' }, null, false],
    ['parts add up', adds, { A: '0.1', B: '0.2', C: '0.3' }, null, true],
    ['parts do not add up', adds, { A: '0.1', B: '0.2', C: '0.31' }, null, false],
    ['the sum waits for every part', adds, { A: '1', C: '3' }, null, true],
    [
      'within tolerance',
      checkOf([term('A')], '=', [term('B')], 10),
      { A: '110', B: '100' },
      null,
      true,
    ],
    [
      'beyond tolerance',
      checkOf([term('A')], '=', [term('B')], 10),
      { A: '110.01', B: '100' },
      null,
      false,
    ],
    [
      'beyond tolerance below',
      checkOf([term('A')], '=', [term('B')], 10),
      { A: '89.99', B: '100' },
      null,
      false,
    ],
    ['20% more than last year, and the floor', grows, { A: '140' }, { A: '100' }, true],
    ['more than that', grows, { A: '141' }, { A: '100' }, false],
    ['20% less, and the floor', shrinks, { A: '60' }, { A: '100' }, true],
    ['less than that', shrinks, { A: '59' }, { A: '100' }, false],
    ['no report before', grows, { A: '1000' }, null, true],
    ['not in the report before', grows, { A: '1000' }, { B: '1' }, true],
    ['a constant', checkOf([term('A')], '<=', [term(null, 100)]), { A: '100.01' }, null, false],
    ['a constant of 0', checkOf([term('A')], '>=', [term(null, 0)]), { A: '0' }, null, true],
    [
      'a negative factor',
      checkOf([term('A')], '=', [term('B', 1, -1), term('C'), term('D', -1)]),
      { A: '12', C: '5', D: '3' },
      { B: '10' },
      true,
    ],
  ])('%s', (_, check, current, previous, holds) => {
    expect(fails(check, current, previous) === undefined).toBe(holds);
  });

  it('says both sides, the cells of this report and every term', () => {
    const check = checkOf([term('A')], '=', [term('A', 1, -1), term('B', 2), term(null, 3)]);
    expect(fails(check, { A: '9', B: '1.5' }, { A: '1' })).toEqual({
      check,
      left: '9',
      right: '7',
      cells: ['A', 'B'],
      terms: {
        left: [{ code: 'A', factor: 1, period: 0, value: '9' }],
        right: [
          { code: 'A', factor: 1, period: -1, value: '1' },
          { code: 'B', factor: 2, period: 0, value: '1.5' },
          { code: null, factor: 3, period: 0, value: '3' },
        ],
      },
    });
  });

  it('equality is both at most and at least', () => {
    const value = fc.integer({ min: -50, max: 50 }).map(String);
    fc.assert(
      fc.property(value, value, fc.nat(5), (A, B, tolerance) => {
        const ok = (op: Check['op']) =>
          fails(checkOf([term('A')], op, [term('B')], tolerance), { A, B }) === undefined;
        expect(ok('=')).toBe(ok('<=') && ok('>='));
        expect(ok('<=')).toBe(Number(A) <= Number(B) + tolerance);
      }),
    );
  });
});

describe('ratio-of', () => {
  const check = checkOf([term('R')], 'ratio-of', [term('N'), term('D')], 0.1);

  it.each<[Record<string, string>, boolean]>([
    [{ R: '72.9', N: '105', D: '144' }, true],
    [{ R: '73', N: '105', D: '144' }, true],
    [{ R: '73.1', N: '105', D: '144' }, false],
    [{ R: '98', N: '1', D: '0' }, true],
    [{ R: '98', D: '144' }, true],
    [{ N: '1', D: '144' }, true],
    [{ R: '5', N: '0', D: '144' }, false],
  ])('%o', (values, holds) => {
    expect(fails(check, values) === undefined).toBe(holds);
  });

  it('says the rate worked out', () => {
    expect(fails(check, { R: '90', N: '105', D: '144' })).toMatchObject({
      left: '90',
      right: '72.9167',
      cells: ['R', 'N', 'D'],
    });
  });
});

describe('present-if', () => {
  const check = checkOf([term('N'), term('D')], 'present-if', [term('R')]);

  it.each<[Record<string, string>, string[] | undefined]>([
    [{ R: '98', N: '1', D: '2' }, undefined],
    [{ R: '98', N: '1' }, ['D']],
    [{ R: '98' }, ['N', 'D']],
    [{ R: '0' }, undefined],
    [{ R: '98', N: '0', D: '0' }, undefined],
    [{}, undefined],
  ])('%o marks %j', (values, cells) => {
    expect(fails(check, values)?.cells).toEqual(cells);
  });
});

describe('missing values', () => {
  const check = (left: MissingPolicy, right: MissingPolicy): Check => ({
    ...checkOf([term('A'), term('B')], '=', [term('C')]),
    missing: { left, right },
  });

  it.each<[MissingPolicy, MissingPolicy, Record<string, string>, boolean]>([
    ['any', 'any', { A: '1', C: '3' }, true],
    ['all', 'any', { A: '1', C: '3' }, false],
    ['all', 'any', { A: '3', C: '3' }, true],
    ['all', 'any', { C: '3' }, true],
    ['none', 'any', { C: '3' }, false],
    ['none', 'any', { C: '0' }, true],
    ['any', 'none', { A: '1', B: '2' }, false],
    ['any', 'all', { A: '1', B: '2' }, true],
    ['none', 'none', {}, true],
  ])('left out by %s on the left, %s on the right: %o', (left, right, values, holds) => {
    expect(fails(check(left, right), values) === undefined).toBe(holds);
  });

  it('a constant is never missing', () => {
    expect(
      fails(
        { ...checkOf([term('A')], '>=', [term(null, 1)]), missing: { left: 'none', right: 'all' } },
        {},
      )?.left,
    ).toBe('0');
  });
});

it('marks the cells that the check names', () => {
  expect(
    fails({ ...checkOf([term('A')], '<=', [term('B')]), marks: ['B'] }, { A: '6', B: '5' })?.cells,
  ).toEqual(['B']);
});

describe('whom a check is for', () => {
  const check = (over: Partial<Check>): Check => ({
    ...checkOf([term('A')], '<=', [term('B')]),
    ...over,
  });
  const county = { level: 'county' as const, lineage: '/320000/320900/320925/' };

  it.each<[string, Partial<Check>, boolean]>([
    ['everyone', {}, true],
    ['no level named', { levels: [] }, true],
    ['its level', { levels: ['city', 'county'] }, true],
    ['another level', { levels: ['city'] }, false],
    ['made above it', { owner: '320900' }, true],
    ['made by itself', { owner: '320925' }, true],
    ['made beside it', { owner: '320923' }, false],
    ['a code that only begins alike', { owner: '3209' }, false],
  ])('%s', (_, over, isForIt) => {
    expect(checksFor([check(over)], county)).toHaveLength(isForIt ? 1 : 0);
  });
});

describe('the catalogue', () => {
  const checks = catalogue.checks;

  it('names what a check looks at in this period, each indicator once', () => {
    for (const check of checks) {
      const ofThisPeriod = [...check.left, ...check.right].filter(
        ({ code, period }) => code !== null && period === 0,
      );
      expect(indicatorsOf(check)).toEqual([...new Set(ofThisPeriod.map(({ code }) => code))]);
    }
    expect(checks.flatMap(indicatorsOf).length).toBeGreaterThan(checks.length);
  });

  it('has nothing to say about an empty report, and answers in its own order', () => {
    expect(evaluateChecks(checks, new Map(), null)).toEqual([]);
    const all = new Map(
      catalogue.indicators.map(({ code }, index) => [code, String((index * 7919) % 1009)]),
    );
    const codes = evaluateChecks(checks, all, all).map(({ check }) => check.code);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).toEqual([...codes].sort());
  });

  it('no part exceeds its whole where all figures are the same', () => {
    const same = new Map(catalogue.indicators.map(({ code }) => [code, '0']));
    expect(
      evaluateChecks(checks, same, same).filter(({ check }) => check.kind === 'mandatory'),
    ).toEqual([]);
  });
});

describe('isRealExplanation', () => {
  it.each([
    '新增两个产业园工会',
    '口径改为含村级联合工会',
    '因疫情停办三场招聘会',
    '2021年起不再统计兼职人员',
    '该指标数据核实，本年合并了两个园区',
    'Two parks merged this year',
  ])('%s', (text) => {
    expect(isRealExplanation(text)).toBe(true);
  });

  it.each([
    '',
    '核实无误',
    '无误',
    '属实',
    '已核实',
    '数据属实无误',
    '经核实，数据无误。',
    '经再次核对，以上数据真实准确',
    '情况属实，特此说明',
    '与实际相符，没有错误',
    '见上级文件的有关规定说明',
    '按照上级有关文件要求填报',
    '增加了',
    '啊啊啊啊啊啊啊',
    '。。。。。。。。',
    '111111111',
    'Checked and correct',
    'ok ok ok ok',
    '\u200b\u2060\u200e\u200f\u202e\u2066\u200b',
  ])('%j says nothing', (text) => {
    expect(isRealExplanation(text)).toBe(false);
  });
});

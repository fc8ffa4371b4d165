import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Nature } from '../catalogue/indicator';
import { figureHints, memberIndicator, mostHints, perMember, type HintRow } from './figure-hints';

const row = (
  code: string,
  value: string | null,
  last: string | null,
  more: Partial<HintRow> & { nature?: Nature; unit?: string } = {},
): HintRow => ({
  indicator: {
    ...{ code, name: code, nameEn: code, display: { scale: 'none', decimals: 0, moneyUnit: null } },
    nature: more.nature ?? 'flow',
    unit: more.unit ?? '人',
  },
  value,
  last,
  history: more.history ?? [],
  peers: more.peers ?? null,
});
const hinted = (rows: HintRow[], members: string | null = '1000', failing: string[] = []) =>
  [...figureHints(rows, members, (code) => failing.includes(code))].map(
    ([code, { kind, direction }]) => `${code} ${kind} ${direction}`,
  );

describe('the hints a form shows', () => {
  it('are the few strongest, the strongest first', () => {
    const rows = ['130', '150', '190', '170', '500', '122', '101'].map((value, at) =>
      row(`A${at}`, value, '100'),
    );
    expect(hinted(rows)).toEqual([
      'A4 year up',
      'A2 year up',
      'A3 year up',
      'A1 year up',
      'A0 year up',
    ]);
    expect(hinted(rows)).toHaveLength(mostHints);
  });

  it('say one thing of a figure: what is most unusual', () => {
    const history = ['100', '104', '98', '101', '103'];
    expect(hinted([row('A', '130', '103', { history })])).toEqual(['A history up']);
    expect(hinted([row('A', '1300', '130', { history: [] })])).toEqual(['A year up']);
  });

  it.each([
    ['where a check speaks already', row('A', '500', '100'), ['A']],
    ['of what is hardly unusual', row('A', '125', '100'), []],
    ['of a rank', row('A', '50', '10', { nature: 'rank' }), []],
    ['of a field without a number', row('A', null, '100'), []],
  ])('say nothing %s', (_, one, failing) => {
    expect(hinted([one], '1000', failing)).toEqual([]);
  });

  it('hold an amount against the peers per thousand members, a rate as it is', () => {
    const peers = { usual: '100', reach: '20', units: 6 };
    expect(hinted([row('A', '900', null, { peers })], '3000')).toEqual(['A peers up']);
    expect(hinted([row('A', '300', null, { peers })], '3000')).toEqual([]);
    expect(hinted([row('A', '900', null, { peers })], null)).toEqual([]);
    expect(hinted([row('A', '60', null, { peers, unit: '%', nature: 'ratio' })], null)).toEqual([
      'A peers down',
    ]);
  });

  it('are not made of the number of members by members', () => {
    expect(perMember('5', { code: memberIndicator, unit: '人' }, '5')).toBeNull();
    expect(perMember('5', { code: 'A', unit: '人' }, '0')).toBeNull();
  });
});

describe("figures that stand in each other's place", () => {
  const said = (rows: HintRow[], members: string | null = '1000') =>
    [...figureHints(rows, members, () => true)].map(([code, hint]) =>
      hint.kind === 'swap' ? `${code} with ${hint.with.code}` : code,
    );
  const still = (code: string) => row(code, '101', '100');

  it.each<[string, HintRow[], string[]]>([
    [
      'two lines below each other',
      [row('A', '31', '25148'), row('B', '26000', '29')],
      ['A with B', 'B with A'],
    ],
    [
      'however small the last year was',
      [row('A', '26000', '3'), row('B', '3', '25148')],
      ['A with B', 'B with A'],
    ],
    [
      'two lines far apart, of other units',
      [
        row('A', '31', '25148'),
        ...['C', 'D', 'E', 'F'].map(still),
        row('B', '26000', '29', { unit: '元' }),
      ],
      ['A with B', 'B with A'],
    ],
    [
      'neighbours of much the same size',
      [row('A', '151', '100'), row('B', '101', '150')],
      ['A with B', 'B with A'],
    ],
    [
      'by the own years where last year is not known',
      [
        row('A', '31', null, { history: ['25000', '25148', '24900'] }),
        row('B', '26000', null, { history: ['29', '30', '28'] }),
      ],
      ['A with B', 'B with A'],
    ],
    [
      'by the peers where no year is known',
      [
        row('A', '31', null, { peers: { usual: '25148', reach: '10', units: 6 } }),
        row('B', '26000', '29'),
      ],
      ['A with B', 'B with A'],
    ],
    ['not where one alone is far off', [row('A', '31', '25148'), row('B', '30', '29')], []],
    ['not where both merely grew', [row('A', '130', '100'), row('B', '160', '150')], []],
    [
      'not of lines apart that moved a little',
      [row('A', '151', '100'), still('C'), still('D'), row('B', '101', '150')],
      [],
    ],
    [
      'not where both are far off and fit nothing',
      [row('A', '31', '25148'), row('B', '9000000', '29')],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(said(rows)).toEqual(expected);
  });

  it('whichever way round and wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 1_000_000 }),
        fc.integer({ min: 4, max: 5000 }),
        fc.integer({ min: 90, max: 110 }),
        fc.nat(6),
        fc.boolean(),
        (small, times, percent, apart, isUp) => {
          const large = small * times;
          const now = (value: number) => String(Math.round((value * percent) / 100));
          const pair: [HintRow, HintRow] = [
            row('A', now(large), String(small)),
            row('B', now(small), String(large)),
          ];
          const [first, second] = isUp ? pair : [pair[1], pair[0]];
          const between = ['C', 'D', 'E', 'F', 'G', 'H'].slice(0, apart).map(still);
          expect(new Set(said([first, ...between, second]))).toEqual(
            new Set(['A with B', 'B with A']),
          );
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Nature } from '../catalogue/indicator';
import { figureHints, memberIndicator, mostHints, perMember, type HintRow } from './figure-hints';

const row = (
  code: string,
  value: string | null,
  last: string | null,
  more: Partial<HintRow> & { nature?: Nature; unit?: string } = {},
): HintRow => ({
  indicator: { code, nature: more.nature ?? 'flow', unit: more.unit ?? '人' },
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
    expect(perMember('5', { code: memberIndicator, nature: 'stock', unit: '人' }, '5')).toBeNull();
    expect(perMember('5', { code: 'A', nature: 'stock', unit: '人' }, '0')).toBeNull();
  });
});

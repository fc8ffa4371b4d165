import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckInput } from './check-setup';
import { asksAt, type LiveChecks } from './live-checks';
import { number, open, plain, rowOf } from './test-page';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const asksHere = (live: LiveChecks, code: string): boolean => asksAt(live.at(code), code);

describe('one figure after another', () => {
  const check = catalogue.checks.find(
    ({ left, right, op }) => op === '<=' && left[0]?.code === 'JG007' && right[0]?.code === 'JG006',
  )!;
  const input: CheckInput = {
    ...plain,
    checks: [check],
    rows: [rowOf('JG006'), rowOf('JG007')],
    elsewhere: [],
  };
  afterEach(() => void vi.useRealTimers());

  it('is shown where it came up, and named at the other figure', () => {
    const { live, type } = open(input);
    type('JG007', '12');
    type('JG006', '10');
    expect(live.at('JG006').verdicts[0]).toMatchObject({
      standing: 'unexplained',
      home: 'JG006',
      result: { left: '12', right: '10' },
    });
    expect(live.at('JG007').verdicts[0]).toMatchObject({ home: 'JG006' });
    expect([asksHere(live, 'JG006'), asksHere(live, 'JG007')]).toEqual([true, false]);
    type('JG007', '13');
    expect(live.at('JG006').verdicts[0]).toMatchObject({ home: 'JG007' });
    type('JG007', '9');
    expect(live.at('JG007').verdicts).toEqual([]);
    expect(live.status()).toMatchObject({
      counts: { unexplained: 0 },
      news: { cell: 'JG007', verdict: null },
    });
  });

  it('moves on where the figure that showed it is filled in', () => {
    const pair = catalogue.checks.find(
      ({ op, left, right }) => op === 'present-if' && left.length === 2 && right.length === 1,
    )!;
    const [whole, first, second] = [pair.right[0]!.code!, pair.left[0]!.code!, pair.left[1]!.code!];
    const { live, type } = open({
      ...plain,
      checks: [pair],
      rows: [whole, first, second].map((code) => rowOf(code)),
      elsewhere: [],
    });
    type(whole, '640');
    expect(live.at(first).verdicts[0]).toMatchObject({ home: first });
    expect(live.at(second).verdicts[0]).toMatchObject({ home: first });
    type(first, '930');
    expect(live.at(first).verdicts).toEqual([]);
    expect(live.at(second).verdicts[0]).toMatchObject({ home: second });
  });

  it('is out of date while one of the figures is being typed, and while it cannot be read', () => {
    const { live, type, cells } = open(input);
    type('JG007', '12');
    type('JG006', '10');
    cells.editing('JG006', '1');
    expect([live.at('JG006').isStale, live.at('JG007').isStale, live.status().isStale]).toEqual([
      true,
      true,
      true,
    ]);
    type('JG006', '约多');
    // The server still holds 10.
    expect(live.at('JG006')).toMatchObject({
      isStale: true,
      verdicts: [{ result: { left: '12', right: '10' } }],
    });
    type('JG006', '20');
    expect(live.at('JG006')).toMatchObject({ isStale: false, verdicts: [] });
  });

  it('is checked by itself a moment after the cell was left', () => {
    vi.useFakeTimers();
    const { live, cells, end } = open(input);
    let notified = 0;
    live.views.subscribe('JG007', () => (notified += 1));
    for (const [code, typed] of [
      ['JG007', '12'],
      ['JG006', '10'],
    ] as const) {
      cells.editing(code, typed);
      cells.leave(code);
    }
    expect(live.at('JG007').verdicts).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(live.at('JG007').verdicts).toHaveLength(1);
    expect(notified).toBeGreaterThan(0);
    end();
  });

  it('looks at figures of other sections as they are stored', () => {
    const { live, type } = open({
      ...input,
      rows: [rowOf('JG007')],
      elsewhere: [
        { indicator: rowOf('JG006').indicator, figure: number('JG006', '10'), previous: null },
      ],
    });
    type('JG007', '11');
    expect(live.at('JG007').verdicts[0]).toMatchObject({
      home: 'JG007',
      result: { cells: ['JG007', 'JG006'] },
    });
  });

  it('hints at what is unusual where no check fails', () => {
    const history = ['100', '104', '98', '101', '103'].map((value, at) => ({
      period: `${2016 + at}`,
      value,
      text: value,
    }));
    const { live, type } = open({
      ...input,
      rows: [rowOf('JG006', null, { history }), rowOf('JG007')],
    });
    type('JG006', '900');
    expect(live.at('JG006').hint).toMatchObject({ kind: 'history', direction: 'up' });
    type('JG007', '1000');
    expect(live.at('JG006').hint).toBeNull();
    type('JG007', '');
    expect(live.at('JG006').hint).toMatchObject({ kind: 'history' });
    type('JG006', '102');
    expect(live.at('JG006').hint).toBeNull();
  });
});

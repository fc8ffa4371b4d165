// What the browser says while figures are typed is what the server says of the same figures.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkValues, isOutOfDate } from '@/lib/domain/checks/explanation';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { readFigure } from '@/lib/domain/figure/read';
import { readinessOf, type Standing } from '@/lib/domain/report/readiness';
import { cellOf, issueOf, type Cell, type EntryRow } from '../grid/entry-cell';
import { LiveChecks } from './live-checks';
import type { CheckInput } from './check-setup';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const nothing = {
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  shown: null,
  qualifier: '',
} as const;
const number = (indicator: string, value: string): Figure => ({
  ...nothing,
  indicator,
  measure: 'level',
  answer: 'number',
  value,
});
const rowOf = (
  code: string,
  previous: string | null = null,
  more: Partial<EntryRow> = {},
): EntryRow => ({
  indicator: catalogue.indicators.find((one) => one.code === code)!,
  figure: null,
  previous: previous === null ? null : number(code, previous),
  changes: [],
  isAsked: true,
  workedOut: null,
  previousWorkedOut: null,
  mark: null,
  lock: null,
  history: [],
  evidence: [],
  ...more,
});
const plain = { explanations: [], waived: [], hasPrevious: true, peers: {}, members: null };

/** Cells as a store holds them, without sending anything. */
function makeCells(rows: readonly EntryRow[]) {
  const cells = new Map<string, Cell>(rows.map((row) => [row.indicator.code, cellOf(row)]));
  const watchers = new Set<(cell: Cell) => void>();
  const put = (cell: Cell) => {
    cells.set(cell.row.indicator.code, cell);
    watchers.forEach((watcher) => watcher(cell));
  };
  return {
    cell: (code: string) => cells.get(code),
    watch: (watcher: (cell: Cell) => void) => (
      watchers.add(watcher),
      () => watchers.delete(watcher)
    ),
    editing: (code: string, typed: string) =>
      put({ ...cells.get(code)!, content: { typed }, state: 'editing', issue: null }),
    /** As the store leaves a cell that was left, and the server answers it. */
    leave(code: string) {
      const cell = cells.get(code)!;
      const issue = issueOf(cell);
      put(issue ? { ...cell, state: 'invalid', issue } : { ...cell, state: 'waiting' });
      const read =
        'typed' in cell.content ? readFigure(cell.content.typed, cell.row.indicator) : null;
      if (read?.ok)
        put({
          ...cells.get(code)!,
          state: 'saved',
          saved: {
            ...number(code, ''),
            answer: read.answer,
            value: read.answer === 'number' ? read.value : null,
            revision: 1,
            enteredBy: '',
            enteredAt: '',
          },
        });
    },
  };
}

function open(input: CheckInput) {
  const cells = makeCells(input.rows);
  const live = new LiveChecks(cells, input);
  const end = live.attach();
  const type = (code: string, typed: string) => {
    cells.editing(code, typed);
    cells.leave(code);
    live.run();
  };
  return { cells, live, type, end };
}

/** Everything a page says, by check. */
function said(
  live: LiveChecks,
  rows: readonly EntryRow[],
): Map<string, { standing: Standing; left: string; right: string; cells: string[] }> {
  return new Map(
    rows.flatMap(({ indicator }) =>
      live
        .at(indicator.code)
        .verdicts.map(
          ({ result, standing }) =>
            [
              result.check.code,
              { standing, left: result.left, right: result.right, cells: result.cells },
            ] as const,
        ),
    ),
  );
}

describe('the checks of a page', () => {
  const codes = catalogue.indicators.map(({ code }) => code);
  const text = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }).map(String),
    fc.constantFrom(
      '',
      '0',
      '１２，３４５',
      '1.2万',
      '约300',
      '不适用',
      '无法取得',
      '约多',
      '####',
      '98.5',
      '100',
      '12元',
      '-3',
      '3亿',
    ),
  );
  // Few enough figures that they are written over, and meet in checks.
  const edited = codes
    .filter((code) =>
      catalogue.checks.some(({ op, right }) => op === '<=' && right[0]?.code === code),
    )
    .slice(0, 12)
    .flatMap((code) => [
      code,
      ...catalogue.checks.flatMap(({ left, right }) =>
        right[0]?.code === code && left[0]?.code ? [left[0].code] : [],
      ),
    ]);
  const edits = fc.array(fc.record({ code: fc.constantFrom(...edited), typed: text }), {
    minLength: 40,
    maxLength: 90,
  });

  it('say in the browser what the server says of what it holds, whatever is typed in whatever order', () => {
    const explained = fc.subarray(
      catalogue.checks.filter(({ kind }) => kind === 'verify').map(({ code }) => code),
      { minLength: 60 },
    );
    const waived = fc.subarray(
      catalogue.checks.map(({ code }) => code),
      { minLength: 10, maxLength: 60 },
    );
    const before = fc.dictionary(
      fc.constantFrom(...edited),
      fc.integer({ min: 0, max: 99_999 }).map(String),
      { minKeys: 8 },
    );
    fc.assert(
      fc.property(
        edits,
        before,
        explained,
        waived,
        fc.boolean(),
        (typed, last, explainedCodes, letOff, hasPrevious) => {
          const rows = codes.map((code) => rowOf(code, last[code] ?? null));
          const previous = new Map(Object.entries(last));
          // Explanations were written when half of it had been typed.
          const half = serverValues(typed.slice(0, typed.length >> 1));
          const written = explainedCodes.map((check) => ({
            check,
            text: '合并了两个园区工会',
            by: '陈晓燕',
            at: '2026-11-21',
            values: checkValues(checkOf(check), half, hasPrevious ? previous : null),
          }));
          const { live, type, end, cells } = open({
            ...plain,
            checks: catalogue.checks,
            rows,
            elsewhere: [],
            explanations: written,
            waived: letOff,
            hasPrevious,
          });
          for (const { code, typed: one } of typed) type(code, one);
          end();

          const values = serverValues(typed);
          const server = readinessOf(
            rows.map((row) => ({ ...row, figure: cells.cell(row.indicator.code)!.saved })),
            catalogue.checks,
            written.map(({ values: then, ...rest }) => ({
              ...rest,
              outOfDate: isOutOfDate(
                checkOf(rest.check),
                then,
                values,
                hasPrevious ? previous : null,
              ),
            })),
            hasPrevious,
            new Set(letOff),
          );
          const expected = new Map(
            (
              [
                ['failing', server.failing],
                ['unexplained', server.unexplained],
                ['explained', server.explained],
                ['waived', server.waived],
                ['hint', server.hints],
              ] as const
            ).flatMap(([standing, results]) =>
              results.map(
                (result) =>
                  [
                    result.check.code,
                    { standing, left: result.left, right: result.right, cells: result.cells },
                  ] as const,
              ),
            ),
          );
          expect(new Map([...said(live, rows)].sort())).toEqual(new Map([...expected].sort()));
          for (const { indicator } of rows) {
            for (const { home, result } of live.at(indicator.code).verdicts)
              expect(live.at(home).verdicts.map((one) => one.result.check.code)).toContain(
                result.check.code,
              );
          }
          // And a page that is opened afterwards says the same.
          const fresh = rows.map((row) => ({
            ...row,
            figure: cells.cell(row.indicator.code)!.saved,
          }));
          const again = open({
            ...plain,
            checks: catalogue.checks,
            rows: fresh,
            elsewhere: [],
            explanations: written,
            waived: letOff,
            hasPrevious,
          });
          expect(new Map([...said(again.live, rows)].sort())).toEqual(
            new Map([...expected].sort()),
          );
          again.end();
        },
      ),
      { numRuns: 40 },
    );
  });
});

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

  it('is told where it came up, and named at the other figure', () => {
    const { live, type } = open(input);
    type('JG007', '12');
    type('JG006', '10');
    expect(live.at('JG006').verdicts[0]).toMatchObject({
      standing: 'unexplained',
      home: 'JG006',
      result: { left: '12', right: '10' },
    });
    expect(live.at('JG007').verdicts[0]).toMatchObject({ home: 'JG006' });
    expect([live.isOpen('JG006'), live.isOpen('JG007')]).toEqual([true, false]);
    type('JG007', '13');
    expect(live.at('JG006').verdicts[0]).toMatchObject({ home: 'JG007' });
    type('JG007', '9');
    expect(live.at('JG007').verdicts).toEqual([]);
    expect(live.status()).toMatchObject({
      counts: { unexplained: 0 },
      news: { cell: 'JG007', verdict: null },
    });
  });

  it('moves on where the figure that told it is filled in', () => {
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
    let heard = 0;
    live.subscribe('JG007', () => (heard += 1));
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
    expect(heard).toBeGreaterThan(0);
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

const checkOf = (wanted: string): Check => catalogue.checks.find(({ code }) => code === wanted)!;

/** What the server holds after these edits: what it cannot read changes nothing. */
function serverValues(edits: readonly { code: string; typed: string }[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { code, typed } of edits) {
    const read = readFigure(
      typed,
      catalogue.indicators.find((one) => one.code === code)!,
    );
    if (!read.ok) continue;
    if (read.answer === 'number') values.set(code, read.value);
    else values.delete(code);
  }
  return values;
}

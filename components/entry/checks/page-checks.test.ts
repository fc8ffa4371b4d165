// What the browser says while figures are typed is what the server says of the same figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues, isOutOfDate } from '@/lib/domain/checks/explanation';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { readFigure } from '@/lib/domain/figure/read';
import { readinessOf, type Standing } from '@/lib/domain/report/readiness';
import type { EntryRow } from '../cells/entry-cell';
import { type LiveChecks } from './live-checks';
import { open, plain, rowOf } from './test-page';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

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
            rows.map((row) => ({ ...row, figure: cells.get(row.indicator.code)!.saved })),
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
            figure: cells.get(row.indicator.code)!.saved,
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

// Whether figures that come from elsewhere are likely ones, by what the form itself asks of a person who types them: a
// slip of the unit of measure, two figures in each other's place, the checks between figures, and what is far from last
// year, the own years and the peers.
import type { Issue } from '../access/errors';
import type { Check, Indicator } from '../catalogue/indicator';
import { absolute } from '../figure/number';
import { printValue } from '../figure/print';
import { unitSlip, type UnitSlip } from '../figure/unit-slip';
import { evaluateChecks, type CheckResult, type Values } from './checks';
import { fewStrongest, strongestHint, swapHints, type HintRow } from './figure-hints';
import type { StatisticalHint } from './statistical-hints';

/** Why a figure wants a look before it is taken. */
export type Oddity =
  | { kind: 'slip'; slip: UnitSlip; last: string }
  | { kind: 'hint'; hint: StatisticalHint }
  | { kind: 'check'; result: CheckResult };

/** A report as it would be: its rows in the order of the form. `previous` is null without a report before. */
export type LikelyReport = {
  rows: readonly HintRow[];
  checks: Check[];
  previous: Values | null;
  members: string | null;
};

/** What is odd about the figures of `written`, by indicator. */
export function findOddities(
  { rows, checks, previous, members }: LikelyReport,
  written: ReadonlySet<string>,
): Map<string, Oddity[]> {
  const odd = new Map<string, Oddity[]>();
  const add = (code: string, oddity: Oddity) => {
    if (written.has(code)) odd.set(code, [...(odd.get(code) ?? []), oddity]);
  };
  for (const [code, hint] of swapHints(rows, members)) add(code, { kind: 'hint', hint });
  for (const { indicator, value, last } of rows) {
    const slip = value === null ? null : unitSlip(value, last, indicator);
    // A number in another's place is in no other unit.
    if (slip && !odd.has(indicator.code)) add(indicator.code, { kind: 'slip', slip, last: last! });
  }
  const current = new Map(
    rows.flatMap(({ indicator, value }) => (value === null ? [] : [[indicator.code, value]])),
  );
  for (const result of evaluateChecks(checks, current, previous))
    if (result.check.kind !== 'hint')
      for (const code of result.cells) add(code, { kind: 'check', result });
  const hints = rows.flatMap((row): [string, StatisticalHint][] => {
    const hint = written.has(row.indicator.code) ? strongestHint(row, members) : null;
    return hint ? [[row.indicator.code, hint]] : [];
  });
  for (const [code, hint] of fewStrongest(hints, (one) => odd.has(one)))
    add(code, { kind: 'hint', hint });
  return odd;
}

/** An oddity as a sentence to be said. */
export function oddityIssue(oddity: Oddity, { indicator, value, last }: HintRow): Issue {
  const print = (one: string | null, of: Pick<Indicator, 'unit' | 'display'> = indicator) =>
    one === null ? '' : printValue(one, of);
  if (oddity.kind === 'slip')
    return {
      code: 'import-odd-slip',
      params: { last: print(oddity.last), suggested: print(oddity.slip.suggested) },
    };
  if (oddity.kind === 'check') {
    const { code, note } = oddity.result.check;
    return { code: 'import-odd-check', params: { check: code, note } };
  }
  const { hint } = oddity;
  if (hint.kind === 'swap')
    return {
      code: 'import-odd-swap',
      params: {
        usual: print(hint.usual),
        other: hint.with.name,
        theirs: print(hint.theirs, hint.with),
        theirUsual: print(hint.theirUsual, hint.with),
      },
    };
  if (hint.kind === 'year')
    return {
      code: `import-odd-year-${hint.direction}`,
      params: { last: print(last), percent: hint.percent === null ? '' : absolute(hint.percent) },
    };
  return {
    code: `import-odd-${hint.kind}-${hint.direction}`,
    params:
      hint.kind === 'history'
        ? { usual: print(hint.usual), value: print(value), years: String(hint.years) }
        : { usual: hint.usual, value: hint.value, units: String(hint.units) },
  };
}

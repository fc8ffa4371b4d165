// A unit together with those below it, as one report that can be stated like any other: every number is a sum of what
// each of them reported, and points at all of it.
import { scopeOf } from '../comparison/comparability';
import {
  findFigure,
  findNumber,
  indexed,
  type PreparedReport,
  type Sourced,
} from '../comparison/sourced';
import type { SourceReport, SummaryInput, SummaryUnit } from '../comparison/source';
import { shortName, wordsFor } from '../comparison/unit-words';
import type { Indicator } from '../catalogue/indicator';
import { isOfPeriod, ruleOf } from '../rollup/rollup';
import type { UnitsInput } from './units-input';
import { sumOver } from './sum-over';

/** `own`: what the unit above reported of itself, this period and the one before. */
export type WholeInput = UnitsInput &
  Pick<SummaryInput, 'plan' | 'notes'> & { own: SourceReport[] };

/** What `summarise` states the whole from; null where fewer than two of them have reported. */
export function wholeInput({
  above,
  period,
  units,
  own,
  ...given
}: WholeInput): SummaryInput | null {
  const stated = partsOf([...own, ...given.reports], period.code);
  const before = partsOf([...own, ...given.previous], undefined, period.code);
  if (stated.length < 2) return null;
  const names = new Map(units.map(({ code, name }) => [code, shortName(name)]));
  names.set(above.code, '本级');
  const sum = (parts: PreparedReport[]) => sumsOf(parts, given.catalogue.indicators, names);
  const [now, base] = [sum(stated), sum(before)];
  // A change is stated only where it is one of the same units.
  const alike = new Map(
    [...base].filter(([code, { units: of }]) => now.get(code)?.units.join() === of.join()),
  );
  const missing = units.filter(({ code }) => stated.every(({ unit }) => unit !== code));
  return {
    unit: above,
    scope: { kind: period.kind, period },
    reports: [
      ...(before.length > 0 ? [reportOf(above, before, alike)] : []),
      reportOf(above, stated, now),
    ],
    catalogue: given.catalogue,
    style: given.style,
    ...(given.plan ? { plan: { ...given.plan, outlook: false } } : {}),
    notes: given.notes,
    whole: {
      words: wordsFor(above, units, true).whole,
      parts: stated.map(({ unit }) => names.get(unit) ?? unit),
      missing: missing.map(({ name }) => shortName(name)),
      lacking: lackingIn(stated, given.catalogue.indicators, now),
    },
  };
}

type Sum = Sourced & { units: string[] };

const partsOf = (reports: SourceReport[], code?: string, not?: string): PreparedReport[] =>
  reports
    .filter(({ period }) => (code === undefined ? period.code !== not : period.code === code))
    .map(indexed);

/** What may be summed and was answered by everybody who was asked. */
function sumsOf(
  parts: PreparedReport[],
  indicators: readonly Indicator[],
  names: ReadonlyMap<string, string>,
): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const indicator of indicators) {
    if (ruleOf(indicator) !== 'sum') continue;
    const found = parts.map((report) => ({ report, entry: findFigure(report, indicator.code) }));
    const counted = found.flatMap(({ report, entry }) =>
      entry && isWhole(entry, report) ? [{ unit: report.unit, found: entry }] : [],
    );
    const isLacking = found.some(
      ({ report, entry }) =>
        !(entry && isWhole(entry, report)) &&
        (entry ? entry.figure.answer !== 'not_applicable' : indicator.core),
    );
    const sum =
      isLacking || counted.length === 0
        ? null
        : sumOver(
            indicator,
            counted.map(({ unit, found: entry }) => ({
              name: names.get(unit) ?? '',
              found: entry,
            })),
          );
    if (sum) sums.set(indicator.code, { ...sum, units: counted.map(({ unit }) => unit).sort() });
  }
  return sums;
}

const isWhole = ({ figure }: Sourced, { period }: PreparedReport): boolean =>
  figure.value !== null && isOfPeriod(figure, period) && scopeOf(figure) === null;

function reportOf(
  above: SummaryUnit,
  parts: PreparedReport[],
  sums: ReadonlyMap<string, Sum>,
): SourceReport {
  const { period } = parts[0] as PreparedReport;
  return {
    unit: above.code,
    period,
    submission: 0,
    standing: parts.every(({ standing }) => standing === 'approved') ? 'approved' : 'submitted',
    madeUp: parts.some(({ madeUp }) => madeUp),
    figures: [...sums.values()].map(({ figure }) => figure),
    sums: new Map(
      [...sums].map(([code, { keys, computed }]) => [
        code,
        { keys, ...(computed && { computed }) },
      ]),
    ),
  };
}

/** Names of what somebody reported and somebody else did not answer. */
function lackingIn(
  stated: readonly PreparedReport[],
  indicators: readonly Indicator[],
  sums: ReadonlyMap<string, Sum>,
): string[] {
  return indicators
    .filter(
      (indicator) =>
        ruleOf(indicator) === 'sum' &&
        !sums.has(indicator.code) &&
        stated.some((report) => findNumber(report, indicator.code)),
    )
    .map(({ name }) => name);
}

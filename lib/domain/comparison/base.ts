// What a period is compared with, and how that is called.
import { isComparable, previousOf, type Period } from '../tree/period';
import type { SourceReport, SummaryInput } from './source';

/** The report of the narrated period, and those it may be compared with: the one before first, then base years. */
export function reportsOf<R extends SourceReport>({
  scope,
  reports,
}: Pick<SummaryInput, 'scope'> & { reports: readonly R[] }): {
  target: R | undefined;
  bases: R[];
} {
  const target = reports.find(({ period }) => period.code === scope.period.code);
  const bases = reports.filter(
    ({ period }) => period.to < scope.period.from && isComparable(period, scope.period),
  );
  return { target, bases: bases.sort((a, b) => b.period.to.localeCompare(a.period.to)) };
}

/** The order of reports by the start of their periods. Months compare as they are written. */
export function inTime(
  { period: { from: a } }: SourceReport,
  { period: { from: b } }: SourceReport,
): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** 上年, 上年同期, 2012年. */
export function nameOfBase(base: Period, narrated: Period): string {
  if (previousOf(narrated).code === base.code)
    return narrated.kind === 'part_year' ? '上年同期' : '上年';
  return `${base.from.slice(0, 4)}年${narrated.kind === 'part_year' ? '同期' : ''}`;
}

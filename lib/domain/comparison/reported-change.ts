// Changes that were reported without their base (增长5%). They stand for what the reporter counted on a base that may
// not be here; one that the figures of both periods contradict stands for nothing and is not stated.
import type { Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { compare, growth, round } from '../figure/number';
import { isComparable } from '../tree/period';
import { whyIncomparable } from './comparability';
import { findNumber, type PreparedReport, type Sourced } from './sourced';

/** `rate`: per cent of a rate may be points or per cent. `contradicts`: the figures say otherwise. */
export type WhyUnusable = 'rate' | 'contradicts';

/** A reported change of a report, and why it is not stated; null where none was reported. */
export function reportedChange(
  report: PreparedReport | undefined,
  indicator: Indicator,
  measure: Measure,
  reports: readonly PreparedReport[],
): { found: Sourced; whyUnusable: WhyUnusable | null } | null {
  const found = findNumber(report, indicator.code, measure);
  if (!report || !found) return null;
  if (indicator.nature === 'ratio') return { found, whyUnusable: 'rate' };
  const isContradicted = measure === 'growth' && contradicts(found, report, indicator, reports);
  return { found, whyUnusable: isContradicted ? 'contradicts' : null };
}

/** A reported change that may be stated. */
export function usableChange(...asked: Parameters<typeof reportedChange>): Sourced | null {
  const change = reportedChange(...asked);
  return change && change.whyUnusable === null ? change.found : null;
}

/** Whether both figures are here, exact and comparable, and grew by another number than was reported. */
function contradicts(
  { figure }: Sourced,
  report: PreparedReport,
  indicator: Indicator,
  reports: readonly PreparedReport[],
): boolean {
  const year = figure.baseYear ?? Number(report.period.from.slice(0, 4)) - 1;
  const before = reports.find(
    ({ period }) => isComparable(period, report.period) && Number(period.from.slice(0, 4)) === year,
  );
  const [now, base] = [findNumber(report, indicator.code), findNumber(before, indicator.code)];
  if (!now || !base || figure.qualifier !== '') return false;
  if ([now, base].some((one) => one.figure.qualifier !== '')) return false;
  if (whyIncomparable(now, base, indicator.nature)) return false;
  const counted = growth(now.figure.value as string, base.figure.value as string);
  if (counted === null) return false;
  const reported = figure.value as string;
  // As exactly as it was reported, and no more exactly than to a tenth.
  const decimals = Math.min(reported.split('.')[1]?.length ?? 0, 1);
  return compare(round(counted, decimals), round(reported, decimals)) !== 0;
}

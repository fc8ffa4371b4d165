// Changes that were reported themselves, without their base: growth beside a figure, 净增 and 新增 in a list of
// their own. Gross new (新增) is not net (净增): neither is computed from the other.
import type { Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { Period } from '../tree/period';
import { printFigure } from '../figure/print';
import type { Prepared } from '../comparison/prepare';
import { spanOf } from './frame';
import { usableChange } from '../comparison/reported-change';
import type { PreparedReport, Sourced } from '../comparison/sourced';
import type { ReportedItem } from './item';
import { atEnd, saidChange, type LexicalisedChange } from './lexicalise-change';
import { wordingOf } from './wording';

/** Growth that was reported beside a figure; it stands before, and instead of, what is computed on the same base. */
export function reportedChanges(
  report: PreparedReport,
  indicator: Indicator,
  { scope, reports }: Prepared,
): LexicalisedChange[] {
  return (['growth', 'average_growth'] as Measure[]).flatMap((measure) => {
    const reported = usableChange(report, indicator, measure, reports);
    const base = reported && baseNameOf(reported, scope.period, report.period, indicator);
    return base ? [saidChange(reported, base, indicator)] : [];
  });
}

export function withReported(
  computed: LexicalisedChange[],
  reported: LexicalisedChange[],
): LexicalisedChange[] {
  const bases = new Set(reported.map(({ base }) => base));
  return [...reported, ...computed.filter(({ base }) => !bases.has(base))];
}

/** 上年, 2012年末; null where a term's own report names no year. */
function baseNameOf(
  { figure }: Sourced,
  narrated: Period,
  report: Period,
  indicator: Indicator,
): string | null {
  const year = figure.baseYear;
  if (narrated.kind === 'term') {
    if (year !== null) return `${year}年`;
    if (figure.measure === 'average_growth') return '年均';
    return report.kind === 'term' ? null : `${Number(report.from.slice(0, 4)) - 1}年`;
  }
  const isYearBefore = year === null || year === Number(narrated.from.slice(0, 4)) - 1;
  const name = `${isYearBefore ? '上年' : `${year}年`}${narrated.kind === 'part_year' ? '同期' : ''}`;
  return atEnd(name, indicator);
}

/** What was reported as 净增 and 新增 for the period that is narrated. */
export function reportedItems({ scope, reports, catalogue }: Prepared): ReportedItem[] {
  const targets = reports.filter(({ period }) => period.code === scope.period.code);
  const frame = spanOf(scope.period);
  return catalogue.indicators.flatMap((indicator) =>
    (['net_increase', 'gross_new'] as Measure[]).flatMap((measure) =>
      targets.flatMap((report) => {
        const found = usableChange(report, indicator, measure, reports);
        if (!found) return [];
        const number = { text: printFigure(found.figure, indicator), figures: found.keys };
        return [{ indicator, wording: wordingOf(indicator), figure: found.figure, number, frame }];
      }),
    ),
  );
}

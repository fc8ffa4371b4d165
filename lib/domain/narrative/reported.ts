// Changes that were reported themselves, without their base: growth beside a figure, 净增 and 新增 in a list of their own.
// Gross new (新增) is not net (净增): neither is computed from the other.
import type { Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { Period } from '../tree/period';
import { printFigure } from '../figure/print';
import type { Prepared } from '../comparison/prepare';
import { spanOf } from './frame';
import { findNumber, type PreparedReport, type Sourced } from '../comparison/sourced';
import type { ReportedItem } from './item';
import { atEnd, reportedChange, type ToldChange } from './told-change';
import { wordingOf } from './wording';

/** Growth that was reported beside a figure; it stands before, and instead of, what is computed on the same base. */
export function reportedChanges(
  report: PreparedReport,
  indicator: Indicator,
  told: Period,
): ToldChange[] {
  return (['growth', 'average_growth'] as Measure[]).flatMap((measure) => {
    const reported = findNumber(report, indicator.code, measure);
    return reported
      ? [reportedChange(reported, baseNameOf(reported, told, indicator), indicator)]
      : [];
  });
}

export function withReported(computed: ToldChange[], reported: ToldChange[]): ToldChange[] {
  const bases = new Set(reported.map(({ base }) => base));
  return [...reported, ...computed.filter(({ base }) => !bases.has(base))];
}

function baseNameOf({ figure }: Sourced, told: Period, indicator: Indicator): string {
  const year = figure.baseYear;
  const isYearBefore =
    year === null || (told.kind !== 'term' && year === Number(told.from.slice(0, 4)) - 1);
  const name = `${isYearBefore ? '上年' : `${year}年`}${told.kind === 'part_year' ? '同期' : ''}`;
  return told.kind === 'term' ? name : atEnd(name, indicator);
}

/** What was reported as 净增 and 新增 for the period that is told. */
export function reportedItems({ scope, reports, catalogue }: Prepared): ReportedItem[] {
  const targets = reports.filter(({ period }) => period.code === scope.period.code);
  const frame = spanOf(scope.period);
  return catalogue.indicators.flatMap((indicator) =>
    (['net_increase', 'gross_new'] as Measure[]).flatMap((measure) =>
      targets.flatMap((report) => {
        const found = findNumber(report, indicator.code, measure);
        if (!found) return [];
        const number = { text: printFigure(found.figure, indicator), figures: found.keys };
        return [{ indicator, wording: wordingOf(indicator), figure: found.figure, number, frame }];
      }),
    ),
  );
}

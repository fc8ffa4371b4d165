// A summary of a scope: narrative, table and chart series from the same figures with the same printed forms.
import { chartsOf } from './charts';
import { holdsMadeUp } from '../comparison/made-up';
import { tabulate } from '../comparison/tabulate';
import type { FigureKey } from '../figure/figure';
import { selectContent } from '../narrative/content';
import { sourceOf } from '../comparison/sourced';
import { keyPointsOf } from '../narrative/key-points';
import { realise } from '../narrative/realise';
import { selectByPlan, selectByStyle } from '../narrative/selection';
import { compare } from '../comparison/compare';
import { prepare } from '../comparison/prepare';
import {
  usualStyle,
  type Paragraph,
  type Segment,
  type SourceReport,
  type SummaryInput,
} from '../comparison/source';
import type { Summary } from './summary';

/** The summary of the given reports. Pure: the same reports always give the same summary. */
export function summarise(given: SummaryInput): Summary {
  const style = given.style ?? usualStyle;
  const input = prepare({ ...given, style });
  const comparison = compare(input);
  const all = selectContent(comparison);
  const { content, leftOut } = selectByPlan(selectByStyle(all, style, comparison), input.plan);
  const paragraphs = realise(comparison, content);
  return {
    title: paragraphs[0]?.segments.map(({ text }) => text).join('') ?? '',
    unit: input.unit.code,
    period: input.scope.period.code,
    cautions: cautionsOf(input.reports),
    paragraphs,
    keyPoints: keyPointsOf(comparison, all),
    table: tabulate(comparison),
    charts: chartsOf(comparison),
    ...(input.explained?.length ? { explained: input.explained } : {}),
    unstated: unstatedOf(input, paragraphs, leftOut),
  };
}

/** What is to be known before a text of these reports is quoted. */
export function cautionsOf(reports: readonly SourceReport[]): Summary['cautions'] {
  const cautions: Summary['cautions'] = [];
  if (reports.some(({ standing }) => standing === 'draft')) cautions.push('draft');
  if (reports.some(({ standing }) => standing === 'submitted')) cautions.push('unapproved');
  if (reports.some(holdsMadeUp)) cautions.push('made-up');
  return cautions;
}

/** Numbers of the narrated period that no sentence points at. */
function unstatedOf(
  input: SummaryInput,
  paragraphs: Paragraph[],
  leftOut: ReadonlyMap<string, string>,
): Summary['unstated'] {
  const stated = new Set(
    paragraphs.flatMap(({ segments }) =>
      segments.filter(isStatement).flatMap(({ figures }) => (figures ?? []).map(textOf)),
    ),
  );
  const { period } = input.scope;
  const codes = new Map(input.catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const targets = input.reports.filter(
    (report) => report.period.from >= period.from && report.period.to <= period.to,
  );
  return targets.flatMap((report) =>
    report.figures
      .filter(({ value }) => value !== null)
      .flatMap((figure) => {
        const { keys } = sourceOf(report, figure);
        if (keys.every((one) => stated.has(textOf(one)))) return [];
        const indicator = codes.get(figure.indicator);
        const isOtherYear = report.period.code !== period.code;
        const isGoal = figure.measure === 'target' || figure.measure === 'limit';
        const reason = !indicator
          ? '指标已不在目录中'
          : (leftOut.get(figure.indicator) ??
            (isOtherYear
              ? '期中年份的数据，列入对比表'
              : isGoal
                ? '只有目标或控制线，没有完成数'
                : '没有适用的句式，列入对比表'));
        return [{ key: keys[0]!, reason }];
      }),
  );
}

// Being counted among those that rose is not being stated.
const isStatement = ({ computed }: Segment): boolean => computed?.kind !== 'count';

const textOf = ({ unit, period, indicator, submission, measure }: FigureKey): string =>
  `${unit} ${period} ${indicator} ${submission} ${measure ?? ''}`;

// What the gate holds back, as notes that say why:
// 口径不同，未作对比：受理职工信访件数（2021年为含咨询，2020年未注明范围）。
import { labelOf, type Period } from '../tree/period';
import { scopeOf, type WhyIncomparable } from './comparability';
import type { Comparison, Row } from './compare';
import { reportedChange, type WhyUnusable } from './reported-change';
import type { Reported, Sourced } from './sourced';

/** The notes on what was not compared, added up or taken over; none where nothing was held back. */
export function withheldNotes(comparison: Comparison): string[] {
  const { rows } = comparison;
  return [
    note('口径不同，未作对比：', rows.flatMap(notCompared)),
    note('口径不同，未跨年合计：', rows.flatMap(notAdded)),
    note(
      '填报的增长率未采用：',
      rows.flatMap((row) => notTaken(row, comparison)),
    ),
  ].flatMap((text) => text ?? []);
}

const note = (lead: string, parts: string[]): string | null =>
  parts.length > 0 ? `${lead}${parts.join('；')}。` : null;

function notCompared({ indicator, bases, moved }: Row): string[] {
  const pairs = bases.length > 0 ? bases : [moved].flatMap((pair) => pair ?? []);
  return pairs.flatMap(({ now, base, withheld }) =>
    withheld ? [`${indicator.name}（${sayOne(now, withheld)}，${sayOne(base, withheld)}）`] : [],
  );
}

function notAdded({ indicator, total }: Row): string[] {
  return total?.withheld ? [`${indicator.name}（${names[total.withheld]}）`] : [];
}

const names: Record<WhyIncomparable, string> = {
  scope: '各年范围不同',
  date: '各年时点不同',
  span: '各年时段不同',
};

function notTaken({ indicator }: Row, { input }: Comparison): string[] {
  const { period } = input.scope;
  return input.reports
    .filter((report) => report.period.from >= period.from && report.period.to <= period.to)
    .flatMap((report) => {
      const why = reportedChange(report, indicator, 'growth', input.reports)?.whyUnusable;
      return why ? [`${indicator.name}（${reasons[why]}）`] : [];
    });
}

const reasons: Record<WhyUnusable, string> = {
  rate: '率的增减应为百分点',
  contradicts: '与两期数据计算的不一致',
};

/** 2021年为含咨询, 2020年未注明范围, 2020年为2020年6月 */
function sayOne({ figure, report }: Reported, why: WhyIncomparable): string {
  const period = labelOf(report.period, 'zh-CN');
  if (why === 'scope') {
    const scope = scopeOf(figure);
    return scope === null ? `${period}未注明范围` : `${period}为${scope}`;
  }
  return `${period}为${why === 'date' ? sayDate(figure.asOf ?? report.period.to) : saySpan(figure, report.period)}`;
}

function sayDate(date: string): string {
  const [year, month] = date.split('-');
  return month === undefined || month === '12' ? `${year}年末` : `${year}年${Number(month)}月`;
}

function saySpan({ from, asOf }: Pick<Sourced['figure'], 'from' | 'asOf'>, period: Period): string {
  const [first, last] = [monthOf(from ?? period.from, '01'), monthOf(asOf ?? period.to, '12')];
  return first === last ? `${first}月` : `${first}—${last}月`;
}

const monthOf = (date: string, usual: string): number => Number(date.slice(5, 7) || usual);

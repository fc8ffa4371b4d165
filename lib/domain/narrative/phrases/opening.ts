// Title and opening: what is told, of whom, over which time, and how many figures rose, stood or fell. Nothing is
// claimed that no figure says.
import type { Segment, SummaryInput } from '../../summary';
import { labelOf } from '../../period';
import { differenceOf } from '../../comparison-change';
import { nameOfBase, reportsOf } from '../content';
import { monthSpan, yearsInWords } from '../frame';
import type { Sentence } from '../aggregate';
import { findNumber } from '../item';

/** 建湖县总工会2021年工作情况对比分析 */
export function titleOf(input: SummaryInput): string {
  const { unit, scope } = input;
  const label = labelOf(scope.period, 'zh-CN');
  if (scope.kind === 'term') return `${unit.name}${yearsInWords(scope.period)}年工作回顾（${label}）`;
  return `${unit.name}${label}工作情况${reportsOf(input).bases.length > 0 ? '对比分析' : ''}`;
}

/** The sentences of the opening paragraph. */
export function sayOpening(input: SummaryInput, sections: string[]): Sentence[] {
  const { unit, scope } = input;
  const label = labelOf(scope.period, 'zh-CN');
  const listed = sections.slice(0, mostSections).join('、');
  const work = `${label}，${unit.name}统筹开展${listed}${sections.length > mostSections ? '等各项工作' : '等工作'}`;
  const span = { year: '', part_year: monthSpan(scope.period), term: `${yearsInWords(scope.period)}年来` }[scope.kind];
  const report = `现将${span && `${span}的`}主要情况报告如下`;
  const balance = scope.kind === 'term' ? [] : sayBalance(input);
  return [sentence('opening.work', [{ text: work }]), sentence('opening.report', [{ text: report }]), ...(balance.length > 0 ? [sentence('opening.balance', balance)] : [])];
}

const sentence = (id: string, segments: Segment[]): Sentence => ({ id, segments, startsNew: true, time: '' });

const mostSections = 6;

/** 与上年可比的45项指标中，30项上升、5项持平、10项下降。 */
function sayBalance(input: SummaryInput): Segment[] {
  const { target, bases } = reportsOf(input);
  const base = bases[0];
  if (!target || !base) return [];
  const compared = input.catalogue.indicators.flatMap((indicator) => {
    const [current, before] = [findNumber(target, indicator.code), findNumber(base, indicator.code)];
    const difference = current && before && differenceOf(current.figure, before.figure, indicator);
    return difference ? [{ direction: difference.direction, keys: [...current.keys, ...before.keys] }] : [];
  });
  if (compared.length < 2) return [];
  const name = nameOfBase(base.period, input.scope.period);
  const counts = ([['上升', 1], ['持平', 0], ['下降', -1]] as const)
    .map(([word, direction]) => ({ word, of: compared.filter((one) => one.direction === direction) }))
    .filter(({ of }) => of.length > 0);
  const all = countOf(compared, `本期和${name}都有数据、可以比较的指标`);
  const only = counts.length === 1 ? counts[0] : undefined;
  if (only) return [{ text: `与${name}可比的` }, all, { text: `指标均${only.word}` }];
  const segments: Segment[] = [{ text: `与${name}可比的` }, all, { text: '指标中，' }];
  counts.forEach(({ word, of }, place) => {
    segments.push(...(place > 0 ? [{ text: '、' }] : []), countOf(of, `${word === '持平' ? '与' : '比'}${name}${word}的指标`), { text: word });
  });
  return segments;
}

function countOf(compared: { keys: { unit: string; period: string; indicator: string; submission: number }[] }[], what: string): Segment {
  return { text: `${compared.length}项`, figures: compared.flatMap(({ keys }) => keys), computed: { kind: 'count', formula: `${what}，共${compared.length}项` } };
}

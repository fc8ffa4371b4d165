// How a year stands to what was set for it:
// 设定年度目标的6项指标中，4项完成、2项未完成，为女职工“两癌”筛查（完成92.9%）.
import { leaning } from '@/lib/domain/figure/leaning';
import { compare } from '@/lib/domain/figure/number';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { FigureKey } from '@/lib/domain/figure/figure';
import { distanceTo } from '@/lib/domain/comparison/difference';
import type { Comparison } from '@/lib/domain/comparison/compare';
import { printCompletion } from '@/lib/domain/comparison/completion';
import { amountSegment } from '@/lib/domain/comparison/print-row';
import type { Segment } from '@/lib/domain/comparison/source';
import { findNumber, type Sourced } from '@/lib/domain/comparison/sourced';
import { printFigure } from '@/lib/domain/figure/print';
import { wordingOf } from '../wording';
import { targetNames } from './target';

/** A figure with the target that was set for it, where it is certain on which side of it the figure lies. */
export type Goal = { indicator: Indicator; now: Sourced; target: Sourced; isMet: boolean };

/** The targets that were met or missed for certain; what is better neither more nor less was neither. */
export function goalsOf({ input, target: report }: Comparison): Goal[] {
  if (input.scope.kind === 'term') return [];
  return input.catalogue.indicators.flatMap((indicator) => {
    const [now, target] = [
      findNumber(report, indicator.code),
      findNumber(report, indicator.code, 'target'),
    ];
    const isMet = now && target ? isReached(indicator, now, target) : null;
    return now && target && isMet !== null ? [{ indicator, now, target, isMet }] : [];
  });
}

function isReached({ direction }: Indicator, now: Sourced, target: Sourced): boolean | null {
  const [value, line] = [now.figure.value as string, target.figure.value as string];
  if (direction === 'neutral' || target.figure.qualifier !== '' || compare(line, 0) <= 0)
    return null;
  const [side, lean] = [compare(value, line), leaning(now.figure)];
  const [isAbove, isBelow] = [
    side >= 0 && (lean === 'exact' || lean === 'above'),
    side <= 0 && (lean === 'exact' || lean === 'below'),
  ];
  const [isMet, isMissed] = direction === 'up' ? [isAbove, isBelow] : [isBelow, isAbove];
  return isMet ? true : isMissed ? false : null;
}

const fewestGoals = 2;
const mostMissed = 3;

/** The balance of the targets; nothing where fewer than two were set. */
export function sayGoals(comparison: Comparison): Segment[] {
  const goals = goalsOf(comparison);
  if (goals.length < fewestGoals) return [];
  const name = targetNames[comparison.input.scope.period.kind];
  const [met, missed] = [goals.filter(({ isMet }) => isMet), goals.filter(({ isMet }) => !isMet)];
  const lead = [{ text: `设定${name}的` }, countOf(goals, `设定${name}的指标`)];
  if (missed.length === 0) return [...lead, { text: '指标均完成' }];
  return [
    ...lead,
    { text: '指标中，' },
    ...(met.length > 0 ? [countOf(met, `完成${name}的指标`), { text: '完成、' }] : []),
    countOf(missed, `未完成${name}的指标`),
    { text: '未完成' },
    ...sayMissed(missed),
  ];
}

function sayMissed(missed: Goal[]): Segment[] {
  const named = missed
    .toSorted((a, b) => Number(b.indicator.core) - Number(a.indicator.core))
    .slice(0, mostMissed)
    .flatMap((goal) => {
      const how = howFar(goal);
      return how ? [{ name: wordingOf(goal.indicator).noun, how }] : [];
    });
  return named.flatMap(({ name, how }, place) => [
    { text: `${place === 0 ? '，为' : '、'}${name}（${how.word}` },
    how.number,
    { text: '）' },
    ...(place === named.length - 1 && named.length < missed.length ? [{ text: '等' }] : []),
  ]);
}

/** 完成92.9%; of a rate, and where less is better, by how much it lies on the wrong side. */
function howFar({ indicator, now, target }: Goal): { word: string; number: Segment } | null {
  const text =
    indicator.direction === 'up' && printCompletion(now.figure, target.figure, indicator);
  if (text) {
    const formula = `${printFigure(now.figure, indicator)}÷${printFigure(target.figure, indicator)}×100%`;
    const figures = [...now.keys, ...target.keys];
    return { word: '完成', number: { text, figures, computed: { kind: 'completion', formula } } };
  }
  const distance = distanceTo(now, target, indicator);
  return distance && { word: '差', number: amountSegment(distance) };
}

function countOf(goals: Goal[], what: string): Segment {
  const figures: FigureKey[] = goals.flatMap(({ now, target }) => [...now.keys, ...target.keys]);
  return {
    text: `${goals.length}项`,
    figures: [...new Set(figures)],
    computed: { kind: 'count', formula: `${what}，共${goals.length}项` },
  };
}

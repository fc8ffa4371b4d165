// Where a unit stands among its neighbours: 居全市第二位，占全市的12.3%; 在已报的县区中居第二位.
// Only headlines, only where more is better, only certain places, and only against reports of the same period.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { scopeOf } from '@/lib/domain/comparison/comparability';
import type { FigureKey } from '@/lib/domain/figure/figure';
import { compare, isZero, share, sum } from '@/lib/domain/figure/number';
import { printFigure, printPercent } from '@/lib/domain/figure/print';
import { rankFigures, type Place } from '@/lib/domain/comparison/ranking';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Segment } from '@/lib/domain/comparison/source';
import { rankedCodes } from '@/lib/domain/narrative/headline';
import { wordsFor } from '@/lib/domain/comparison/unit-words';
import type { Item, Remark } from '../item';
import { findNumber, type PreparedReport, type Sourced } from '@/lib/domain/comparison/sourced';

/** Fewer neighbours make no order worth stating. */
const fewestUnits = 3;

/** Rank and share of the narrated figures among the units beside. */
export function rankRemarks({
  input: { unit, scope, peers, catalogue },
  target: own,
}: Comparison): (item: Item) => Remark[] {
  if (!peers || !own || scope.kind === 'term') return () => [];
  const others = peers.reports.filter(
    (report) => report.unit !== unit.code && report.period.code === own.period.code,
  );
  // All of the same level as the unit: 县区 beside 县区.
  const words = wordsFor(peers.above, [unit], true);
  // One rank a section: the weightiest that is worth stating.
  const ranked = rankedCodes(catalogue.indicators);
  const stated = new Map<string, Standing>();
  for (const indicator of catalogue.indicators) {
    const standing = ranked.has(indicator.code) && standingOf(indicator, own, others);
    if (standing && !stated.has(indicator.section)) stated.set(indicator.section, standing);
  }
  return (item) => {
    const standing = stated.get(item.indicator.section);
    return standing?.mine.figure.indicator === item.indicator.code &&
      standing.mine.figure.value === item.figure.value
      ? sayRank(item, standing, peers.expected, words)
      : [];
  };
}

type Words = ReturnType<typeof wordsFor>;
type Standing = { mine: Sourced; all: Sourced[]; place: Place };

/** Where a figure stands, if it is among the first three and not the last; nobody is first with nothing. */
function standingOf(
  indicator: Indicator,
  own: PreparedReport,
  others: PreparedReport[],
): Standing | null {
  const mine = findNumber(own, indicator.code);
  const theirs = others.flatMap((report) => findNumber(report, indicator.code) ?? []);
  if (!mine || [mine, ...theirs].some(isApart) || isZero(mine.figure.value as string)) return null;
  const all = [mine, ...theirs];
  const place = rankFigures(all.map(({ figure }) => figure))[0];
  return all.length >= fewestUnits && place && place.place <= 3 && place.place < all.length
    ? { mine, all, place }
    : null;
}

function sayRank(
  item: Item,
  { mine, all, place }: Standing,
  expected: number,
  { whole, part }: Words,
): Remark[] {
  const { indicator } = item;
  const isComplete = all.length === expected;
  const keys = all.flatMap((one) => one.keys);
  const formula = `${all.length}个${part}由大到小：${[...all]
    .sort((a, b) => compare(b.figure.value as string, a.figure.value as string))
    .map(({ figure }) => printFigure(figure, indicator))
    .join('、')}`;
  const text = `${place.isTied ? '并列' : ''}第${numerals[place.place]}位`;
  const number: Segment = { text, figures: keys, computed: { kind: 'rank', formula } };
  const lead: Segment[] = isComplete
    ? [{ text: place.isTied ? `在${whole}` : `居${whole}` }, number]
    : [
        { text: '在已报的' },
        countOf(all.length, part, keys),
        { text: place.isTied ? '中' : '中居' },
        number,
      ];
  return [{ segments: [...lead, ...(isComplete ? sayShare(mine, all, keys, item, whole) : [])] }];
}

function countOf(count: number, part: string, figures: FigureKey[]): Segment {
  return {
    text: `${count}个${part}`,
    figures,
    computed: { kind: 'count', formula: `已报并有这一数据的${part}，共${count}个` },
  };
}

/** Of an exact whole; a rate is no part of anything. */
function sayShare(
  mine: Sourced,
  all: Sourced[],
  figures: FigureKey[],
  { indicator }: Item,
  whole: string,
): Segment[] {
  if (indicator.nature === 'ratio' || all.some(({ figure }) => figure.qualifier !== '')) return [];
  const total = sum(all.map(({ figure }) => figure.value as string));
  const percent = share(mine.figure.value as string, total);
  if (percent === null) return [];
  const sumText = printFigure({ value: total, shown: mine.figure.shown, qualifier: '' }, indicator);
  const formula = `${printFigure(mine.figure, indicator)}÷${whole}${sumText}×100%`;
  return [
    { text: `，占${whole}的` },
    { text: printPercent(percent), figures, computed: { kind: 'share', formula } },
  ];
}

// A narrower scope or another date is not set in order with the whole.
const isApart = ({ figure }: Sourced): boolean =>
  scopeOf(figure) !== null || figure.asOf !== null || figure.from !== null;
const numerals = ['', '一', '二', '三'];

// Units by name in a sentence, and how many they are: a number like any other, with its sources.
import type { Indicator } from '../catalogue/indicator';
import type { Segment } from '../comparison/source';
import { namedFigure, type Entry, type Gathered } from './gather';
import { listNames, type UnitWords } from '../comparison/unit-words';

const mostNames = 4;

/** 东台市、射阳县, or 东台市、射阳县等6个县区 where they are many. */
export function nameUnits(entries: Entry[], words: UnitWords, indicator: Indicator): Segment[] {
  if (entries.length <= mostNames) return [{ text: listNames(entries.map(({ name }) => name)) }];
  return [
    { text: `${listNames(entries.slice(0, 2).map(({ name }) => name))}等` },
    countOf(entries, words, indicator, ''),
  ];
}

/** 6个县区, counted from figures: `what` states in the trace which ones. */
export function countOf(
  entries: Entry[],
  { part }: UnitWords,
  indicator: Indicator,
  what: string,
): Segment {
  const named = entries.map((entry) => namedFigure(entry, indicator)).join('、');
  return {
    text: `${entries.length}个${part}`,
    figures: entries.flatMap(({ found }) => found?.keys ?? []),
    computed: { kind: 'count', formula: `${what}${part}：${named}，共${entries.length}个` },
  };
}

/** What the units are set in order by. Where some of those that reported have no number of it, or one of another date
 *  or scope, the order is among the rest. */
export function subjectOf({ indicator, entries }: Gathered, { part }: UnitWords): string {
  const isOpen = entries.some(
    ({ hasReport, found, answer }) => hasReport && found === null && answer !== 'not_applicable',
  );
  if (entries.some(({ found, isAlike }) => found !== null && !isAlike))
    return `${indicator.name}在口径一致的${part}中，`;
  return isOpen ? `${indicator.name}在有数的${part}中，` : indicator.name;
}

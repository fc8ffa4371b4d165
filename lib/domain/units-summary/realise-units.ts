// The text of a summary of units: an opening, and for each section what all units come to, then who stands where.
import type { Section } from '../catalogue/indicator';
import { aggregate } from '../narrative/aggregate';
import type { Sentence } from '../narrative/draft';
import { nameOfBase } from '../comparison/base';
import { differenceOf } from '../comparison/difference';
import { frameOf } from '../narrative/frame';
import { itemOf, type Item } from '../narrative/item';
import { namedIn, paragraphOf, paragraphsOf } from '../narrative/paragraph';
import { partOfSection } from '../narrative/parts';
import { headingOf } from '../narrative/phrases/heading';
import { planSection } from '../narrative/plan-section';
import { atEnd, lexicaliseChange } from '../narrative/lexicalise-change';
import type { Sourced } from '../comparison/sourced';
import { silence, type Voice } from '../narrative/voice';
import { previousOf, type Period } from '../tree/period';
import type { Paragraph, Segment, SummaryStyle } from '../comparison/source';
import type { Gathered } from './gather';
import { sayLeaders } from './leaders';
import { isTotalStated } from './select';
import { saySpread } from './spread';
import { listNames, type UnitWords } from '../comparison/unit-words';

export type UnitsContent = {
  sections: { section: Section; gathered: Gathered[]; headlines: Gathered[] }[];
  period: Period;
  words: UnitWords;
  style: SummaryStyle;
};

/** The parts of the text after its opening. */
export function realiseUnits(
  content: UnitsContent,
  title: string,
  opening: Sentence[],
): Paragraph[] {
  let voice = silence;
  let place = 0;
  const body = content.sections.flatMap(({ section, gathered, headlines }): Paragraph[] => {
    const stated = sayTotals(gathered, headlines, content, voice);
    voice = stated.voice;
    const ordered = sayOrder(headlines, content.words);
    if (stated.sentences.length + ordered.length === 0) return [];
    return [
      headingOf(partOfSection(section), place++, content.style.headings),
      ...paragraphsOf(stated.sentences.map(namedIn(section.code)), section.code),
      ...(ordered.length > 0
        ? [paragraphOf(ordered.map(namedIn(section.code)), section.code)]
        : []),
    ];
  });
  return [{ kind: 'title', segments: [{ text: title }] }, paragraphOf(opening), ...body];
}

/** What all units come to, in the sentences of a single unit's report. */
function sayTotals(
  gathered: Gathered[],
  headlines: Gathered[],
  { period, style }: UnitsContent,
  voice: Voice,
): { sentences: Sentence[]; voice: Voice } {
  const codes = new Set(headlines.map(({ indicator }) => indicator.code));
  const stated = gathered.filter((one) => isTotalStated(one, codes, style.length));
  const { sentences, voice: after } = aggregate(
    planSection(stated.map((one) => totalItem(one, period))),
    voice,
  );
  return { sentences: [...sentences, ...sayMissing(stated)], voice: after };
}

/** A total as an item of the narrative. Where it is not the same units that had a total before, the change is one of
 *  同口径. */
function totalItem({ indicator, total, comparable }: Gathered, period: Period): Item {
  const item = itemOf(
    total as Sourced,
    indicator,
    frameOf({ asOf: null, from: null }, indicator.nature, period, period),
  );
  const base = nameOfBase(previousOf(period), period);
  const name = comparable?.isAll ? atEnd(base, indicator) : `${base}同口径`;
  const change =
    comparable?.isStated &&
    lexicaliseChange(differenceOf(comparable.current, comparable.base, indicator), name);
  return { ...item, changes: change ? [change] : [] };
}

/** 上述合计中，劳动竞赛场次不含响水县: whoever reported, but has no number that could be added. Who
 *  did not report at all stands in the opening. */
function sayMissing(stated: Gathered[]): Sentence[] {
  const by = new Map<string, string[]>();
  for (const { indicator, missing } of stated) {
    const names = missing
      .filter(
        ({ found, answer, hasReport }) =>
          hasReport && (found !== null || answer !== 'not_applicable'),
      )
      .map(({ name }) => name);
    if (names.length === 0) continue;
    const who =
      names.length <= mostNames
        ? listNames(names)
        : `${listNames(names.slice(0, 2))}等没有填报的单位`;
    by.set(who, [...(by.get(who) ?? []), indicator.name]);
  }
  if (by.size === 0) return [];
  const parts = [...by]
    .slice(0, mostParts)
    .map(
      ([who, names]) =>
        `${listNames(names.slice(0, mostIndicators))}${names.length > mostIndicators ? '等' : ''}不含${who}`,
    );
  const text = `上述合计中，${parts.join('，')}${by.size > mostParts ? '，其他缺数见表' : ''}`;
  return [
    {
      id: 'missing',
      segments: [
        {
          text:
            text.length <= mostCharacters ? text : '上述合计中，部分指标有的单位没有填报，缺数见表',
        },
      ],
      startsNew: true,
      time: '',
    },
  ];
}

const mostNames = 3;
const mostParts = 3;
const mostIndicators = 3;
const mostCharacters = 112;

/** Unit by unit, one sentence per indicator; the first says what it is about. */
function sayOrder(headlines: Gathered[], words: UnitWords): Sentence[] {
  const stated = headlines.flatMap((one): Sentence[] => {
    const segments =
      one.indicator.nature === 'ratio' ? saySpread(one, words) : sayLeaders(one, words);
    return segments
      ? [{ id: `order.${one.indicator.code}`, segments, startsNew: true, time: '' }]
      : [];
  });
  return stated.map((sentence, at) =>
    at === 0
      ? { ...sentence, segments: [{ text: words.from } as Segment, ...sentence.segments] }
      : sentence,
  );
}

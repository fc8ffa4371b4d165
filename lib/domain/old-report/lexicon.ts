// The indicators of a catalogue as the naming sees them: their concepts, and pairs of characters weighted by
// how much they weigh.
import type { Catalogue, Indicator } from '../catalogue/indicator';
import { concepts, conceptsOf, type ConceptClass } from './concepts';

export type Entry = {
  indicator: Indicator;
  /** What its name or each of its aliases asks for, and how much that is; the best form counts. */
  forms: {
    concepts: number[];
    asked: number;
    /** Places of its pairs in `Lexicon.places`, with what each tells. */
    pairs: Int32Array;
    values: Float64Array;
    all: number;
    weight: number;
  }[];
  /** Concepts of its names and chain, and those that only its definition speaks of: what it explains. */
  wide: Set<number>;
  /** Matters of its name alone; of whom, at which level it is, and whether it is new or gone. */
  topics: number[];
  who: number[];
  levels: number[];
  turns: number[];
  defined: Set<number>;
  widePairs: Set<string>;
};

/** `places` numbers the pairs of all names, so that what a mention says is looked up by place. */
export type Lexicon = {
  entries: Entry[];
  worth: (pair: string) => number;
  places: ReadonlyMap<string, number>;
  /** The concepts that words speak of: neighbouring numbers share most of theirs. */
  conceptsIn: (words: string) => readonly number[];
};

const suffix =
  /(?:人次|人数|件数|项数|户数|期数|次数|条数|份数|篇数|张数|册数|轮次|家次|班次|案次|场次|届数|场数|金额|发放额|数)$/;

/** The name without what only says that it is counted. */
const core = (text: string): string => text.replace(suffix, '') || text;

export function makeLexicon({ indicators }: Pick<Catalogue, 'indicators'>): Lexicon {
  const counts = new Map<string, number>();
  for (const indicator of indicators)
    for (const pair of new Set(namesOf(indicator).flatMap(pairsOf)))
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const worth = (pair: string) =>
    Math.log((indicators.length + 1) / ((counts.get(pair) ?? 0) + 0.7));
  const places = new Map([...counts.keys()].map((pair, place) => [pair, place]));
  return {
    worth,
    places,
    conceptsIn: remembering(conceptsOf),
    entries: indicators.map((indicator) => entryOf(indicator, { worth, places })),
  };
}

/** The same with the last answers kept. */
function remembering<T>(ask: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (kept.size >= 2000) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}

function entryOf(
  indicator: Indicator,
  { worth, places }: Pick<Lexicon, 'worth' | 'places'>,
): Entry {
  const names = namesOf(indicator);
  const wide = [...names, indicator.verb ?? '', indicator.chain?.group ?? ''].join('，');
  // What its name says of level and newness holds for the short forms, too.
  const always = conceptsOf(`${indicator.name}${levels[indicator.level ?? ''] ?? ''}`).filter(
    (concept) =>
      ['新', '级以上', ...Object.values(levels)].includes(concepts[concept]?.name ?? '') ||
      // A part is not its whole: of whom it is, its short forms ask for, too.
      (indicator.partOf !== null && isWho(concept)),
  );
  const all = new Set([...conceptsOf(wide), ...always]);
  return {
    indicator,
    forms: names.map((name, place) => {
      const pairs = pairsOf(core(name));
      const values = Float64Array.from(pairs, worth);
      const asked = [...new Set([...conceptsOf(name), ...always])].filter(
        (concept) => !(indicator.unit !== '%' && concepts[concept]?.name === '率'),
      );
      return {
        concepts: asked,
        asked: asked.reduce((sum, concept) => sum + (concepts[concept]?.weight ?? 0), 0),
        pairs: Int32Array.from(pairs, (pair) => places.get(pair) as number),
        values,
        all: values.reduce((sum, value) => sum + value, 0),
        weight: place === 0 ? 1 : 0.97,
      };
    }),
    wide: all,
    topics: conceptsOf(indicator.name).filter(isTopic),
    who: [...all].filter(isKind('who')),
    levels: [...all].filter(isLevel),
    turns: [...all].filter(isTurn),
    defined: new Set(conceptsOf(indicator.definition)),
    widePairs: new Set([...pairsOf(wide), ...pairsOf(indicator.definition)]),
  };
}

const isKind =
  (kind: ConceptClass) =>
  (concept: number): boolean =>
    concepts[concept]?.kind === kind;

export const isWho = isKind('who');
export const isTopic = isKind('topic');

/** 全国, 省, 市, 县; 以上 is none by itself. */
export const isLevel = (concept: number): boolean =>
  isKind('level')(concept) && concepts[concept]?.name !== '级以上';

/** What is new, and what is gone, is not what there is. */
export const isTurn = (concept: number): boolean =>
  /^(?:新|减少)$/.test(concepts[concept]?.name ?? '');

const levels: Record<string, string> = {
  national: '全国级',
  province: '省级',
  city: '市级',
  county: '县级',
};

const namesOf = ({ name, aliases }: Indicator): string[] => [name, ...aliases];

/** Neighbouring characters of each run of words. */
export function pairsOf(text: string): string[] {
  const runs = text.match(/[\u4e00-\u9fff]+/g) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => run.slice(at, at + 2)),
  );
}

// What a mention says, weighed by how near to the number it stands.
import { concepts, saidConcepts } from './concepts';
import { isLevel, isTopic, isWho, pairsOf, type Lexicon } from './lexicon';
import type { Mention } from './mention';

/** A pair of characters of the number's own words, what it says, and the concepts that its place says. */
type OwnPair = { pair: string; worth: number; of: number[] };

export type Words = {
  /** How strongly each concept and each pair is said, from 0 to 1. */
  concepts: Map<number, number>;
  /** The same by place: of concepts, and of the pairs of the lexicon. */
  force: Float64Array;
  pairs: Float64Array;
  own: number[];
  /** What its own concepts weigh. */
  spoken: number;
  ownPairs: OwnPair[];
  /** The noun that is counted: the last words before the number, or the first behind it. */
  noun: OwnPair[];
  level: number | null;
  hasOwn: boolean;
  isPart: boolean;
  extent: 'span' | 'date' | null;
};

const strengths = { own: 1, label: 0.8, near: 0.6, rest: 0.55, far: 0.4, head: 0.2 };

/** `isStock`: the number changes what there is (净增). */
export function wordsOf(
  mention: Mention,
  isStock: boolean,
  { worth, places, conceptsIn }: Lexicon,
): Words {
  const strength = new Map<number, number>();
  const pairs = new Float64Array(places.size);
  const isBare = !/[\u4e00-\u9fff]{3}/.test(mention.far);
  for (const place of ['head', 'far', 'rest', 'near', 'label', 'own'] as const) {
    const text = mention[place];
    const force = place === 'head' && isBare ? 0.5 : strengths[place];
    for (const concept of conceptsIn(text))
      // Of whom something is said is not carried over from the beginning of a long sentence.
      strength.set(
        concept,
        Math.max(isWho(concept) && force < 0.5 ? force / 3 : force, strength.get(concept) ?? 0),
      );
    for (const pair of pairsOf(text)) {
      const at = places.get(pair);
      if (at !== undefined) pairs[at] = Math.max(force, pairs[at] as number);
    }
  }
  keepNearestLevel(strength, mention);
  const said = saidConcepts(mention.own);
  const weighed = (pair: string): OwnPair => ({
    pair,
    worth: worth(pair),
    of: [...said].flatMap(([concept, words]) => (words.includes(pair) ? [concept] : [])),
  });
  // 净增 changes a stock: it is nothing new.
  const isSaid = (concept: number) =>
    !(isStock && /^(?:新|发展)$/.test(concepts[concept]?.name ?? ''));
  for (const concept of [...strength.keys()]) if (!isSaid(concept)) strength.delete(concept);
  const own = withTopic([...said.keys()].filter(isSaid), strength, mention);
  return {
    isPart: /其中/.test(mention.lead) || /其中[^，；。]*$/.test(mention.near),
    extent: extentOf(mention),
    concepts: strength,
    force: Float64Array.from(concepts, (_, concept) => strength.get(concept) ?? 0),
    own,
    spoken: own.reduce((sum, concept) => sum + (concepts[concept]?.weight ?? 0), 0),
    pairs,
    hasOwn: /[\u4e00-\u9fff]{2}/.test(mention.own),
    ownPairs: pairsOf(bare(mention.own)).map(weighed),
    noun: nounOf(mention).map(weighed),
    level: [...strength].find(([concept, force]) => isLevel(concept) && force >= 0.4)?.[0] ?? null,
  };
}

/** A clause that only says how far something reached (覆盖企业, 惠及职工) speaks of what the clause before
 *  spoke of. */
function withTopic(
  own: number[],
  strength: ReadonlyMap<number, number>,
  { lead }: Mention,
): number[] {
  if (own.some(isTopic) || !reach.test(lead)) return own;
  const before = [...strength].filter(([one, force]) => isTopic(one) && force >= strengths.near);
  return [...own, ...before.map(([one]) => one)];
}

const reach = /^(?:[，、]|共|并|可|已|直接|累计)*(?:覆盖|惠及|涉及|受益|吸引|参与|参加|参赛)/;

function nounOf({ lead, tail }: Mention): string[] {
  const before = pairsOf(bare(lead));
  return before.length > 0 ? before.slice(-3) : pairsOf(bare(tail)).slice(0, 3);
}

/** Of several levels in a sentence (全国…22个，全省…91个) the one named last holds. */
function keepNearestLevel(strength: Map<number, number>, { far, own }: Mention): void {
  const text = `${far}${own}`;
  const levels = [...strength.keys()].filter(isLevel);
  if (levels.length < 2) return;
  const last = (concept: number) =>
    Math.max(
      -1,
      ...[
        ...text.matchAll(new RegExp((concepts[concept] as { pattern: RegExp }).pattern, 'g')),
      ].map(({ index }) => index),
    );
  const nearest = levels.reduce((one, other) => (last(other) > last(one) ? other : one));
  for (const level of levels) if (level !== nearest) strength.delete(level);
}

/** 截至2021年底，签订集体合同 are those in force, 全年签订集体合同 those of the year. */
function extentOf({ far, own, head }: Mention): Words['extent'] {
  const said =
    /(截至|目前|现有|共有|累计建|年底|年末|建成|达到|总数)|(全年|今年以来|新签|年内|一年来|上半年|当年)/g;
  const last = [...`${head.slice(-20)}${far}${own}`.matchAll(said)].at(-1);
  return last ? (last[1] ? 'date' : 'span') : null;
}

/** Words of time, extent and connection name nothing. */
const bare = (text: string): string => text.replace(empty, '｜');

const empty = new RegExp(
  [
    '同时|此外|另外|目前|其中|全年|全市|全县|全省|全区|全国|当年|截至|累计|分别|年来|均|约|近|共有|共|各级工会|各级|工会共|建成|建立|组织|开展',
    '|举办|达到|达|已|先后|市总工会|县总工会|总工会|的|了|为|等|各类|各种|名|人|活动|工作',
  ].join(''),
  'g',
);

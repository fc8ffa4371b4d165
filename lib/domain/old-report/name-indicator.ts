// Which indicator of the catalogue a quantity is of, from the words of its mention and the chain it stands
// in; and how sure.
import type { Indicator } from '../catalogue/indicator';
import { concepts } from './concepts';
import { scoreOf, type Features } from './confidence';
import { isTopic, isTurn, isWho, type Entry, type Lexicon } from './lexicon';
import type { Mention } from './mention';
import { unitFit } from './unit-fit';
import { wordsOf, type Words } from './mention-words';

export type Candidate = { indicator: Indicator; score: number; features: Features };

/** The indicator of the number before in the sentence; whether what changes can only be a stock (净增). */
export type Chain = { previous: Indicator | null; isStock: boolean };

/** The indicators that a quantity with this unit may be of, the best first. */
export function rankIndicators(
  mention: Mention,
  unit: string,
  lexicon: Lexicon,
  { previous, isStock }: Chain,
): Candidate[] {
  const words = wordsOf(mention, isStock, lexicon);
  const fits = new Map<string, number>();
  const fitOf = (of: string): number => {
    const known = fits.get(of) ?? unitFit(unit, of);
    fits.set(of, known);
    return known;
  };
  const candidates: Candidate[] = [];
  for (const entry of lexicon.entries) {
    const { indicator } = entry;
    const fit = fitOf(indicator.unit);
    if (fit === 0 || (isStock && isTurning(indicator))) continue;
    const match = heldBy(entry, words);
    const chain = chainOf(indicator, previous, words.isPart);
    // What shares next to nothing with the words cannot be meant.
    if (match.held >= leastHeld || chain > 0)
      candidates.push(judge(entry, { ...match, fit, chain }, words));
  }
  return candidates.sort(
    (a, b) => b.score - a.score || (a.indicator.code < b.indicator.code ? -1 : 1),
  );
}

const leastHeld = 0.12;

const isTurning = ({ nature, name }: Indicator): boolean =>
  nature === 'flow' && /^(?:新|减少|撤)/.test(name);

function judge(
  entry: Entry,
  { held, met, fit, chain }: { held: number; met: number; fit: number; chain: number },
  words: Words,
): Candidate {
  const { indicator, wide, defined } = entry;
  const said = (concept: number) => words.concepts.get(concept) ?? 0;
  const explained = sumOf(words.own, (concept) =>
    wide.has(concept) ? 1 : defined.has(concept) ? 0.5 : 0,
  );
  const features: Features = {
    held,
    concepts: words.spoken > 0 ? explained / words.spoken : 0.6,
    pairs: known(words.ownPairs, entry),
    noun: known(words.noun, entry),
    unit: fit,
    chain,
    met: Math.min(met / 10, 1),
    lacksWho: flag(entry.who.some((one) => said(one) < 0.3)),
    otherWho: flag(words.own.some((one) => isWho(one) && !wide.has(one) && !defined.has(one))),
    nature: natureOf(indicator, words),
    lacksTurn: flag(entry.turns.some((one) => said(one) < 0.3)),
    otherTurn: flag(words.own.some((one) => isTurn(one) && !wide.has(one))),
    lacksTopic: flag(
      entry.topics.some((one) => said(one) < 0.15) || speaksOfAnother(entry, words.own),
    ),
    otherLevel: flag(
      words.level !== null && entry.levels.length > 0 && !entry.levels.includes(words.level),
    ),
  };
  return { indicator, score: scoreOf(features, words.hasOwn), features };
}

/** The matter named beside the number goes before one of the clause before. */
function speaksOfAnother({ topics, wide, defined }: Entry, own: readonly number[]): boolean {
  const beside = own.filter(isTopic);
  return (
    beside.length > 0 &&
    topics.length > 0 &&
    !topics.some((one) => own.includes(one)) &&
    !beside.some((one) => wide.has(one) || defined.has(one))
  );
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** The share of the pairs that the indicator explains, by name or by a concept whose words hold them. */
function known(pairs: Words['ownPairs'], { wide, widePairs }: Entry): number {
  let [all, part] = [0, 0];
  for (const { pair, worth, of } of pairs) {
    all += worth;
    if (widePairs.has(pair) || of.some((concept) => wide.has(concept))) part += worth;
  }
  return all > 0 ? part / all : 0.6;
}

/** How much of the form that fits best the words hold, and how much that is. */
function heldBy({ forms }: Entry, words: Words): { held: number; met: number } {
  let best = { held: 0, met: 0 };
  for (const form of forms) {
    let [met, common] = [0, 0];
    for (const concept of form.concepts)
      met += (concepts[concept]?.weight ?? 0) * (words.force[concept] as number);
    for (let at = 0; at < form.pairs.length; at += 1)
      common += (form.values[at] as number) * (words.pairs[form.pairs[at] as number] as number);
    const held =
      (0.55 * (form.asked > 0 ? met / form.asked : 0) +
        0.45 * (form.all > 0 ? common / form.all : 0)) *
      form.weight;
    if (held + met / 60 > best.held + best.met / 60) best = { held, met };
  }
  return best;
}

/** A stock at a date, a flow over a span. */
function natureOf({ nature }: Indicator, { extent }: Words): number {
  if (extent === null || (nature !== 'stock' && nature !== 'flow')) return 0;
  return (nature === 'stock') === (extent === 'date') ? 1 : -1;
}

function sumOf(list: number[], strength: (concept: number) => number): number {
  return list.reduce(
    (total, concept) => total + (concepts[concept]?.weight ?? 0) * strength(concept),
    0,
  );
}

/** Activity, reach and result, or fund, reach and paid follow on each other. */
function chainOf(indicator: Indicator, previous: Indicator | null, isPart: boolean): number {
  if (!previous || previous.code === indicator.code) return 0;
  if (indicator.chain && indicator.chain.group === previous.chain?.group)
    return indicator.chain.order > previous.chain.order ? 1 : 0.5;
  return indicator.partOf === previous.code && isPart ? 1 : 0;
}

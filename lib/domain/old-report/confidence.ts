// How sure a naming is. What a mention and an indicator have in common makes a score; the scores of all
// indicators, against that of none, make shares. The weights are fitted on marked texts, so that a share is
// how often such a naming was right (npm run coverage:reading prints it).

/** What speaks for an indicator and against it, each from 0 to 1. */
export type Features = {
  /** Of what its name asks for, the share that the words hold. */
  held: number;
  /** Of the concepts, the pairs and the last pairs of the number's own words, the share that it explains. */
  concepts: number;
  pairs: number;
  noun: number;
  /** How well the measure word counts its unit. */
  unit: number;
  /** It follows in the chain on what was named before. */
  chain: number;
  /** How much of its name was met. */
  met: number;
  /** It is of somebody whom the words do not name, or they of somebody whom it is not of. */
  lacksWho: number;
  otherWho: number;
  /** A stock at a date, a flow over a span; −1 the other way round. */
  nature: number;
  /** It is new or gone, and the words do not say so; or the other way round. */
  lacksTurn: number;
  otherTurn: number;
  /** A matter of its name is nowhere. */
  lacksTopic: number;
  otherLevel: number;
};

const weights: Features = {
  held: 7.64,
  concepts: 1.71,
  pairs: 2.04,
  noun: 0.53,
  unit: 4.86,
  chain: 2.81,
  met: 2.65,
  lacksWho: -0.71,
  otherWho: -0.18,
  nature: 0.73,
  lacksTurn: -0.81,
  otherTurn: -2.35,
  lacksTopic: -0.91,
  otherLevel: -2.69,
};
const bias = -11.15;
/** A number with words of its own that nothing explains has no home. */
const withOwnWords = -0.85;

const names = Object.keys(weights) as (keyof Features)[];

/** The score of an indicator; 0 is that of none. */
export function scoreOf(features: Features, hasOwnWords: boolean): number {
  return names.reduce(
    (sum, name) => sum + weights[name] * features[name],
    bias + (hasOwnWords ? withOwnWords : 0),
  );
}

/** The share of each score, with none among them. */
export function confidencesOf(scores: number[]): number[] {
  const most = Math.max(0, ...scores);
  const all = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(-most));
  return scores.map((score) => Math.round((Math.exp(score - most) / all) * 100) / 100);
}

/** From here on an indicator is said; below, the quantity has no home. */
export const leastConfidence = 0.45;

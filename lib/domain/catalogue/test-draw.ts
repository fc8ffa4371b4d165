// Random samples of the catalogue for property tests. An indicator is drawn by its code, never by its place: one that
// is added comes into some of the samples and changes nothing else in any of them.
import fc from 'fast-check';
import type { Indicator } from './indicator';

export type Draw = { salt: number; share: number };

/** How a sample is drawn: from next to nothing up to `most` of all indicators. */
export const anyDraw = (most: number): fc.Arbitrary<Draw> =>
  fc.record({ salt: fc.nat(), share: fc.double({ min: 0.003, max: most, noNaN: true }) });

/** The indicators of a sample. */
export const drawnFrom = (indicators: readonly Indicator[], { salt, share }: Draw): Indicator[] =>
  indicators.filter(({ code }) => lotOf(code, salt) < share * lots);

/** One of the given for an indicator of a sample; `turn` tells periods and units apart. */
export function oneOf<T>(given: readonly T[], { code }: Indicator, salt: number, turn: number): T {
  return given[(lotOf(code, salt + 1) + turn) % given.length] as T;
}

const lots = 65_536;

/** A number below `lots` that looks like chance and is always the same for a code and a salt. */
function lotOf(code: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (const character of code) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
    hash ^= hash >>> 13;
  }
  return (Math.imul(hash, 0x5bd1e995) >>> 16) % lots;
}

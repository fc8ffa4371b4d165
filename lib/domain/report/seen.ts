// What a person had on the screen when deciding on a submission: the page carries it along, and what stands there
// now is compared with it before anything is sent, signed, approved or returned.
import type { Figure } from '../figure/figure';
import { figureParts } from './fingerprint';

export type SeenContents = {
  figures: readonly Figure[];
  notes: readonly { section: string; kind: string; text: string }[];
  explanations: readonly { check: string; text: string }[];
  files: readonly { indicator: string; file: string }[];
};

/** Everything that is decided over, by the name of its place; what says nothing is not there. */
export function seenItems({
  figures,
  notes,
  explanations,
  files,
}: SeenContents): Map<string, string> {
  const items: [string, string][] = [
    ...figures
      .filter(({ answer }) => answer !== 'blank')
      .map((figure): [string, string] => [placeOf(figure), JSON.stringify(figureParts(figure))]),
    ...notes
      .filter(({ text }) => text !== '')
      .map(({ section, kind, text }): [string, string] => [`${section}.${kind}`, text]),
    ...explanations.map(({ check, text }): [string, string] => [check, text]),
    ...files.map(({ indicator, file }): [string, string] => [`${indicator}.${file}`, '']),
  ];
  return new Map(items.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As a page carries it: each place with the first part of its digest, and the digest of all of it before that. */
export function printSeen(contents: SeenContents, digest: (text: string) => string): string {
  const items = seenItems(contents);
  const places = [...items].map(([place, text]) => `${place}=${digest(text).slice(0, shortest)}`);
  return `${digest(JSON.stringify([...items]))};${places.join(',')}`;
}

/** The places that differ from what was seen, each with what stands there now; null where nothing does. */
export function unseenPlaces(
  seen: string,
  contents: SeenContents,
  digest: (text: string) => string,
): { place: string; now: string | null }[] | null {
  const now = printSeen(contents, digest);
  if (seen === now) return null;
  const [before, after] = [placesOf(seen), placesOf(now)];
  const values = new Map(contents.figures.map((figure) => [placeOf(figure), saidBy(figure)]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => before.get(place) !== after.get(place))
    .sort()
    .map((place) => ({ place, now: values.get(place) ?? null }));
}

const shortest = 10;

const placeOf = ({ indicator, measure }: Figure): string =>
  measure === 'level' ? indicator : `${indicator}.${measure}`;

const saidBy = ({ answer, value }: Figure): string | null => (answer === 'number' ? value : null);

const placesOf = (seen: string): Map<string, string> =>
  new Map(
    seen
      .slice(seen.indexOf(';') + 1)
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const at = pair.lastIndexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );

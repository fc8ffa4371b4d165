// Which indicator a name means. Surely: its code, its name or one of its aliases, when no other has it. Anything else is
// a suggestion, for a person to take.
import type { Indicator } from '../catalogue/indicator';
import { cleanLabel, takeUnit, withoutBrackets } from '../entry/label';

export type Known = Pick<Indicator, 'code' | 'name' | 'aliases' | 'partOf'>;
export type Match = { code: string | null; suggestions: string[] };

/** Finds by name; `parent`: the code of the row above that this one is a part of. */
export type Matcher = (label: string, parent?: string | null) => Match;

/** A matcher over these indicators. Names are prepared once; each label is looked up once. */
export function matcherOf(indicators: readonly Known[]): Matcher {
  const byName = new Map<string, Set<string>>();
  const codes = new Map(indicators.map(({ code }) => [code.toUpperCase(), code]));
  const shapes = indicators.flatMap((indicator) =>
    [indicator.name, ...indicator.aliases].map((name) => ({
      indicator,
      pairs: pairsOf(withoutBrackets(name)),
    })),
  );
  for (const { code, name, aliases } of indicators) {
    for (const word of [name, ...aliases])
      byName.set(cleanLabel(word), (byName.get(cleanLabel(word)) ?? new Set()).add(code));
  }
  // An indicator's own name goes before what others are also called.
  for (const { code, name } of indicators) byName.set(cleanLabel(name), new Set([code]));
  const kept = new Map<string, Match>();
  return (label, parent = null) => {
    const key = `${label} ${parent}`;
    const known = kept.get(key);
    if (known) return known;
    const found = find(label, parent);
    kept.set(key, found);
    return found;
  };

  function find(label: string, parent: string | null): Match {
    const forms = [...new Set([cleanLabel(label), cleanLabel(takeUnit(label).name)])].filter(
      (form) => form !== '',
    );
    for (const form of forms) {
      const code =
        codes.get(form) ?? codes.get(/^([A-Z]{2}\d{3})(?![A-Z\d])/.exec(form)?.[1] ?? '');
      if (code) return { code, suggestions: [] };
      const named = byName.get(form);
      if (named?.size === 1) return { code: [...named][0]!, suggestions: [] };
      if (named) return { code: null, suggestions: [...named].slice(0, most) };
    }
    const pairs = pairsOf(withoutBrackets(takeUnit(label).name));
    if (pairs.size === 0) return { code: null, suggestions: [] };
    const scores = new Map<string, number>();
    for (const { indicator, pairs: of } of shapes) {
      const likeness =
        likenessOf(pairs, of) + (parent !== null && indicator.partOf === parent ? 0.2 : 0);
      if (likeness > (scores.get(indicator.code) ?? least)) scores.set(indicator.code, likeness);
    }
    const best = [...scores].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return { code: null, suggestions: best.slice(0, most).map(([code]) => code) };
  }
}

const most = 3;
const least = 0.45;

/** Neighbouring signs, the way short Chinese names are compared. */
function pairsOf(name: string): Set<string> {
  const signs = Array.from(name);
  return new Set(
    signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`),
  );
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return (2 * both) / (a.size + b.size);
}

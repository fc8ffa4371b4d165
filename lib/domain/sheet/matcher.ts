// Which indicator a name means. Surely: its code, its name or an alias, or what is the same in one form; a
// part by the name of its whole. Anything else is a suggestion, for a person to take; wholes are suggested
// before their parts.
import type { Indicator } from '../catalogue/indicator';
import { cleanLabel, takeUnit } from './label';
import { canonicalName, looseName, remainder, trimPart } from './canonical-name';
import { factorOf } from './in-unit';

export type Known = Pick<Indicator, 'code' | 'name' | 'aliases' | 'partOf' | 'unit'>;
export type Match = { code: string | null; suggestions: string[] };

/** Finds by name; `whole`: the code of the row above that this one is a part of. */
export type Matcher = (label: string, whole?: string | null) => Match;

/** A matcher over these indicators. Names are prepared once; each label is looked up once. */
export function matcherOf(indicators: readonly Known[]): Matcher {
  const names = prepare(indicators);
  const kept = new Map<string, Match>();
  return (label, whole = null) => {
    if (label.length > longest) return { code: null, suggestions: [] };
    const key = `${label}\n${whole}`;
    const known = kept.get(key);
    if (known) return known;
    const found = find(names, label, whole);
    if (kept.size < 20_000) kept.set(key, found);
    return found;
  };
}

/** Indicators by what they are called: `exact` without decoration, `same` in one form, `shapes` for likeness. */
type Names = {
  indicators: readonly Known[];
  byCode: ReadonlyMap<string, Known>;
  codes: ReadonlyMap<string, string>;
  exact: ReadonlyMap<string, ReadonlySet<string>>;
  same: ReadonlyMap<string, ReadonlySet<string>>;
  shapes: readonly Shape<Known>[];
};

function prepare(indicators: readonly Known[]): Names {
  return {
    indicators,
    byCode: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    codes: new Map(indicators.map(({ code }) => [code.toUpperCase(), code])),
    exact: namesOf(indicators, (name) => cleanLabel(name)),
    same: namesOf(indicators, canonicalName),
    shapes: indicators.flatMap((indicator) =>
      [indicator.name, ...indicator.aliases].map((name) => shapeOf(indicator, name)),
    ),
  };
}

function find(names: Names, label: string, whole: string | null): Match {
  const { byCode, codes, exact, same } = names;
  const forms = [...new Set([cleanLabel(label), cleanLabel(takeUnit(label).name)])].filter(
    (form) => form !== '',
  );
  const part = whole === null ? null : partOf(names, label, whole);
  if (part) return { code: part, suggestions: [] };
  for (const form of forms) {
    const code = codes.get(form) ?? codes.get(/^([A-Z]{2}\d{3})(?![A-Z\d])/.exec(form)?.[1] ?? '');
    if (code) return { code, suggestions: [] };
  }
  const { unit } = takeUnit(label);
  const isCounted = (code: string) => unit === null || factorOf(unit, byCode.get(code)!) !== null;
  for (const [known, form] of [
    ...forms.map((form) => [exact, form] as const),
    [same, canonicalName(label)] as const,
  ]) {
    const all = [...(known.get(form) ?? [])];
    const named = all.length > 1 ? all.filter(isCounted) : all;
    if (named.length === 1) return { code: named[0]!, suggestions: [] };
    if (named.length > 1) return { code: null, suggestions: named.slice(0, most) };
  }
  return { code: null, suggestions: listLike(names, label, { unit, whole }) };
}

/** The one part of a whole, at any depth, that is called so under it. */
function partOf(names: Names, label: string, whole: string): string | null {
  const name = canonicalName(names.byCode.get(whole)!.name);
  const said = canonicalName(label);
  const wanted = new Set([
    trimPart(said),
    remainder(said, name),
    trimPart(said.replace(/企业$/, '')),
  ]);
  wanted.delete('');
  const found = names.indicators.filter(
    (indicator) =>
      isBelow(names, indicator, whole) &&
      [indicator.name, ...indicator.aliases].some((one) => {
        const rest = remainder(canonicalName(one), name);
        return rest !== '' && (wanted.has(rest) || wanted.has(rest.replace(/企业$/, '')));
      }),
  );
  return found.length === 1 ? found[0]!.code : null;
}

function isBelow({ byCode }: Names, { partOf: above }: Known, whole: string): boolean {
  for (let at = above; at !== null; at = byCode.get(at)?.partOf ?? null)
    if (at === whole) return true;
  return false;
}

/** The indicators whose names are most like a label, the likeliest first. */
function listLike(
  names: Names,
  label: string,
  { unit, whole }: { unit: string | null; whole: string | null },
): string[] {
  const said = shapeOf({ unit: unit ?? '' }, label);
  if (said.pairs.size === 0) return [];
  const counted = countedIn(label);
  const scores = new Map<string, number>();
  for (const shape of names.shapes) {
    const { indicator } = shape;
    if (unit !== null && factorOf(unit, indicator) === null) continue;
    const isPart = whole !== null && isBelow(names, indicator, whole);
    // A part of one thing is no part of another: 国有企业 under 会员 is no 国有企业工会.
    if (
      whole !== null &&
      !isPart &&
      (indicator.partOf !== null || shape.loose.length <= said.loose.length)
    )
      continue;
    const likeness =
      likenessOf(said, shape) +
      (isPart ? 0.35 : 0) -
      (counted !== null && !counted.includes(indicator.unit) ? 0.15 : 0) +
      (whole === null && indicator.partOf === null ? 0.04 : 0);
    if (likeness > (scores.get(indicator.code) ?? least)) scores.set(indicator.code, likeness);
  }
  const best = [...scores].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return best.slice(0, most).map(([code]) => code);
}

/** The units that the last word of a name says: 人数 counts 人, 户数 and 家数 count 家. */
function countedIn(label: string): string[] | null {
  const word = /(人数|人次|户数|家数|件数|金额|资金)$/.exec(cleanLabel(takeUnit(label).name))?.[1];
  return word ? counts[word]! : null;
}

const counts: Record<string, string[]> = {
  人数: ['人'],
  人次: ['人次'],
  户数: ['户', '家'],
  家数: ['家', '户', '个'],
  件数: ['件', '条', '项'],
  金额: ['元'],
  资金: ['元'],
};

const most = 3;
const least = 0.4;
const longest = 400;

function namesOf(indicators: readonly Known[], form: (name: string) => string) {
  const names = new Map<string, Set<string>>();
  for (const { code, name, aliases } of indicators) {
    for (const word of [name, ...aliases])
      names.set(form(word), (names.get(form(word)) ?? new Set()).add(code));
  }
  // An indicator's own name goes before what others are also called.
  const own = new Map<string, Set<string>>();
  for (const { code, name } of indicators)
    own.set(form(name), (own.get(form(name)) ?? new Set()).add(code));
  for (const [name, of] of own) if (of.size === 1) names.set(name, of);
  return names;
}

type Shape<T> = {
  indicator: T;
  name: string;
  loose: string;
  pairs: Set<string>;
  loosePairs: Set<string>;
};

function shapeOf<T>(indicator: T, text: string): Shape<T> {
  const name = canonicalName(text).replace(/\([^()]*\)/g, '');
  const loose = looseName(name);
  return { indicator, name, loose, pairs: pairsOf(name), loosePairs: pairsOf(loose) };
}

/** Neighbouring signs, the way short Chinese names are compared. */
function pairsOf(name: string): Set<string> {
  const signs = Array.from(name);
  return new Set(
    signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`),
  );
}

/** Words that narrow what is counted: one that stands in one name alone makes it another thing. */
const narrowing = new RegExp(
  [
    '女|困难|农民工|新业态|联合|新建|新发展|新增|减少|撤并|应|实名|市级|省级|国家级|全国|县级|区域性|行业性|专项|代表|率|劳模|培训|当年|法人|乡镇',
    '|村|独立|内资|外商|港澳台|民营|国有|集体企业|事业|机关|专职|兼职|下岗|转岗',
  ].join(''),
  'g',
);

function likenessOf(said: Shape<unknown>, other: Shape<unknown>): number {
  const narrow = [
    new Set(said.name.match(narrowing) ?? []),
    new Set(other.name.match(narrowing) ?? []),
  ] as const;
  const apart =
    [...narrow[0]].filter((word) => !narrow[1].has(word)).length +
    [...narrow[1]].filter((word) => !narrow[0].has(word)).length;
  const isLoose = said.loose === other.loose && said.loose.length > 1;
  return (
    Math.max(dice(said.pairs, other.pairs), 0.9 * dice(said.loosePairs, other.loosePairs)) +
    (isLoose ? 0.3 : 0) -
    0.15 * apart +
    deedsOf(said.name, other.name) -
    (narrow[0].has('率') === narrow[1].has('率') ? 0 : 0.3)
  );
}

/** What was done is half of a name: 慰问困难职工 is no 在档困难职工, 签订集体合同 no
 *  集体合同覆盖企业. */
function deedsOf(said: string, name: string): number {
  const done = said.match(deeds) ?? [];
  if (done.length === 0) return 0;
  return done.some((deed) => name.includes(deed)) ? 0.15 : -0.2;
}

const deeds =
  /签订|慰问|走访|帮扶|救助|资助|培训|发放|评选|表彰|举办|受理|调解|开展|疗养|体检|参加|参保|覆盖|维权|招聘|介绍/g;

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

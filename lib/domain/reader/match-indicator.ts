// Which indicator the words beside a number name: by what they share with its name, aliases and chain. The words of the
// narrative are not known here; a text that only its writer understands shall fail.
import type { Catalogue, Indicator } from '../catalogue/indicator';
import { isMeasureOf } from './measures';

/** `before` is the indicator named last in the sentence, `whole` the one that 其中 takes apart. */
export type Context = {
  section?: string;
  before?: Indicator | null;
  whole?: Indicator | null;
  extent?: 'date' | 'span' | null;
};

export type Match = { indicator: Indicator; score: number };

/** Indicators that the words may name, the best first, among those whose unit the measure word counts. */
export function matchIndicators(
  words: string,
  unit: string,
  lexicon: Lexicon,
  context: Context = {},
): Match[] {
  const subject = bare(words);
  const grams = gramsOf(subject);
  return lexicon.entries
    .filter(({ indicator }) => unit === '*' || isMeasureOf(unit, indicator.unit))
    .map(({ indicator, forms }) => {
      const likeness = Math.max(...forms.map((form) => likenessOf(subject, grams, form)));
      return { indicator, score: likeness + nearnessOf(indicator, context) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.indicator.code.localeCompare(b.indicator.code));
}

type Form = { text: string; grams: Set<string>; weight: number };
export type Lexicon = {
  entries: { indicator: Indicator; forms: Form[] }[];
  byCode: Map<string, Indicator>;
  joints: string[];
};

/** The names of a catalogue's indicators, taken apart. */
export function lexiconOf({ indicators }: Pick<Catalogue, 'indicators'>): Lexicon {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const joints = [
    ...new Set(
      indicators.flatMap(({ name, aliases }) =>
        [name, ...aliases].flatMap((text) => text.match(/.{1,2}、.{1,2}/g) ?? []),
      ),
    ),
  ];
  return {
    byCode,
    joints,
    entries: indicators.map((indicator) => ({ indicator, forms: formsOf(indicator) })),
  };
}

/** Whether the words have anything to do with the indicator at all: its name, its chain, its whole. A verb (举办)
 *  names nothing; a word or two of a chain (采纳, 职工) may share no more than a character. */
export function isAkin(words: string, { byCode }: Lexicon, code: string): boolean {
  const indicator = byCode.get(code);
  const subject = bare(words);
  if (!indicator || subject === '') return true;
  const family = [indicator, byCode.get(indicator.partOf ?? '')]
    .flatMap((one) => (one ? [one.name, one.chain?.group ?? '', ...one.aliases] : []))
    .map(bare);
  if (subject.length <= 4)
    return [...subject].some((character) => family.some((text) => text.includes(character)));
  const grams = gramsOf(subject);
  return family.some((text) => [...gramsOf(text)].some((gram) => grams.has(gram)));
}

function formsOf({ name, aliases, chain, unit }: Indicator): Form[] {
  const texts = [
    name,
    ...aliases,
    ...(chain && !name.includes(chain.group) ? [`${chain.group}${trimUnit(name)}`] : []),
  ];
  return texts.map((text, place) => {
    const core = bare(trimUnit(text, unit));
    return { text: core, grams: gramsOf(core), weight: place === 0 ? 1 : 0.95 };
  });
}

const trimUnit = (text: string, unit = ''): string => {
  const cut = text.replace(
    /(人次|人数|件数|项数|户数|期数|次数|条数|份数|篇数|张数|册数|轮次|家次|班次|案次|场次|届数|金额|数)$/,
    '',
  );
  return cut === '' || unit === '%' ? text : cut;
};

/** Words that say time, extent or connection, and marks, tell nothing of the matter. */
function bare(text: string): string {
  return text
    .replace(
      /同时|此外|另外|目前|其中|全年|当年|截至|累计|分别|五年来|十年来|均|约|近|共有|共/g,
      '',
    )
    .replace(/[^\u4e00-\u9fff]/g, '')
    .replace(/(达到|达|为|是|有|了|的)+$/, '');
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  const characters = [...text];
  characters.forEach((character, place) => {
    if (place + 1 < characters.length) grams.add(character + (characters[place + 1] as string));
  });
  return grams;
}

// The share of the subject's pairs that the form has, and the share of the form's that the subject has; where the one
// holds the other in full, that is as good as naming it.
function likenessOf(subject: string, grams: Set<string>, form: Form): number {
  if (subject === '' || form.text === '') return 0;
  if (subject === form.text) return 1.5 * form.weight;
  let common = 0;
  for (const gram of form.grams) if (grams.has(gram)) common += 1;
  if (common === 0)
    return [...form.text].some((character) => subject.includes(character)) ? 0.02 : 0;
  const [mine, its] = [common / Math.max(grams.size, 1), common / Math.max(form.grams.size, 1)];
  const held = subject.includes(form.text) ? 0.1 : form.text.includes(subject) ? 0.15 : 0;
  return ((2 * mine * its) / (mine + its) + held) * form.weight;
}

function nearnessOf(indicator: Indicator, { section, before, whole, extent }: Context): number {
  let near = section !== undefined && indicator.section === section ? 1 : 0;
  if (before && indicator.code !== before.code) {
    if (indicator.chain && indicator.chain.group === before.chain?.group)
      near += indicator.chain.order > before.chain.order ? 0.45 : 0.3;
  }
  if (whole && indicator.partOf === whole.code) near += 0.6;
  // 截至2021年底，签订集体合同 are those in force, 全年签订集体合同 those of the year.
  if (
    (extent === 'date' && indicator.nature === 'flow') ||
    (extent === 'span' && indicator.nature === 'stock')
  )
    near -= 0.3;
  return near;
}

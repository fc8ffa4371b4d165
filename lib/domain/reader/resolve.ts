// Which indicator, and which fact, each figure of a sentence is of: by the figures its segment points at, or in a plain
// text by its words alone.
import type { FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { overYears, type Fact, type Facts } from './facts';
import { isAkin, matchIndicators, type Lexicon } from './match-indicator';
import type { Statement } from './statement';

/** A link of the text: where a segment stands that points at figures. */
export type Link = { start: number; end: number; figures: FigureKey[] };

/** What a statement may be of; more than one only where plain words leave it open. Empty where nothing fits. */
export type Reading = { indicator: Indicator; fact: Fact | null }[];

export type Source = {
  facts: Facts;
  lexicon: Lexicon;
  links: Link[] | null;
  section: string | undefined;
  /** The narrower scopes that reports name, and the sentence that is read. */
  scopes: string[];
  sentence?: { text: string; start: number };
};

/** For each statement of a sentence that is a figure or a subject, what it is of. */
export function resolve(statements: Statement[], source: Source): Reading[] {
  const readings: Reading[] = [];
  const used = new Map<Link, Set<string>>();
  statements.forEach((statement, place) => {
    if (statement.kind === 'from') return readings.push([]);
    if (statement.kind !== 'level' && statement.kind !== 'named' && statement.kind !== 'all')
      return readings.push([]);
    const before = readings.findLast((one) => one.length > 0)?.[0]?.indicator ?? null;
    const whole =
      statement.whole === null ? null : (readings[statement.whole]?.[0]?.indicator ?? null);
    const link = source.links && linkOf(statements, place, source.links);
    if (source.links && !link) return readings.push([]);
    // 再次荣获 says a second thing of the figure that follows; that figure is still to be read.
    const isAgain = statements.some(({ kind, of }) => kind === 'again' && of.includes(place));
    const reading = link
      ? linked(statement, link, source, isAgain ? new Map() : used, { before, whole })
      : plainly(statement, source, { before, whole });
    return readings.push(reading);
  });
  return readings;
}

/** The link under a number; a subject without its figure has that of what is said of it. */
function linkOf(statements: Statement[], place: number, links: Link[]): Link | undefined {
  const statement = statements[place] as Statement;
  const at =
    statement.kind === 'named'
      ? (statements.find((one) => one.of.includes(place)) ?? statement)
      : statement;
  return links.find(({ start, end }) => start < at.end && at.start < end);
}

type Near = { before: Indicator | null; whole: Indicator | null };

function linked(
  statement: Statement,
  link: Link,
  source: Source,
  used: Map<Link, Set<string>>,
  near: Near,
): Reading {
  const { facts } = source;
  const codes = [...new Set(link.figures.map(({ indicator }) => indicator))];
  const taken = used.get(link) ?? new Set<string>();
  used.set(link, taken);
  // A rate that nobody reported points at its numerator and denominator.
  const rates = facts.input.catalogue.indicators.filter(
    ({ numerator, denominator }) =>
      numerator !== null &&
      denominator !== null &&
      codes.includes(numerator) &&
      codes.includes(denominator),
  );
  const isRate = codes.length > 1 && statement.number?.unit === '%' && rates.length > 0;
  const choices = (isRate ? rates.map(({ code }) => code) : codes).filter(
    (code) => !taken.has(code),
  );
  const code = choices.length > 1 ? nearest(statement, choices, source, near) : choices[0];
  if (code === undefined) return [];
  taken.add(code);
  const indicator = facts.byCode.get(code) as Indicator;
  if (statement.kind === 'named') return [{ indicator, fact: facts.current(code) }];
  return [
    {
      indicator,
      fact: factOf(
        link.figures.filter((key) => key.indicator === code),
        code,
        source,
      ),
    },
  ];
}

function nearest(
  { words }: Statement,
  codes: string[],
  { lexicon }: Source,
  near: Near,
): string | undefined {
  const matches = matchIndicators(words, '*', lexicon, near).filter(({ indicator }) =>
    codes.includes(indicator.code),
  );
  return matches[0]?.indicator.code ?? codes[0];
}

function factOf(keys: FigureKey[], code: string, { facts }: Source): Fact | null {
  const first = keys[0];
  if (!first) return facts.current(code);
  if (facts.together) return facts.together(code);
  const each = keys.flatMap((key) => facts.of(key) ?? []);
  return each.length > 1 ? overYears(each, facts.byCode.get(code)) : (each[0] ?? null);
}

/** What the words alone may mean: the best, and those hardly worse. */
function plainly(
  statement: Statement,
  { facts, lexicon, section, scopes }: Source,
  near: Near,
): Reading {
  const unit =
    statement.kind === 'all'
      ? '%'
      : statement.kind === 'level'
        ? (statement.number?.unit ?? '*')
        : '*';
  const words = scopes.reduce((text, scope) => text.replace(scope, ''), statement.words);
  const matches = matchIndicators(words === '' ? statement.words : words, unit, lexicon, {
    ...near,
    extent: statement.extent,
    ...(section === undefined ? {} : { section }),
  });
  const best = matches[0];
  if (!best || best.score < worthReading) return [];
  const measure = statement.measure;
  return matches
    .filter(({ score }) => score >= best.score - hardlyWorse)
    .map(({ indicator }) => ({
      indicator,
      fact: facts.current(indicator.code, measure) ?? facts.current(indicator.code),
    }));
}

const worthReading = 0.2;
const hardlyWorse = 0.3;

/** Whether a link's indicator has anything to do with the words before its number. */
export function isNamed(statement: Statement, reading: Reading, { lexicon }: Source): boolean {
  return reading.every(({ indicator }) => isAkin(statement.words, lexicon, indicator.code));
}

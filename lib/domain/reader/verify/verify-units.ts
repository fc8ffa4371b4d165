// Whether a text about units side by side says anything that their data do not: what they come to, who stands where,
// who has reported, who is missing from a total.
import type { Paragraph } from '@/lib/domain/comparison/source';
import type { UnitsInput } from '@/lib/domain/units-summary/units-input';
import { lexiconOf, matchIndicators, type Lexicon } from '../match-indicator';
import { findNumbers } from '../find-numbers';
import { isOrder, readOrder } from '../read-order';
import { readParts } from '../read-text';
import { factsOfUnits, shortOf, type UnitsFacts } from '../unit-facts';
import { faultsOfOpening, isOpening, type UnitsFault } from './fault-of-opening';
import { faultsOfOrder } from './order';
import { linksOf, verifySentence, type Verdict } from './verify-text';

/** Reads the text back and checks it. With `links: false` the segments' figures are not looked at. */
export function verifyUnits(
  paragraphs: Paragraph[],
  input: UnitsInput,
  { links = true } = {},
): Verdict {
  const verdict: Verdict = { lies: [], unread: [], statements: 0 };
  const data = factsOfUnits(input);
  const codeOf = new Map(input.units.map(({ code, name }) => [shortOf(name), code]));
  const reader: Reader = {
    input,
    data,
    codeOf,
    names: [...codeOf.keys()],
    lexicon: lexiconOf(links ? input.catalogue : { indicators: withData(input) }),
    verdict,
  };
  const parts = paragraphs.map(({ kind, segments }) => ({
    kind,
    text: segments.map(({ text }) => text).join(''),
  }));
  readParts(
    parts,
    [...reader.names, ...input.catalogue.sections.map(({ name }) => name)],
    lexiconOf(input.catalogue).joints,
  ).forEach((sentences, place) => {
    const paragraph = paragraphs[place] as Paragraph;
    const source = {
      facts: data.facts,
      lexicon: reader.lexicon,
      links: links ? linksOf(paragraph) : null,
      section: paragraph.section,
      scopes: [],
    };
    let isOfReported = false;
    for (const sentence of sentences) {
      isOfReported ||= sentence.text.includes('从已报');
      if (isOpening(sentence.text))
        report(sentence.text, faultsOfOpening(sentence.text, input, data, reader.names), verdict);
      else if (/不含/.test(sentence.text))
        report(sentence.text, faultsOfMissing(sentence.text, reader), verdict);
      else if (isOrder(sentence.text, reader.names))
        readStanding(sentence, isOfReported, source.section, reader);
      else verifySentence(sentence, source, verdict);
    }
  });
  return verdict;
}

type Reader = {
  input: UnitsInput;
  data: UnitsFacts;
  codeOf: ReadonlyMap<string, string>;
  names: string[];
  lexicon: Lexicon;
  verdict: Verdict;
};
function withData({ catalogue, reports }: UnitsInput) {
  const codes = new Set(
    reports.flatMap(({ figures }) =>
      figures.flatMap(({ value, indicator }) => (value === null ? [] : [indicator])),
    ),
  );
  return catalogue.indicators.filter(
    ({ code, numerator, denominator }) =>
      codes.has(code) || (codes.has(numerator ?? '') && codes.has(denominator ?? '')),
  );
}

function report(sentence: string, faults: UnitsFault[], verdict: Verdict): void {
  verdict.statements += 1;
  for (const fault of faults)
    (fault.why.startsWith('unread') ? verdict.unread : verdict.lies).push({ sentence, ...fault });
}

function readStanding(
  { text }: { text: string },
  isOfReported: boolean,
  section: string | undefined,
  { data, codeOf, names, lexicon, verdict }: Reader,
): void {
  const order = readOrder(text, names, findNumbers(text, names));
  if (isOfReported) order.among.add('reported');
  const named = lexicon.entries
    .filter(
      ({ indicator }) =>
        indicator.name === order.subject || indicator.aliases.includes(order.subject),
    )
    .map(({ indicator }) => indicator);
  const indicator =
    named.find((one) => one.section === section) ??
    named[0] ??
    matchIndicators(order.subject, '*', lexicon, section === undefined ? {} : { section })[0]
      ?.indicator;
  report(
    text,
    order.unread.map((words) => ({ words, why: 'unread' })),
    verdict,
  );
  if (!indicator || order.claims.length === 0)
    return report(
      text,
      [{ words: order.subject, why: 'unread: no indicator is named so' }],
      verdict,
    );
  verdict.statements += order.claims.length;
  report(text, faultsOfOrder(order, { indicator, data, codeOf }), verdict);
}

/** 上述合计中，劳动竞赛场次不含响水县: it reported, and its number is not in the total. */
function faultsOfMissing(text: string, { data, codeOf, names, lexicon }: Reader): UnitsFault[] {
  return [...text.matchAll(/(?:^|，)(?!上述)([^，。]+?)不含([^，。]+)/g)].flatMap(
    ([, what = '', who = '']) => {
      const indicators = lexicon.entries
        .map(({ indicator }) => indicator)
        .filter(({ name }) => what.includes(name));
      const units = names.filter((name) =>
        who.split('、').some((one) => one === name || one.startsWith(`${name}等`)),
      );
      if (indicators.length === 0 || units.length === 0)
        return [{ words: what, why: 'unread: nobody is named' }];
      const isLonger = (name: string) =>
        indicators.some((other) => other.name !== name && other.name.includes(name));
      return indicators
        .filter(({ name }) => !isLonger(name))
        .flatMap(({ code, name }) => {
          const wrong = units.filter((unit) =>
            data
              .of(code)
              .some((one) => one.unit === codeOf.get(unit) && (one.isCounted || !one.hasReport)),
          );
          return wrong.map((unit) => ({
            words: unit,
            why: `${unit} is in the total of ${name}, or has not reported`,
          }));
        });
    },
  );
}

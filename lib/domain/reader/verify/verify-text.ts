// Whether a text says anything that the data do not: every statement that is read back is measured against the reports.
import type { SummaryInput, Paragraph } from '@/lib/domain/comparison/source';
import { factsOf } from '../facts';
import { lexiconOf } from '../match-indicator';
import { readParts } from '../read-text';
import { resolve, type Link, type Source } from '../resolve';
import type { Sentence } from '../statement';
import { faultOfBasis, needsBasis } from './fault-of-basis';
import { faultOf } from './fault-of-statement';

/** What is not so, or cannot be read: `words` in `sentence`, and why. */
export type Fault = { sentence: string; words: string; why: string };

/** `lies` contradict the data; `unread` are numbers that no statement accounts for, so that they would go unproved. */
export type Verdict = { lies: Fault[]; unread: Fault[]; statements: number };

/** Reads the text back and checks it. With `links: false` the segments' figures are not looked at: what a sentence is
 *  of must follow from its words. */
export function verifyText(
  paragraphs: Paragraph[],
  input: SummaryInput,
  { links = true, names = [] as string[] } = {},
): Verdict {
  const facts = factsOf(input);
  const lexicon = lexiconOf(links ? input.catalogue : { indicators: indicatorsWithData(input) });
  const verdict: Verdict = { lies: [], unread: [], statements: 0 };
  const scopes = scopesIn(input.reports);
  const own = [...names, ...namesIn(input)];
  const texts = paragraphs.map(({ kind, segments }) => ({
    kind,
    text: segments.map(readable).join(''),
  }));
  const parts = readParts(texts, own, lexiconOf(input.catalogue).joints);
  parts.forEach((sentences, place) => {
    const paragraph = paragraphs[place] as Paragraph;
    const source: Source = {
      facts,
      lexicon,
      links: links ? linksOf(paragraph) : null,
      section: paragraph.section,
      scopes,
    };
    for (const sentence of sentences) verifySentence(sentence, source, verdict);
  });
  const compared = needsBasis(input)
    ? parts.flat().find(({ statements }) => statements.some(({ base }) => base !== null))
    : undefined;
  if (compared && !parts.flat().some(({ text }) => faultOfBasis(text, input) === null))
    verdict.lies.push({
      sentence: compared.text,
      words: '可比口径',
      why: 'on which basis is not said',
    });
  return verdict;
}

// What staff wrote in own words is theirs: its numbers are not the system's to prove.
const readable = ({ text, by }: Paragraph['segments'][number]): string =>
  by === undefined ? text : text.replace(/[^，。；]/g, '◇');

/** What reports name in their own words may hold digits: scopes, units. */
function namesIn({ unit, reports, catalogue, successions = [] }: SummaryInput): string[] {
  const scopes = reports.flatMap(({ figures }) =>
    figures.flatMap(({ scopeNote }) =>
      scopeNote && /[\d一二三四五六七八九十]/.test(scopeNote) ? [scopeNote] : [],
    ),
  );
  return [
    ...new Set([
      unit.name,
      ...successions.flatMap(({ unitName, intoName }) => [unitName, intoName]),
      ...scopes,
      ...catalogue.sections.map(({ name }) => name),
    ]),
  ];
}

/** Every scope that a figure is narrowed to. */
export function scopesIn(reports: SummaryInput['reports']): string[] {
  const notes = reports.flatMap(({ figures }) =>
    figures.flatMap(({ scopeNote }) => scopeNote ?? []),
  );
  return [...new Set(notes)].filter((note) => !/未|合计$|^(?:含|不含|包括)/.test(note));
}

function indicatorsWithData({ catalogue, reports }: SummaryInput) {
  const codes = new Set(
    reports.flatMap(({ figures }) =>
      figures.filter(({ value }) => value !== null).map(({ indicator }) => indicator),
    ),
  );
  return catalogue.indicators.filter(
    ({ code, numerator, denominator }) =>
      codes.has(code) ||
      (numerator !== null &&
        denominator !== null &&
        codes.has(numerator) &&
        codes.has(denominator)),
  );
}

/** The figures that stretches of a paragraph point at. */
export function linksOf({ segments }: Paragraph): Link[] {
  let at = 0;
  return segments.flatMap(({ text, figures }) => {
    const start = at;
    at += text.length;
    return figures && figures.length > 0 ? [{ start, end: at, figures }] : [];
  });
}

/** Adds to the verdict what a sentence says falsely, or says so that nobody can read it. */
export function verifySentence(sentence: Sentence, source: Source, verdict: Verdict): void {
  const basis = faultOfBasis(sentence.text, source.facts.input);
  if (basis !== undefined) verdict.statements += 1;
  if (basis)
    (basis.startsWith('unread') ? verdict.unread : verdict.lies).push({
      sentence: sentence.text,
      words: '可比口径',
      why: basis,
    });
  const within = { ...source, sentence };
  const readings = resolve(sentence.statements, within);
  sentence.statements.forEach((statement, place) => {
    verdict.statements += 1;
    const fault = faultOf(statement, place, sentence.statements, readings, within);
    if (fault === null) return;
    const words =
      statement.number?.text ??
      sentence.text.slice(statement.start - sentence.start, statement.end - sentence.start);
    (fault.startsWith('unread') ? verdict.unread : verdict.lies).push({
      sentence: sentence.text,
      words,
      why: fault,
    });
  });
}

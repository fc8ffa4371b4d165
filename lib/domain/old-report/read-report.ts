// An old report read into the quantities it states: each with what it is, of when, against what, of whom, and
// the indicator of the catalogue that it is of.
import type { Catalogue, Indicator } from '../catalogue/indicator';
import type { DecimalText } from '../figure/number';
import { parsePeriodCode } from '../tree/period';
import { cleanReport } from './clean';
import { confidencesOf, leastConfidence } from './confidence';
import { makeLexicon, type Lexicon } from './lexicon';
import { mentionsOf, type Mention } from './mention';
import { rankIndicators, type Candidate } from './name-indicator';
import { findQuantities, type Qualifier, type Quantity } from './quantity';
import { baseOf, isAhead, roleOf, scopeOf, type Base, type Role } from './roles';
import { subjectsOf } from './subject';
import { guessPeriod, whenOf } from './when';

/** `start` and `end` count characters of the text as given. `indicator` is null where no indicator is of
 *  it; `candidates`, at most three, are what it may be. `repeats` is the `start` of the number that
 *  already stated it. `period` is a period's code, or a day where it stands at a date. */
export type ReadFigure = {
  start: number;
  end: number;
  text: string;
  value: DecimalText;
  unit: string;
  qualifier: Qualifier;
  role: Role;
  period: string | null;
  base: Base | null;
  scope: string | null;
  indicator: string | null;
  candidates: { indicator: string; confidence: number }[];
  confidence: number;
  repeats: number | null;
  sentence: { start: number; end: number };
};

/** A catalogue made ready; may be kept for many reports. */
export type ReportReader = (
  text: string,
  period?: string | null,
  unit?: string | null,
) => ReadFigure[];

export function makeReportReader(catalogue: Pick<Catalogue, 'indicators'>): ReportReader {
  const lexicon = makeLexicon(catalogue);
  return (text, period = null, unit = null) => readReport(text, period, unit, lexicon);
}

type Read = {
  quantity: Quantity;
  mention: Mention;
  role: Role;
  ranked: Candidate[];
  subject: number | null;
};

function readReport(
  original: string,
  asked: string | null,
  unit: string | null,
  lexicon: Lexicon,
): ReadFigure[] {
  const { text, at } = cleanReport(original);
  const period = asked ?? guessPeriod(text);
  const own = period === null ? null : parsePeriodCode(period);
  const year = own ? Number(own.to.slice(0, 4)) : null;
  const quantities = findQuantities(text);
  const mentions = mentionsOf(text, quantities);
  const reads: Read[] = [];
  const figures: ReadFigure[] = [];
  let time: { period: string | null; isDate: boolean } | null = null;
  let paragraph = -1;
  quantities.forEach((quantity, place) => {
    const mention = mentions[place] as Mention;
    const setting = settingOf(text, quantities, reads, place, mention, year);
    const role = roleOf(quantity, setting);
    const subject = subjectsOf(text, reads, quantity, mention, role);
    const ranked = rank(reads, mention, quantity, role, subject, lexicon);
    reads.push({ quantity, mention, role, ranked, subject });
    const start = text.lastIndexOf('\n', quantity.start) + 1;
    if (start !== paragraph) [time, paragraph] = [null, start];
    const from = Math.max(start, quantities[place - 1]?.end ?? 0);
    time = whenOf(text.slice(from, quantity.start), period) ?? time;
    const place1 = at[quantity.start] as number;
    const end = (at[quantity.end - 1] as number) + 1;
    figures.push({
      start: place1,
      end,
      text: original.slice(place1, end),
      value: quantity.value,
      unit: quantity.unit,
      qualifier: quantity.qualifier,
      role,
      period: time?.period ?? period,
      base: changes.includes(role)
        ? baseOf(text.slice(mention.sentence.start, quantity.start), year)
        : null,
      scope: scopeOf(setting.lead, text.slice(mention.sentence.start, quantity.start), unit),
      ...named(ranked, subject === null ? null : (figures[subject] ?? null)),
      repeats: null,
      sentence: {
        start: at[mention.sentence.start] ?? place1,
        end: (at[Math.min(mention.sentence.end, at.length) - 1] ?? end - 1) + 1,
      },
    });
  });
  return figures.map((figure, place) => ({ ...figure, repeats: repeatOf(figures, place) }));
}

const changes: readonly Role[] = [
  'change-amount',
  'change-rate',
  'points',
  'multiple',
  'yearly-average',
  'share',
];

function settingOf(
  text: string,
  quantities: Quantity[],
  reads: Read[],
  place: number,
  mention: Mention,
  year: number | null,
): Parameters<typeof roleOf>[1] {
  const quantity = quantities[place] as Quantity;
  const last = reads.at(-1);
  const previousEnd = quantities[place - 1]?.end ?? 0;
  const from = Math.max(mention.sentence.start, previousEnd);
  const between = text.slice(from, quantity.start);
  const isList =
    last !== undefined &&
    previousEnd > mention.sentence.start &&
    /^(?:、|和|及|以及|与|，)?$/.test(between) &&
    between !== '，';
  const clause = between.split(/[，；：。]/).at(-1) as string;
  // A verb holds for the list that it begins: 净增工会组织403家、会员3.07万人.
  const list = text
    .slice(mention.sentence.start, quantity.start)
    .split(/[，；：]/)
    .at(-1) as string;
  const isNet = /净增|净减/.test(list) && /^、/.test(between);
  const sentence = text.slice(mention.sentence.start, mention.sentence.end);
  const heading = mention.head.split('｜')[0] as string;
  return {
    lead: isList ? '' : isNet ? `净增${clause.replace(/^、/, '')}` : clause,
    after: text.slice(quantity.end, quantity.end + 12),
    sentence,
    previous: isList ? last.role : null,
    isAhead: isAhead(sentence.trim(), heading, year),
    isGoal: /目标|任务分解/.test(heading),
  };
}

/** The indicators that a number may be of: those of the number it changes, or what its own words say. */
function rank(
  reads: Read[],
  mention: Mention,
  quantity: Quantity,
  role: Role,
  subject: number | null,
  lexicon: Lexicon,
): Candidate[] {
  if (subject !== null) return reads[subject]?.ranked ?? [];
  if (role === 'rank' || role === 'per-head')
    return role === 'rank'
      ? rankIndicators(mention, quantity.unit, lexicon, { previous: null, isStock: false })
      : [];
  const before = mention.before[0] === undefined ? null : reads[mention.before[0]];
  const previous: Indicator | null = before?.ranked[0]?.indicator ?? null;
  const isOther =
    role === 'change-rate' ||
    role === 'points' ||
    role === 'multiple' ||
    role === 'share' ||
    role === 'completion' ||
    (role === 'yearly-average' && quantity.unit === '%');
  return rankIndicators(mention, isOther ? '*' : quantity.unit, lexicon, {
    previous,
    isStock: role === 'change-amount',
  });
}

function named(
  ranked: Candidate[],
  subject: ReadFigure | null,
): Pick<ReadFigure, 'indicator' | 'candidates' | 'confidence'> {
  if (subject)
    return {
      indicator: subject.indicator,
      candidates: subject.candidates,
      confidence: subject.confidence,
    };
  const shares = confidencesOf(ranked.map(({ score }) => score));
  const confidence = shares[0] ?? 0;
  return {
    indicator: confidence >= leastConfidence ? (ranked[0]?.indicator.code ?? null) : null,
    candidates: ranked.slice(0, 3).flatMap(({ indicator }, place) => {
      const share = shares[place] ?? 0;
      return share >= 0.03 ? [{ indicator: indicator.code, confidence: share }] : [];
    }),
    confidence,
  };
}

/** The number before that stated the same: one indicator, one role and time, one value within what was printed. */
function repeatOf(figures: ReadFigure[], place: number): number | null {
  const figure = figures[place] as ReadFigure;
  const earlier = figures
    .slice(0, place)
    .find(
      (one) =>
        one.indicator === figure.indicator &&
        one.role === figure.role &&
        one.scope === figure.scope &&
        isSameValue(one, figure) &&
        (figure.indicator !== null ||
          (one.unit === figure.unit && figure.value.length >= 3 && one.text === figure.text)) &&
        one.sentence.start !== figure.sentence.start,
    );
  return earlier ? earlier.start : null;
}

function isSameValue(one: ReadFigure, other: ReadFigure): boolean {
  const [a, b] = [Number(one.value), Number(other.value)];
  if (a === b) return true;
  return (
    a > 1000 &&
    Math.abs(a - b) / Math.max(a, b) < 0.005 &&
    (one.qualifier !== '' || other.qualifier !== '' || one.text.length !== other.text.length)
  );
}

// What has been read of a sentence so far, and how the next thing read is added to it.
import { subjectOf, readBase } from './read-words';
import { isHead, type Base, type Kind, type Statement, type Time } from './statement';
import type { Mark } from './sentence-marks';

export type Reading = {
  statements: Statement[];
  /** Where the figures begin that 均 and 分别 speak of. */
  group: number;
  base: Base | null;
  whole: number | null;
  time: Time | null;
  extent: Statement['extent'];
  /** What a list of numbers (a、b和c) goes on with. */
  list: { kind: Kind; of: number[]; place: number; statement: Statement } | null;
  measure: Statement['measure'];
  joints: string[];
};

/** A figure, named or with its number, that changes and shares are said of. */
export function head(
  reading: Reading,
  mark: Mark,
  kind: Kind,
  words: string,
  base: Base | null,
  direction: -1 | 0 | 1 | null = null,
): Statement {
  const changed = reading.statements.at(-1);
  const isAfterChange =
    changed !== undefined &&
    !isHead(changed) &&
    changed.kind !== 'from' &&
    changed.kind !== 'target' &&
    changed.kind !== 'limit';
  if (isAfterChange || /；|其中/.test(mark.lead) || kind === 'named')
    reading.group = reading.statements.length;
  const place = reading.statements.length;
  return say(reading, mark, {
    kind,
    words: subjectOf(words),
    base,
    direction,
    measure: reading.measure,
    whole: reading.whole === place ? null : reading.whole,
  });
}

/** Adds a statement to what was read. */
export function say(
  reading: Reading,
  { start, end, number }: Mark,
  given: Partial<Statement> & { kind: Kind },
): Statement {
  const last = reading.statements.flatMap((one, place) => (isHead(one) ? [place] : [])).slice(-1);
  const statement: Statement = {
    start,
    end,
    number,
    words: '',
    measure: 'level',
    direction: null,
    base: null,
    of: last,
    shared: null,
    whole: null,
    claim: null,
    time: reading.time,
    extent: reading.extent,
    ...given,
  };
  reading.statements.push(statement);
  return statement;
}

/** Figures since the last change, semicolon or 其中. */
export function headsOf(reading: Reading): number[] {
  const places = reading.statements.flatMap((one, place) =>
    isHead(one) && place >= reading.group ? [place] : [],
  );
  return places.length > 0
    ? places
    : reading.statements.flatMap((one, place) => (isHead(one) ? [place] : [])).slice(-1);
}

export function baseOf(reading: Reading, words: string): Base | null {
  const base = readBase(words);
  if (base) reading.base = base;
  return base ?? reading.base;
}

export function openWhole(reading: Reading): void {
  const wholes = reading.statements.flatMap((one, place) =>
    one.kind === 'level' && one.whole === null ? [place] : [],
  );
  reading.whole = wholes.at(-1) ?? null;
  reading.group = reading.statements.length;
}

export function closeWhole(reading: Reading): void {
  reading.whole = null;
}

// What tests of writing on stand on: figures of years, and a text that was written of the first of them.
import { blocksOf, textOf } from '../desk/manuscript';
import { numbersOf } from '../desk/numbers';
import type { SummaryInput } from '../comparison/source';
import { readFigure } from '../figure/read';
import type { Figure } from '../figure/figure';
import { makeReportReader } from '../old-report/read-report';
import { summarise } from '../summary/summarise';
import { parsePeriodCode, type Period } from '../tree/period';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { notesOf } from './bind';
import { readSentences } from './read-sentences';
import { shiftBetween } from './shift-years';
import { writeOn } from './write-on';

const read = makeReportReader(catalogue);
const unit = '320981';

/** Figures as they are typed, by year and indicator. */
export type Years = Record<string, Record<string, string>>;

/** The summary of a year, told against the year before. */
export function inputOf(years: Years, period: string): SummaryInput {
  return {
    unit: { code: unit, name: '演示市总工会', level: 'county' },
    scope: { kind: 'year', period: parsePeriodCode(period) as Period },
    catalogue,
    reports: Object.entries(years)
      .filter(([year]) => year <= period)
      .map(([year, typed]) => ({
        unit,
        period: parsePeriodCode(year) as Period,
        submission: 1,
        standing: 'approved',
        madeUp: true,
        figures: Object.entries(typed).map(([code, text]) => figureOf(code, text)),
      })),
  };
}

function figureOf(code: string, typed: string): Figure {
  const result = readFigure(
    typed,
    catalogue.indicators.find((one) => one.code === code)!,
  );
  if (!result.ok || result.answer !== 'number') throw new Error(`${code} ${typed}`);
  const { value, shown, qualifier } = result;
  return {
    indicator: code,
    measure: 'level',
    answer: 'number',
    value,
    shown,
    qualifier,
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}

/** A text of `then` written on for `now`. */
export function writeText(
  text: string,
  years: Years,
  then: string,
  now: string,
  figures = read(text, then, unit),
) {
  const input = inputOf(years, now);
  const summary = summarise(input);
  const numbers = new Map(numbersOf(input, summary).map((number) => [number.ref, number]));
  const shift = shiftBetween(then, now)!;
  const sentences = readSentences(text, figures, {
    unit,
    shift,
    numbers,
    indicators: new Map(catalogue.indicators.map((one) => [one.code, one])),
    accepted: new Map(),
    notes: notesOf(input.reports),
  });
  const written = writeOn(sentences, shift, { numbers, generated: blocksOf(summary) });
  const shown = written.blocks.filter(({ hidden }) => !hidden);
  return {
    ...written,
    input,
    numbers,
    sources: Object.fromEntries([...numbers].map(([ref, { source }]) => [ref, source])),
    text: shown
      .map(({ opens, parts }, place) => `${opens && place > 0 ? '\n' : ''}${textOf(parts)}`)
      .join(''),
  };
}

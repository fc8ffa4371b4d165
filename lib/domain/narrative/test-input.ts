// Inputs of a made-up county from codes with their values, "CODE target" and "CODE limit" for what was set.
import type { Figure, Qualifier } from '../figure/figure';
import type { Catalogue } from '../catalogue/indicator';
import { parsePeriodCode, type Period } from '../tree/period';
import { summarise } from '../summary/summarise';
import type { SourceReport, SummaryInput } from '../comparison/source';
import { wordingOf } from './wording';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

export type Values = Record<string, string | [string, Qualifier] | null>;

/** How a figure is stated by itself, in the words it has today: a test of a sentence is not one of these words. */
export const clauseWith = (code: string, printed: string): string =>
  wordingOf(catalogue.indicators.find((indicator) => indicator.code === code)!)
    .clause.replace('|', '')
    .replace('{}', printed);

/** A county's input: reports by period code. */
export function scope(code: string, years: Record<string, Values>): SummaryInput {
  const period = parsePeriodCode(code) as Period;
  const reports = Object.entries(years).map(([year, values]): SourceReport => {
    const figures = Object.entries(values).map(([indicator, value]) => figureOf(indicator, value));
    return {
      unit: '329999',
      period: parsePeriodCode(year) as Period,
      submission: 1,
      standing: 'approved',
      madeUp: true,
      figures,
    };
  });
  return {
    unit: { code: '329999', name: '示例县总工会', level: 'county' },
    scope: { kind: period.kind, period },
    reports,
    catalogue,
  };
}

function figureOf(key: string, given: Values[string]): Figure {
  const [code = '', measure = 'level'] = key.split(' ') as [string, Figure['measure']?];
  const { unit } = catalogue.indicators.find(
    (indicator) => indicator.code === code,
  ) as Catalogue['indicators'][number];
  const [value, qualifier] = Array.isArray(given) ? given : [given, '' as const];
  const isMoney = unit === '元';
  const shown = {
    scale: isMoney ? ('万' as const) : ('none' as const),
    decimals: isMoney ? 0 : (value?.split('.')[1]?.length ?? 0),
    unit,
  };
  return {
    indicator: code,
    measure,
    answer: value === null ? 'not_available' : 'number',
    value,
    shown: value === null ? null : shown,
    qualifier,
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}

/** What the summary of an input says, paragraph by paragraph. */
export function proseOf(input: SummaryInput): string {
  return summarise(input)
    .paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(''))
    .join('\n');
}

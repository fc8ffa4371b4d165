// Golden texts: read the files in golden/ as a reader would; `npx vitest run lib/domain/narrative/golden -u` writes them anew.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import type { Figure, Qualifier } from '../figure';
import type { Catalogue } from '../indicator';
import { parsePeriodCode, type Period } from '../period';
import { summarise } from '../summarise';
import type { SourceReport, Summary, SummaryInput } from '../summary';
import { isTold } from './coverage';
import { findUnsourcedNumbers } from './verify';

const catalogue = JSON.parse(readFileSync(new URL('../../../prisma/catalogue/catalogue.json', import.meta.url), 'utf8')) as Catalogue;

describe('the five published reports', () => {
  test.each(documentScopes(catalogue).map((scope) => [scope.document, scope] as const))('%s', async (document, { input, printed }) => {
    const summary = summarise(input);
    await expect(proseOf(summary)).toMatchFileSnapshot(`./golden/${document}.md`);
    expect(printed.filter(({ key, forms }) => !isTold(summary.paragraphs, key, forms))).toEqual([]);
    expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]);
  });
});

type Values = Record<string, string | [string, Qualifier] | null>;

const before: Values = {
  JG001: '50', JG003: '18000', JG006: '2400', JG007: '900', HT004: '85.2', HT016: '84', HT005: '600', HT006: '900', HT007: '62000', FL010: '150', FL018: '120',
  BF003: '1500000', BF005: '2500', BF004: '1250000', PH009: '10', ZZ001: '800', ZZ025: '115000', ZZ026: '50000', ZZ027: '44000', RY003: '12', ZS003: '6',
};

const scaled = (factor: number): Values => Object.fromEntries(Object.entries(before).map(([code, value]) => [code, String(Math.round(Number(value) * factor * 10) / 10).replace(/\.\d+$/, (rest) => (code.startsWith('HT0') && ['HT004', 'HT016'].includes(code) ? rest : ''))]));

const situations: Record<string, SummaryInput> = {
  'all-rising': scope('2021', { '2020': before, '2021': scaled(1.08) }),
  'all-falling': scope('2021', { '2020': before, '2021': scaled(0.92) }),
  unchanged: scope('2021', { '2020': before, '2021': { ...before, ZZ025: '115200', JG003: '17950' } }),
  'base-zero': scope('2021', { '2020': { JG001: '0', BF003: '0', SX018: '0', RY003: '0', HT004: '0' }, '2021': { JG001: '12', BF003: '800000', SX018: '3', RY003: '0', HT004: '12.5' } }),
  'tiny-base': scope('2021', { '2020': { JG001: '2', ZS003: '9', RY003: '1', FL018: '3', SX018: '4' }, '2021': { JG001: '9', ZS003: '4', RY003: '2', FL018: '3', SX018: '10' } }),
  'one-year-only': scope('2021', { '2021': before }),
  'half-missing': scope('2021', {
    '2020': { JG001: '50', HT005: '600', ZZ025: '115000', BF003: null },
    '2021': { JG001: '53', JG003: null, HT005: null, HT006: '930', ZZ025: '118000', ZZ027: '45000', BF003: '1600000' },
  }),
  approximate: scope('2021', {
    '2020': { HT004: '90', HT016: '95', JG003: '18000', BF003: '2000000', SX008: '9000', FL019: ['5000', '余'] },
    '2021': { HT004: ['98', '以上'], HT016: ['90', '以上'], JG003: ['20000', '余'], BF003: ['1900000', '近'], SX008: ['10000', '约'], FL019: '4800' },
  }),
  'two-bases': scope('2021', { '2015': { ZZ025: '100000', JG001: '40', HT004: '70' }, '2020': { ZZ025: '115000', JG001: '50', HT004: '85.2' }, '2021': { ZZ025: '118000', JG001: '48', HT004: '87' } }),
  'ten-years': scope('2012..2021', Object.fromEntries(Array.from({ length: 10 }, (_, n) => [String(2012 + n), scaled(0.8 + 0.03 * n)]))),
  'years-missing': scope('2017..2021', { '2017': { JG001: '40', ZZ025: '100000' }, '2019': { JG001: '44' }, '2020': { JG001: '50', ZZ025: '98000', ZS003: '6' } }),
  'same-months-of-last-year': scope('2021-01..2021-06', { '2020-01..2020-06': { JG001: '20', BF003: '900000' }, '2021-01..2021-06': { JG001: '25', BF003: '850000' } }),
};

describe('made-up situations', () => {
  test.each(Object.entries(situations))('%s', async (name, input) => {
    const summary = summarise(input);
    await expect(proseOf(summary)).toMatchFileSnapshot(`./golden/${name}.md`);
    expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]);
  });

  test('the same data give the same text', () => {
    for (const input of Object.values(situations)) expect(summarise(structuredClone(input))).toEqual(summarise(input));
  });
});

function scope(code: string, years: Record<string, Values>): SummaryInput {
  const period = parsePeriodCode(code) as Period;
  const reports = Object.entries(years).map(([year, values]): SourceReport => {
    const figures = Object.entries(values).map(([indicator, value]) => figureOf(indicator, value));
    return { unit: '329999', period: parsePeriodCode(year) as Period, submission: 1, standing: 'approved', madeUp: true, figures };
  });
  return { unit: { code: '329999', name: '示例县总工会', level: 'county' }, scope: { kind: period.kind, period }, reports, catalogue };
}

function figureOf(code: string, given: Values[string]): Figure {
  const { unit } = catalogue.indicators.find((indicator) => indicator.code === code) as Catalogue['indicators'][number];
  const [value, qualifier] = Array.isArray(given) ? given : [given, '' as const];
  const isMoney = unit === '元';
  const shown = { scale: isMoney ? ('万' as const) : ('none' as const), decimals: isMoney ? 0 : (value?.split('.')[1]?.length ?? 0), unit };
  return {
    indicator: code, measure: 'level', answer: value === null ? 'not_available' : 'number', value, shown: value === null ? null : shown,
    qualifier, baseYear: null, asOf: null, from: null, scopeNote: null, note: null,
  };
}

function proseOf({ paragraphs }: Summary): string {
  const marks = { title: '# ', heading: '## ', body: '' };
  return `${paragraphs.map(({ kind, segments }) => marks[kind] + segments.map(({ text }) => text).join('')).join('\n\n')}\n`;
}

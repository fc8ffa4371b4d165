// Random inputs of a unit's summary.
import fc from 'fast-check';
import type { Figure, Measure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { parsePeriodCode, type Period } from '../tree/period';
import type {
  NamedSuccession,
  SourceReport,
  SummaryInput,
  SummaryStyle,
} from '../comparison/source';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

// Earlier periods per scope: the year before, base years, single years of a term with gaps, and what must not be compared.
const scopes: Record<string, string[]> = {
  '2021': ['2015', '2020'],
  '2020': ['2019', '2020-01..2020-06'],
  '2017..2021': ['2016', '2017', '2018', '2019', '2020', '2021'],
  '2019..2020': ['2019', '2020'],
  '2021-01..2021-06': ['2020-01..2020-06', '2020', '2018-01..2018-06'],
};

const count = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '0',
      '1',
      '2',
      '9',
      '10',
      '11',
      '99',
      '100',
      '200',
      '999',
      '1000',
      '9999',
      '10000',
      '12345',
      '99999',
      '123456789',
      '99999999999',
    ),
  },
  { weight: 3, arbitrary: fc.nat(30).map(String) },
  { weight: 4, arbitrary: fc.nat(200_000).map(String) },
);
const approximate: readonly Qualifier[] = ['近', '余', '多', '超', '以上', '约', '左右'];

const seed = fc.record({
  value: count,
  /** How the next period's value follows from this one: the same, close, doubled, anything. */
  follows: fc.constantFrom('same', 'close', 'double', 'far', 'far', 'far'),
  qualifier: fc.constantFrom<Qualifier>('', '', '', '', '', ...approximate),
  answer: fc.constantFrom(
    'number',
    'number',
    'number',
    'number',
    'number',
    'number',
    'number',
    'blank',
    'not_applicable',
    'not_available',
  ),
  in万: fc.boolean(),
  extra: fc.nat(40),
});
type Seed = {
  value: string;
  follows: string;
  qualifier: Qualifier;
  answer: string;
  in万: boolean;
  extra: number;
};

const style = fc.record<SummaryStyle>({
  length: fc.constantFrom('brief', 'standard', 'detailed'),
  headings: fc.constantFrom('plain', 'four', 'couplet'),
  falls: fc.constantFrom('told', 'table'),
  numbers: fc.constantFrom('as-entered', 'as-entered', '万', 'digits'),
});

const own = '329999';
const succession = fc
  .record({
    unit: fc.constantFrom(own, '1', '2'),
    into: fc.constantFrom(own, '3', '4'),
    on: fc.constantFrom(
      '2016-06-01',
      '2019-03-01',
      '2020-12-31',
      '2021-01-01',
      '2021-05-01',
      '2022-01-01',
    ),
    goesOn: fc.boolean(),
  })
  .filter(({ unit, into }) => (unit === own) !== (into === own))
  .map((one): NamedSuccession => ({
    ...one,
    unitName: nameOfUnit(one.unit),
    intoName: nameOfUnit(one.into),
  }));
const nameOfUnit = (code: string): string => (code === own ? '示例县总工会' : `第${code}产业工会`);
/** A unit gives on one day in one way, and to another once. */
const apart = (all: NamedSuccession[]): NamedSuccession[] =>
  all.filter(
    ({ unit, into, on }, at) =>
      !all
        .slice(0, at)
        .some((other) => other.on === on && (other.unit === unit || other.into === into)),
  );

/** Any input of a unit that the product can produce. */
export const inputs = fc
  .record({
    scope: fc.constantFrom(...Object.keys(scopes)),
    first: fc.nat(catalogue.indicators.length - 1),
    length: fc.integer({ min: 1, max: 14 }),
    scattered: fc.uniqueArray(fc.nat(catalogue.indicators.length - 1), { maxLength: 8 }),
    seeds: fc.array(seed, { minLength: 3, maxLength: 40 }),
    hasOwn: fc.boolean(),
    style: fc.option(style, { nil: undefined }),
    successions: fc.oneof(
      { weight: 3, arbitrary: fc.constant<NamedSuccession[]>([]) },
      fc.array(succession, { maxLength: 3 }),
    ),
  })
  .map(
    ({
      scope,
      first,
      length,
      scattered,
      seeds,
      hasOwn,
      style: chosen,
      successions,
    }): SummaryInput => {
      const period = parsePeriodCode(scope) as Period;
      const periods = [
        ...(scopes[scope] as string[]),
        ...(period.kind !== 'term' || hasOwn ? [scope] : []),
      ];
      // A row of neighbours holds chains, wholes and parts; the scattered ones are from anywhere.
      const codes = [
        ...new Set([
          ...Array.from({ length }, (_, n) => (first + n) % catalogue.indicators.length),
          ...scattered,
        ]),
      ];
      const reports = periods.map((code, at): SourceReport => {
        const figures = codes.flatMap((place, n) =>
          figuresOf(
            catalogue.indicators[place] as Indicator,
            seeds,
            n,
            at,
            // A term is not reported as of a month inside it.
            code.includes('..') ? '' : code,
            code === scope && scope === '2021',
          ),
        );
        return {
          unit: '329999',
          period: parsePeriodCode(code) as Period,
          submission: at + 1,
          standing: 'approved',
          madeUp: false,
          figures,
        };
      });
      return {
        unit: { code: '329999', name: '示例县总工会', level: 'county' },
        scope: { kind: period.kind, period },
        reports,
        catalogue,
        successions: apart(successions),
        ...(chosen ? { style: chosen } : {}),
      };
    },
  );

function figuresOf(
  indicator: Indicator,
  seeds: Seed[],
  n: number,
  at: number,
  year: string,
  isLast: boolean,
): Figure[] {
  const one = seeds[(n * 3 + at) % seeds.length] as Seed;
  const base = seeds[(n * 3) % seeds.length] as Seed;
  if (one.extra === 0) return [];
  const value = {
    same: base.value,
    close: String(Math.round(Number(base.value) * 1.003)),
    double: String(Number(base.value) * 2),
    far: one.value,
  }[one.follows] as string;
  const level = figureOf(indicator, value, one, 'level', year, isLast);
  const measures: Partial<Record<number, Measure>> = {
    1: 'net_increase',
    2: 'gross_new',
    3: 'growth',
    4: 'average_growth',
  };
  const isCompared = indicator.nature === 'stock' || indicator.nature === 'flow';
  const measure = !isCompared || one.answer !== 'number' ? undefined : measures[one.extra];
  const goals: Measure[] =
    !isCompared && indicator.nature !== 'ratio'
      ? []
      : one.extra === 5 || one.extra === 6
        ? ['target']
        : one.extra === 7
          ? ['limit']
          : [];
  const others = [...(measure ? [measure] : []), ...goals].map((kind) =>
    figureOf(
      indicator,
      kind === 'target' || kind === 'limit' ? base.value : String(Number(one.value) % 500),
      { ...one, qualifier: '' },
      kind,
      year,
      false,
    ),
  );
  return [level, ...others];
}

/** What stood in June or March, and what was done from January to February or to June. */
function placeOf(
  { nature }: Indicator,
  extra: number,
  year: string,
  isLast: boolean,
): Pick<Figure, 'asOf' | 'from'> {
  const none = { asOf: null, from: null };
  if (extra === 9 && isLast && nature === 'stock') return { ...none, asOf: '2022-03' };
  if (year === '') return none;
  if (extra === 12 && nature === 'stock') return { ...none, asOf: `${year}-06` };
  if (extra === 13 && nature === 'flow') return { from: `${year}-01`, asOf: `${year}-02` };
  if (extra === 14 && nature === 'flow') return { ...none, asOf: `${year}-06` };
  return none;
}

/** What narrows those that report it, those it is of, and the work it was done in; and what only adds. */
const scopeNotes: Partial<Record<number, string>> = {
  10: '市总工会本级',
  11: '含咨询',
  15: '一线职工',
  16: '诉调对接',
  17: '建会企业',
  18: '“两节”期间',
};

function figureOf(
  indicator: Indicator,
  raw: string,
  { qualifier, answer, in万, extra }: Seed,
  measure: Measure,
  year: string,
  isLast: boolean,
): Figure {
  const isMoney = indicator.unit === '元';
  const isGrowth = measure === 'growth' || measure === 'average_growth';
  const isRate = indicator.nature === 'ratio' || isGrowth;
  const digits = isRate
    ? String(Number(raw) % 101)
    : isMoney
      ? String(Number(`${raw}${extra % 2 ? '000' : '0'}`))
      : indicator.nature === 'rank' || indicator.nature === 'streak'
        ? String((Number(raw) % 11) + 1)
        : raw;
  // As it was typed: 1.2万 has no more decimals than it needs.
  const scale =
    isMoney || (in万 && !isRate && digits.length > 4) ? ('万' as const) : ('none' as const);
  const decimals =
    scale === '万'
      ? (/^(\d*?)(\d{4})$/.exec(digits.padStart(5, '0'))?.[2] ?? '').replace(/0+$/, '').length
      : 0;
  const isNumber = answer === 'number';
  const sign = extra === 8 && (measure === 'net_increase' || isGrowth) && digits !== '0' ? '-' : '';
  return {
    indicator: indicator.code,
    measure,
    answer: isNumber ? 'number' : (answer as Figure['answer']),
    value: isNumber ? `${sign}${digits}` : null,
    shown: isNumber ? { scale, decimals, unit: isGrowth ? '%' : indicator.unit } : null,
    qualifier: isNumber && digits !== '0' && indicator.nature !== 'rank' ? qualifier : '',
    baseYear: null,
    ...placeOf(indicator, extra, year, isLast),
    scopeNote: scopeNotes[extra] ?? null,
    note: null,
  };
}

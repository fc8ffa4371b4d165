// Random units side by side: zeros, negatives, blanks, ties, huge values, other dates and scopes, units that have not
// reported, one unit and forty.
import fc from 'fast-check';
import type { Answer, Figure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { parsePeriodCode, previousOf, type Period } from '../tree/period';
import { usualStyle, type SourceReport, type SummaryStyle } from '../comparison/source';
import type { UnitsInput } from './units-input';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const letters = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];
const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '0',
      '1',
      '2',
      '9',
      '10',
      '11',
      '100',
      '9999',
      '10000',
      '123456789',
      '99999999999',
      '-3',
    ),
  },
  { weight: 3, arbitrary: fc.nat(12).map(String) },
  { weight: 4, arbitrary: fc.nat(200_000).map(String) },
);
const seed = fc.record({
  value,
  qualifier: fc.constantFrom<Qualifier>(
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '近',
    '余',
    '超',
    '以上',
    '约',
  ),
  answer: fc.constantFrom<Answer>(
    'number',
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
  extra: fc.nat(30),
});
type Seed = { value: string; qualifier: Qualifier; answer: Answer; extra: number };

/** What a summary of units may be asked to state. */
export const anyUnits = fc
  .record({
    count: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 14 }) },
      { weight: 1, arbitrary: fc.constant(40) },
    ),
    first: fc.nat(catalogue.indicators.length - 1),
    length: fc.integer({ min: 1, max: 12 }),
    scattered: fc.uniqueArray(fc.nat(catalogue.indicators.length - 1), { maxLength: 10 }),
    seeds: fc.array(seed, { minLength: 3, maxLength: 60 }),
    /** How often the same seed comes again: ties. */
    turn: fc.constantFrom(1, 3, 7),
    absent: fc.constantFrom(0, 0, 0, 1, 2, 12),
    absentBefore: fc.constantFrom(0, 0, 1, 3, 40),
    period: fc.constantFrom('2021', '2021', '2021-01..2021-06', '2017..2021'),
    level: fc.constantFrom('county', 'city'),
    stated: fc.constantFrom<SummaryStyle['length']>('brief', 'standard', 'detailed'),
  })
  .map(
    ({
      count,
      first,
      length,
      scattered,
      seeds,
      turn,
      absent,
      absentBefore,
      period: code,
      level,
      stated,
    }): UnitsInput => {
      const period = parsePeriodCode(code) as Period;
      const units = Array.from({ length: count }, (_, at) => ({
        code: String(990001 + at),
        name: `${letters[at % 20]}${at < 20 ? '河' : '山'}${level === 'county' ? '县' : '市'}总工会`,
        nameEn: `Unit ${at}`,
        level: level as 'county' | 'city',
      }));
      const places = [
        ...new Set([
          ...Array.from({ length }, (_, n) => (first + n) % catalogue.indicators.length),
          ...scattered,
        ]),
      ];
      const reportsOf = (of: Period, there: number, shift: number) =>
        units.slice(0, Math.max(there, 0)).map((unit, at): SourceReport => {
          const figures = places.flatMap((place, n) =>
            figureOf(
              catalogue.indicators[place] as Indicator,
              seeds[(n * 5 + at * turn + shift) % seeds.length] as Seed,
            ),
          );
          return {
            unit: unit.code,
            period: of,
            submission: at + 1,
            standing: 'approved',
            madeUp: false,
            figures,
          };
        });
      const above =
        level === 'county'
          ? { code: '990000', name: '示例市总工会', level: 'city' as const }
          : { code: '980000', name: '示例省总工会', level: 'province' as const };
      return {
        above,
        period,
        units,
        reports: reportsOf(period, count - absent, 0),
        previous: reportsOf(previousOf(period), count - absentBefore, 2),
        catalogue,
        style: { ...usualStyle, length: stated },
      };
    },
  );

function figureOf(
  { code, unit, nature }: Indicator,
  { value: raw, qualifier, answer, extra }: Seed,
): Figure[] {
  if (extra === 0) return [];
  const isMoney = unit === '元';
  const size = raw.replace('-', '');
  const number =
    nature === 'ratio'
      ? String(Number(size) % 101)
      : nature === 'rank' || nature === 'streak'
        ? String((Number(size) % 9) + 1)
        : isMoney
          ? `${raw}${raw === '0' ? '' : '000'}`
          : raw;
  const isNumber = answer === 'number';
  const shown = {
    scale: isMoney ? ('万' as const) : ('none' as const),
    decimals: isMoney ? 1 : 0,
    unit,
  };
  return [
    {
      indicator: code,
      measure: 'level',
      answer,
      value: isNumber ? number : null,
      shown: isNumber ? shown : null,
      qualifier:
        isNumber && number !== '0' && !number.startsWith('-') && nature !== 'rank' ? qualifier : '',
      baseYear: null,
      asOf: extra === 1 && nature === 'stock' ? '2021-03' : null,
      from: null,
      scopeNote: extra === 2 ? '市总工会本级' : null,
      note: null,
    },
  ];
}

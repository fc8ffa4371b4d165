// Made-up reports around the published ones, so that a comparison has something to compare. Everything here is
// 演示数据 and is marked so on its report. Deterministic: the same unit and year always give the same figures.
import { createHash } from 'node:crypto';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import earlier from './earlier.json';
import typical from './typical-county.json';

const typicalYear = 2021;

/** How large a unit is against the typical county; `moves`: what went another way than usual, as a factor by indicator;
 *  `given`: values that stand, and that the others agree with. */
type Course = {
  size: number;
  moves?: Partial<Record<string, number>>;
  given?: readonly [code: string, value: string][];
};

/** Figures of a made-up yearly report: every core indicator of a county `size` times the typical one, with what
 *  earlier.json says in their place (values that agree with the changes the published reports print). */
export function madeUpFigures(
  indicators: Indicator[],
  unit: string,
  year: number,
  { size, moves = {}, given: fixed = [] }: Course,
): Figure[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const values = new Map<string, number>();
  for (const [code, value] of Object.entries(typical)) {
    const usual = scaled(byCode.get(code) as Indicator, value, unit, year, size);
    const moved = usual * (moves[code] ?? 1);
    values.set(code, code in moves ? rounded(byCode.get(code) as Indicator, moved) : usual);
  }
  const given = new Map([...earlierValues(unit, year), ...fixed]);
  for (const [code, value] of fixed) if (values.has(code)) values.set(code, Number(value));
  keepWithinLimits(values);
  agreeWithGiven(indicators, values, given);
  const codes = indicators
    .map(({ code }) => code)
    .filter((code) => values.has(code) || given.has(code));
  return codes.map((code) =>
    toFigure(byCode.get(code) as Indicator, given.get(code) ?? String(values.get(code))),
  );
}

/** Only what earlier.json gives for a unit and year: [indicator, value in base units]. */
export function earlierValues(unit: string, year: number): [string, string][] {
  return Object.entries(
    earlier.find((report) => report.unit === unit && report.period === String(year))?.values ?? {},
  ) as [string, string][];
}

/** A figure as a clerk would have typed it: counts in digits, money in 万元. */
export function toFigure(indicator: Indicator, value: string): Figure {
  const isMoney = indicator.display.moneyUnit === '万元';
  const decimals = isMoney ? decimalsOf(Number(value) / 10000) : (value.split('.')[1]?.length ?? 0);
  return {
    indicator: indicator.code,
    measure: 'level',
    answer: 'number',
    value,
    shown: { scale: isMoney ? '万' : 'none', decimals, unit: indicator.unit },
    qualifier: '',
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}

function scaled(
  indicator: Indicator,
  value: number,
  unit: string,
  year: number,
  size: number,
): number {
  const { nature, direction, code } = indicator;
  const yearly =
    direction === 'down'
      ? 0.95
      : nature === 'stock'
        ? 1.02
        : direction === 'neutral'
          ? 1.01
          : 1.045;
  const spread = nature === 'stock' ? 0.012 : 0.05;
  const ofUnit = 1 + 0.3 * (chance(code, unit) - 0.5);
  const ofYear = 1 + 2 * spread * (chance(code, unit, String(year)) - 0.5);
  const result =
    value *
    (value < 30 ? Math.sqrt(size) : size) *
    ofUnit *
    ofYear *
    yearly ** (year - typicalYear);
  return rounded(indicator, result);
}

const rounded = ({ unit }: Indicator, value: number): number =>
  unit === '元' ? Math.round(value / 1000) * 1000 : Math.round(value);

/** What the catalogue's checks demand: a part is not larger than its whole, paid not more than raised, and so on. */
function keepWithinLimits(values: Map<string, number>): void {
  for (const [part, whole, share] of limits) {
    const limit = Math.floor((values.get(whole) ?? 0) * share);
    if ((values.get(part) ?? 0) > limit) values.set(part, limit);
  }
}

/** Where a rate is given, its numerator follows from it; new unions are at least those newly formed in villages. */
function agreeWithGiven(
  indicators: Indicator[],
  values: Map<string, number>,
  given: Map<string, string>,
): void {
  const ofVillages = Number(given.get('ZZ018') ?? 0);
  if (ofVillages > 0) values.set('ZZ016', Math.max(values.get('ZZ016') ?? 0, ofVillages + 4));
  for (const { code, numerator, denominator } of indicators) {
    const whole = denominator ? values.get(denominator) : undefined;
    if (numerator && whole && given.has(code) && !ofSomeOnly.includes(code))
      values.set(numerator, Math.round((whole * Number(given.get(code))) / 100));
  }
}

/** Rates that are given of a part of those counted: of 专项技能培训, not of all who were trained. */
const ofSomeOnly = ['JF017'];

const limits: [part: string, whole: string, share: number][] = [
  ['JG007', 'JG006', 0.6],
  ['JG017', 'JG013', 0.4],
  ['SZ002', 'SZ001', 0.2],
  ['HT001', 'ZZ014', 0.95],
  ['HT002', 'HT001', 0.92],
  ['HT003', 'HT002', 0.9],
  ['HT015', 'HT002', 0.91],
  ['HT018', 'HT015', 0.95],
  ['HT006', 'HT002', 0.88],
  ['HT005', 'HT006', 0.7],
  ['HT008', 'HT005', 0.1],
  ['HT010', 'HT005', 0.1],
  ['HT022', 'HT001', 0.93],
  ['HT024', 'HT001', 0.95],
  ['HT007', 'ZZ023', 0.7],
  ['HT019', 'HT007', 0.97],
  ['FL010', 'FL009', 0.96],
  ['FL014', 'FL010', 0.86],
  ['FL032', 'FL030', 0.7],
  ['BF004', 'BF003', 0.95],
  ['JF006', 'JF004', 0.4],
  ['JF016', 'JF015', 0.75],
  ['PH005', 'PH003', 0.85],
  ['PH001', 'ZZ023', 0.4],
  ['ZZ004', 'ZZ001', 0.9],
  ['ZZ004', 'HT002', 0.98],
  ['ZZ010', 'ZZ004', 0.9],
  ['ZZ021', 'ZZ020', 0.92],
  ['ZZ024', 'ZZ023', 0.45],
  ['ZZ025', 'ZZ023', 0.93],
  ['ZZ026', 'ZZ024', 0.95],
  ['ZZ027', 'ZZ025', 0.4],
  ['ZZ028', 'ZZ025', 0.09],
  ['ZZ030', 'ZZ025', 0.05],
  ['ZZ035', 'ZZ001', 0.97],
  ['ZZ036', 'ZZ025', 0.93],
  ['ZZ038', 'ZZ037', 1],
  ['ZZ043', 'ZZ001', 0.94],
  ['ZZ044', 'ZZ001', 0.93],
  ['ZZ047', 'ZZ001', 0.66],
  ['ZS006', 'ZS005', 0.97],
  ['BF001', 'BF002', 0.92],
];

function chance(...parts: string[]): number {
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) / 0xffffffff;
}

function decimalsOf(value: number): number {
  return (value.toFixed(4).replace(/0+$/, '').split('.')[1] ?? '').length;
}

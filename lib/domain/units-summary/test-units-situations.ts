// Made-up situations of units side by side, for the golden texts and for whoever reads them back.
import type { Figure, Qualifier } from '../figure/figure';
import type { Catalogue } from '../catalogue/indicator';
import { parsePeriodCode, previousOf, type Period } from '../tree/period';
import type { SourceReport } from '../comparison/source';
import type { ExpectedUnit, UnitsInput } from './units-input';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const names = '东河 西山 南坪 北原 青湖 白石 柳溪 望岭 竹坞 云台'.split(' ');
const county = (at: number): ExpectedUnit => ({
  code: String(990001 + at),
  name: `${names[at] ?? `第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${names[Math.floor(at / 10)]}`}县总工会`,
  nameEn: `County ${at}`,
  level: 'county',
});

type Given = string | [string, Qualifier] | null | undefined;
/** One value per county and indicator; undefined: no report at all where all are. */
type Values = Record<string, Given[]>;

const ten: Values = {
  JG001: ['57', '63', '68', '42', '55', '58', '64', '48', '67', '61'],
  JG003: ['15995', '15654', '17200', '9800', '14020', '13988', '16310', '12007', '18200', '14800'],
  HT003: ['900', '850', '990', '500', '640', '700', '960', '610', '1200', '720'],
  HT002: ['1000', '1000', '1100', '780', '800', '800', '1070', '800', '1250', '900'],
  FL018: ['120', '98', '130', '60', '88', '91', '105', '77', '140', '83'],
  BF003: [
    '1600000',
    '1900000',
    '2300000',
    '900000',
    '1250000',
    '1310000',
    '1720000',
    '1110000',
    '2200000',
    '1405000',
  ],
  ZZ025: [
    '115000',
    '118000',
    '128000',
    '64000',
    '99000',
    '101500',
    '110900',
    '87000',
    '131000',
    '95500',
  ],
  RY006: ['3', '4', '4', '1', '2', '4', '3', '2', '5', '4'],
};
const grown = (values: Values, factor: number): Values =>
  Object.fromEntries(
    Object.entries(values).map(([code, row]) => [
      code,
      row.map((value) =>
        typeof value === 'string' ? String(Math.round(Number(value) * factor)) : value,
      ),
    ]),
  );
const only = (values: Values, codes: string[]): Values =>
  Object.fromEntries(codes.map((code) => [code, values[code] as Given[]]));
const without = (values: Values, places: number[]): Values =>
  Object.fromEntries(
    Object.entries(values).map(([code, row]) => [
      code,
      row.map((value, at) => (places.includes(at) ? undefined : value)),
    ]),
  );

/** Every situation by the name of its golden file. */
export const situations: Record<string, UnitsInput> = {
  'ten-counties': input('2021', 10, ten, grown(ten, 0.95)),
  'ties-in-ranks': input(
    '2021',
    10,
    {
      JG001: ['60', '60', '58', '58', '58', '40', '38', '38', '35', '30'],
      RY006: Array.from({ length: 10 }, () => '2'),
      ZZ025: ['9000', '8000', '8000', '7000', '7000', '7000', '7000', '100', '90', '80'],
    },
    {},
  ),
  'forty-counties': input(
    '2021',
    40,
    {
      JG001: Array.from({ length: 40 }, (_, n) => String(200 - n * 3)),
      ZZ025: Array.from({ length: 40 }, (_, n) => String(150000 - n * 2500)),
      HT003: Array.from({ length: 40 }, (_, n) => String(500 + n)),
      HT002: Array.from({ length: 40 }, () => '600'),
    },
    {},
  ),
  'two-missing': input('2021', 10, without(ten, [3, 7]), grown(ten, 0.95)),
  'all-zero': input(
    '2021',
    10,
    {
      JG001: Array.from({ length: 10 }, () => '0'),
      RY006: Array.from({ length: 10 }, () => '0'),
      FL018: ['0', '0', '0', '0', '3', '0', '0', '0', '0', '0'],
    },
    {},
  ),
  approximate: input(
    '2021',
    6,
    {
      JG003: [['20000', '余'], '18000', '25000', '35000', '9000', '8000'],
      HT004: [['90', '以上'], '95', '88', '85', '80.5', '79'],
      ZZ025: ['9000', ['12000', '约'], '8000', '7000', '6000', '5000'],
      JG006: [['900', '余'], '800', '700', '600', '500', '400'],
    },
    {},
  ),
  'part-year': input(
    '2021-01..2021-06',
    5,
    only(grown(ten, 0.5), ['JG001', 'ZZ025', 'BF003']),
    only(grown(ten, 0.48), ['JG001', 'ZZ025', 'BF003']),
  ),
  'two-counties': input('2021', 2, ten, grown(ten, 1.1)),
  'figures-missing': input(
    '2021',
    6,
    {
      JG001: ['57', null, '68', '42', undefined, '58'],
      ZZ025: ['115000', '118000', '128000', '64000', '99000', '101500'],
      HT004: ['90', '85', '80', '79', '70', '60'],
    },
    {},
  ),
  'some-years-new': input('2021', 6, ten, without(grown(ten, 0.9), [0])),
};

function input(code: string, count: number, values: Values, before: Values): UnitsInput {
  const period = parsePeriodCode(code) as Period;
  const units = Array.from({ length: count }, (_, at) => county(at));
  const reports = (of: Period, row: Values) =>
    units.map((unit, at): SourceReport => ({
      unit: unit.code,
      period: of,
      submission: 1,
      standing: 'approved',
      madeUp: true,
      figures: Object.entries(row).flatMap(([indicator, given]) =>
        given[at] === undefined ? [] : figureOf(indicator, given[at] as string),
      ),
    }));
  return {
    above: { code: '990000', name: '示例市总工会', level: 'city' },
    period,
    units,
    reports: reports(period, values),
    previous: reports(previousOf(period), before),
    catalogue,
  };
}

function figureOf(code: string, given: Exclude<Given, undefined>): Figure {
  const { unit } = catalogue.indicators.find(
    (indicator) => indicator.code === code,
  ) as Catalogue['indicators'][number];
  const [value, qualifier] = Array.isArray(given) ? given : [given, '' as const];
  const isMoney = unit === '元';
  const shown = {
    scale: isMoney ? ('万' as const) : ('none' as const),
    decimals: isMoney ? 1 : (value?.split('.')[1]?.length ?? 0),
    unit,
  };
  return {
    indicator: code,
    measure: 'level',
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

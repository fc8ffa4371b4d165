// Made-up situations for the golden texts and for whoever needs a small summary.
import { usualStyle, type SummaryInput } from '../comparison/source';
import { scope, type Values } from './test-input';

const before: Values = {
  JG001: '50',
  JG003: '18000',
  JG006: '2400',
  JG007: '900',
  HT004: '85.2',
  HT016: '84',
  HT005: '600',
  HT006: '900',
  HT007: '62000',
  FL010: '150',
  FL018: '120',
  BF003: '1500000',
  BF005: '2500',
  BF004: '1250000',
  PH009: '10',
  ZZ001: '800',
  ZZ025: '115000',
  ZZ026: '50000',
  ZZ027: '44000',
  RY003: '12',
  ZS003: '6',
};

const scaled = (factor: number): Values =>
  Object.fromEntries(
    Object.entries(before).map(([code, value]) => [
      code,
      String(Math.round(Number(value) * factor * 10) / 10).replace(/\.\d+$/, (rest) =>
        code.startsWith('HT0') && ['HT004', 'HT016'].includes(code) ? rest : '',
      ),
    ]),
  );

/** Every situation by the name of its golden file. */
export const situations: Record<string, SummaryInput> = {
  'all-rising': scope('2021', { '2020': before, '2021': scaled(1.08) }),
  'all-falling': scope('2021', { '2020': before, '2021': scaled(0.92) }),
  unchanged: scope('2021', {
    '2020': before,
    '2021': { ...before, ZZ025: '115200', JG003: '17950' },
  }),
  'base-zero': scope('2021', {
    '2020': { JG001: '0', BF003: '0', SX018: '0', RY003: '0', HT004: '0' },
    '2021': { JG001: '12', BF003: '800000', SX018: '3', RY003: '0', HT004: '12.5' },
  }),
  'tiny-base': scope('2021', {
    '2020': { JG001: '2', ZS003: '9', RY003: '1', FL018: '3', SX018: '4' },
    '2021': { JG001: '9', ZS003: '4', RY003: '2', FL018: '3', SX018: '10' },
  }),
  'one-year-only': scope('2021', { '2021': before }),
  'half-missing': scope('2021', {
    '2020': { JG001: '50', HT005: '600', ZZ025: '115000', BF003: null },
    '2021': {
      JG001: '53',
      JG003: null,
      HT005: null,
      HT006: '930',
      ZZ025: '118000',
      ZZ027: '45000',
      BF003: '1600000',
    },
  }),
  'not-to-be-had': scope('2021', {
    '2020': {
      JG001: '50',
      JG003: '18000',
      HT005: '600',
      HT006: '900',
      ZZ025: '115000',
      BF003: null,
    },
    '2021': {
      JG001: '53',
      JG003: null,
      HT005: null,
      HT006: null,
      HT007: null,
      ZZ025: '118000',
      BF003: null,
    },
  }),
  approximate: scope('2021', {
    '2020': {
      HT004: '90',
      HT016: '95',
      JG003: '18000',
      BF003: '2000000',
      SX008: '9000',
      FL019: ['5000', '余'],
    },
    '2021': {
      HT004: ['98', '以上'],
      HT016: ['90', '以上'],
      JG003: ['20000', '余'],
      BF003: ['1900000', '近'],
      SX008: ['10000', '约'],
      FL019: '4800',
    },
  }),
  'two-bases': scope('2021', {
    '2015': { ZZ025: '100000', JG001: '40', HT004: '70' },
    '2020': { ZZ025: '115000', JG001: '50', HT004: '85.2' },
    '2021': { ZZ025: '118000', JG001: '48', HT004: '87' },
  }),
  'ten-years': scope(
    '2012..2021',
    Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [String(2012 + n), scaled(0.8 + 0.03 * n)]),
    ),
  ),
  'years-missing': scope('2017..2021', {
    '2017': { JG001: '40', ZZ025: '100000' },
    '2019': { JG001: '44' },
    '2020': { JG001: '50', ZZ025: '98000', ZS003: '6' },
  }),
  'same-months-of-last-year': scope('2021-01..2021-06', {
    '2020-01..2020-06': { JG001: '20', BF003: '900000' },
    '2021-01..2021-06': { JG001: '25', BF003: '850000' },
  }),
  targets: scope('2021', {
    '2020': {
      JG001: '50',
      JG003: '18000',
      HT004: '85.2',
      HT016: '84',
      ZZ025: '115000',
      BF003: '1500000',
      ZS003: '6',
      SX018: '8',
    },
    '2021': {
      JG001: '54',
      'JG001 target': '50',
      JG003: '17100',
      'JG003 target': '19000',
      HT004: '88',
      'HT004 target': '90',
      HT016: '91',
      'HT016 target': '90',
      ZZ025: '120000',
      'ZZ025 target': '120000',
      BF003: ['1600000', '余'],
      'BF003 target': '1500000',
      ZS003: ['5', '近'],
      'ZS003 target': '8',
      SX018: '10',
      'SX018 target': '10',
    },
  }),
  'control-lines': scope('2021', {
    '2020': { FL018: '130', FL010: '150', HT004: '90' },
    '2021': {
      FL018: '110',
      'FL018 limit': '120',
      FL010: '160',
      'FL010 limit': '155',
      BH011: '40',
      'BH011 limit': '40',
      FL016: ['30', '余'],
      'FL016 limit': '40',
    },
  }),
  'shares-and-overlaps': scope('2021', {
    '2020': { ZZ025: '100000', ZZ027: '60000', ZZ028: '50000', RY030: '20', RY029: '8' },
    '2021': {
      ZZ025: '110000',
      ZZ027: '72600',
      ZZ028: '58000',
      RY030: '25',
      RY029: '9',
      HT005: '600',
      HT008: '120',
    },
  }),
  multiples: scope('2021', {
    '2020': {
      JG001: '50',
      JG003: '18000',
      ZZ001: '400',
      ZZ025: '60000',
      BF003: '500000',
      SX008: '3000',
      FL025: '12',
    },
    '2021': {
      JG001: '130',
      JG003: '50400',
      ZZ001: '1600',
      ZZ025: '125000',
      BF003: '1000000',
      SX008: ['9000', '余'],
      FL025: '24',
    },
  }),
  'multiples-of-a-term': scope('2012..2016', {
    '2012': { ZZ001: '400', ZZ025: '60000', SX018: '12' },
    '2014': { ZZ025: '90000' },
    '2016': { ZZ001: '800', ZZ025: '110000', SX018: '40' },
  }),
  'notes-and-couplets': {
    ...scope('2021', { '2020': before, '2021': { ...scaled(1.05), JG017: '5' } }),
    style: { ...usualStyle, headings: 'couplet' },
    notes: [
      {
        section: 'JG',
        kind: 'measures',
        text: '围绕全县重点项目建设，深入开展“建功十四五”主题竞赛。',
        by: '陈晓燕',
      },
      { section: 'JG', kind: 'highlights', text: '产改试点经验在全市推广', by: '陈晓燕' },
      {
        section: 'BF',
        kind: 'measures',
        text: '坚持“四季送”常态化；春送岗位、夏送清凉、秋送助学、冬送温暖，走访企业36家',
        by: '周磊',
      },
      { section: 'BF', kind: 'highlights', text: '联合3家医院开设职工就医绿色通道。', by: '周磊' },
      { section: 'ZZ', kind: 'highlights', text: '建成全县首个外卖行业联合工会', by: '陈晓燕' },
      { section: 'PH', kind: 'highlights', text: '县工人文化宫建成开放', by: '周磊' },
      { section: 'BH', kind: 'measures', text: '压实安全责任,开展隐患随手拍活动', by: '周磊' },
    ],
  },
  brief: {
    ...scope('2021', {
      '2015': scaled(0.7),
      '2020': before,
      '2021': { ...scaled(1.08), ...many(1.1) },
    }),
    style: { ...usualStyle, length: 'brief', headings: 'four' },
  },
  detailed: {
    ...scope('2021', {
      '2020': { ...before, BF006: '900' },
      '2021': { ...scaled(1.08), ZZ027: '50000', BF006: '1000', BF001: null, JG005: null },
    }),
    style: { ...usualStyle, length: 'detailed' },
  },
  'detailed-term': {
    ...scope(
      '2017..2021',
      Object.fromEntries(
        Array.from({ length: 5 }, (_, n) => [String(2017 + n), scaled(1 + 0.13 * n)]),
      ),
    ),
    style: { ...usualStyle, length: 'detailed', headings: 'four' },
  },
  'falls-left-to-the-table': {
    ...scope('2021', {
      '2020': before,
      '2021': { ...scaled(1.06), JG001: '41', ZZ025: '110000', HT004: '83', FL018: '90' },
    }),
    style: { ...usualStyle, falls: 'table' },
  },
  'both-zero': scope('2021', {
    '2020': { JG001: '0', BF003: '0', SX018: '0', RY003: '0' },
    '2021': { JG001: '0', BF003: '0', SX018: '0', RY003: '0' },
  }),
  'down-to-zero': scope('2021', {
    '2020': { JG001: '12', BF003: '300000', SX018: '3', ZZ025: '500' },
    '2021': { JG001: '0', BF003: '0', SX018: '0', ZZ025: '0' },
  }),
  'negative-base': scope('2021', {
    '2020': { ZS006: '-120000', ZZ025: '-5' },
    '2021': { ZS006: '80000', ZZ025: '20' },
  }),
  'huge-values': scope('2021', {
    '2020': { ZZ025: '123456789', BF003: '98765432100', JG003: '40000000' },
    '2021': { ZZ025: '130000001', BF003: '120000000000', JG003: '39999999' },
  }),
  'numbers-in-万': {
    ...scope('2021', { '2020': before, '2021': { ...scaled(1.08), SX008: ['128800', '余'] } }),
    style: { ...usualStyle, numbers: '万' },
  },
  'merged-within-the-year': {
    ...scope('2021', { '2020': before, '2021': scaled(1.3) }),
    successions: [
      {
        unit: '329998',
        unitName: '东城区总工会',
        into: '329999',
        intoName: '示例县总工会',
        on: '2021-06-01',
        goesOn: false,
      },
    ],
  },
  'two-bases-many': scope('2021', { '2015': scaled(0.7), '2020': before, '2021': scaled(1.08) }),
};

function many(factor: number): Values {
  const codes = ['JG004', 'JG005', 'JG008', 'JG009', 'JG010', 'JG011', 'JG017', 'JG019', 'JG022'];
  return Object.fromEntries(
    codes.map((code, place) => [code, String(Math.round(40 * (place + 1) * factor))]),
  );
}

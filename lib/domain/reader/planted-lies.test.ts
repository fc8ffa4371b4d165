// A reader that never finds anything proves nothing: every kind of lie that a text could tell is planted and must be
// found.
import { describe, expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import type { Figure, Measure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { situations } from '../narrative/test-situations';
import { parsePeriodCode, type Period } from '../tree/period';
import { summarise } from '../summary/summarise';
import type { Paragraph, SourceReport, SummaryInput } from '../comparison/source';
import { verifyText } from './verify/verify-text';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

type Values = Record<string, string | [string, Qualifier] | null>;
const targets = { JG001: '52', HT004: '86', ZZ027: '60000' };
const year = inputOf('2021', {
  '2015': { JG001: '40', ZZ025: '100000', HT004: '70', BF003: '1000000' },
  '2020': {
    JG001: '50',
    JG003: '18000',
    JG006: '2400',
    JG007: '900',
    HT004: '85.2',
    HT016: '84',
    HT005: '600',
    HT006: '900',
    HT007: '62000',
    PH009: '10',
    BF003: '1500000',
    BF005: '2500',
    ZZ025: '115000',
    ZZ026: '50000',
    ZZ027: '44000',
    FL019: ['5000', '余'],
    RY003: '5',
    SX018: '7',
    BH016: '5000',
    ZZ034: '90',
  },
  '2021': {
    JG001: '54',
    JG003: '19440',
    JG006: '2496',
    JG007: '972',
    HT004: '87',
    HT016: '85',
    HT005: '606',
    HT006: '963',
    HT007: '74400',
    PH009: null,
    BF003: '3000000',
    BF005: '2400',
    ZZ025: '118000',
    ZZ026: '51000',
    ZZ027: '47000',
    FL019: '4800',
    RY003: '9',
    SX018: '7',
    BH016: ['6000', '余'],
    ZZ034: ['98', '以上'],
  },
});
const term = inputOf(
  '2017..2021',
  Object.fromEntries(
    [2017, 2018, 2019, 2020, 2021].map((one, n) => [
      String(one),
      { JG001: String(40 + n), ZZ025: String(100_000 + 5000 * n), HT004: String(70 + n) },
    ]),
  ),
);
const merged: SummaryInput = {
  ...year,
  successions: [
    {
      unit: '1',
      unitName: '东区总工会',
      into: '329999',
      intoName: '示例县总工会',
      on: '2021-06-01',
      goesOn: false,
    },
    {
      unit: '329999',
      unitName: '示例县总工会',
      into: '2',
      intoName: '西区总工会',
      on: '2018-03-01',
      goesOn: true,
    },
  ],
};
const { input: jh } = documentScopes(catalogue).find(({ document }) => document === 'jh')!;
const lines = situations['control-lines']!;
const texts = {
  lines: { input: lines, paragraphs: summarise(lines).paragraphs },
  jh: { input: jh, paragraphs: summarise(jh).paragraphs },
  merged: { input: merged, paragraphs: summarise(merged).paragraphs },
  year: { input: year, paragraphs: summarise(year).paragraphs },
  term: { input: term, paragraphs: summarise(term).paragraphs },
};

describe('a text as it was written', () => {
  test.each(Object.entries(texts))('%s: nothing is found', (_, { input, paragraphs }) => {
    expect(verifyText(paragraphs, input)).toMatchObject({ lies: [], unread: [] });
    expect(verifyText(paragraphs, input, { links: false })).toMatchObject({ lies: [], unread: [] });
  });
});

describe('a planted lie is found', () => {
  const lies: [string, keyof typeof texts, RegExp, string][] = [
    ['a rise told as a fall', 'year', /比上年增长/, '比上年下降'],
    ['an increase told as a decrease', 'year', /比上年末增加/, '比上年末减少'],
    ['points told the wrong way', 'year', /比上年提高/, '比上年下降'],
    ['from-to told the wrong way', 'term', /提高到/, '降至'],
    ['a changed digit', 'year', /54场次/, '55场次'],
    ['a figure ten times as large', 'year', /19440人次/, '194400人次'],
    ['万 left out', 'year', /300万元/, '300元'],
    ['人次 told as 人', 'year', /19440人次/, '19440人'],
    ['以上 left out of a bound', 'year', /98%以上/, '98%'],
    ['以上 said of what is less', 'year', /4800人次/, '5000人次以上'],
    ['余 told as 近', 'year', /6000余人/, '近6000人'],
    ['an exact number out of an approximate one', 'year', /6000余人/, '6000人'],
    ['a changed rate', 'year', /(分别比上年(?:末)?增长)\d/, '$19'],
    ['points told as per cent', 'year', /1\.8个百分点/, '1.8%'],
    ['持平 of what is not equal', 'year', /比上年末?增加2?\d*[^，。]*[，。]/, '与上年持平。'],
    [
      '基本持平 told as 持平 and the other way',
      'year',
      /职工书屋7个，与上年末持平/,
      '职工书屋7个，比上年末增长1.0%',
    ],
    ['the numbers of a list exchanged', 'year', /(\d+\.\d%)、(\d+\.\d%)和/, '$2、$1和'],
    [
      '均 of what differs',
      'year',
      /分别比上年增长8\.0%和8\.0%|分别比上年末增长1\.0%、7\.0%和20\.0%/,
      '均比上年末增长1.0%',
    ],
    ['one number too many', 'year', /(\d+\.\d%)、(\d+\.\d%)和(\d+\.\d%)/, '$1、$2、$3和9.9%'],
    ['one number too few', 'year', /(\d+\.\d%)、(\d+\.\d%)和(\d+\.\d%)/, '$1和$2'],
    ['another base', 'year', /比2015年增长/, '比上年增长'],
    ['a base that there is none of', 'year', /比上年增长/, '比2018年增长'],
    ['a multiple', 'year', /翻一番/, '翻两番'],
    ['a target that was missed', 'year', /超额完成年度目标（52场次）/, '完成年度目标（55场次）'],
    ['a line that was passed told as kept', 'lines', /超出控制线（155件）/, '低于控制线（155件）'],
    [
      'a line that is just kept told as far from',
      'lines',
      /控制在控制线（40处）以内/,
      '低于控制线（40处）',
    ],
    ['how far from a line', 'lines', /低于控制线（120件）10件/, '低于控制线（120件）12件'],
    ['a completion', 'year', /完成率103\.8%/, '完成率113.8%'],
    ['what is no part', 'year', /，覆盖企业963家/, '，其中覆盖企业9630家'],
    ['a part beyond its whole', 'year', /其中女会员51000人/, '其中女会员151000人'],
    ['another matter', 'year', /[^，。；、\n]*54场次/, '举办法律咨询54场次'],
    ['a total of other years', 'term', /五年来，/, '2019年至2021年，'],
    ['an average growth', 'term', /年均增长4\.7%/, '年均增长20.0%'],
    ['a base of a from-to', 'term', /由2017年的70%/, '由2017年的60%'],
    ['a count', 'year', /(\d+)项上升/, '9$1项上升'],
    ['a scope left out', 'jh', /救助一线职工/, '救助职工'],
    ['a scope of another figure', 'jh', /受理职工信访/, '一线职工受理职工信访'],
    ['a merger that nobody told', 'merged', /2018年3月，[^。]*。/, ''],
    ['one of two that happened', 'merged', /2018年3月，[^；]*；/, ''],
    ['a merger told of another month', 'merged', /2021年6月/, '2021年7月'],
    ['a merger told of another unit', 'merged', /东区总工会并入/, '南区总工会并入'],
    [
      'a merger the other way round',
      'merged',
      /东区总工会并入示例县总工会/,
      '示例县总工会并入东区总工会',
    ],
    ['a part told as the whole', 'merged', /分立出/, '分立为'],
    ['a base that is as it was before', 'merged', /；2015年、上年数据/, '；上年数据'],
    ['figures of before told as comparable', 'merged', /未按可比口径调整/, '已按可比口径调整'],
    [
      'a merger that did not happen',
      'year',
      /现将/,
      '2021年6月，东区总工会并入示例县总工会；上年数据为调整前口径，增减按各期实际口径计算，未按可比口径调整。现将',
    ],
    ['an honour of this year told as won again', 'jh', /荣获全县/, '再次荣获全县'],
    ['fewer of them told as won again', 'year', /荣获全国五一劳动奖章/, '再次荣获全国五一劳动奖章'],
    [
      'an honour told as more than before',
      'jh',
      /荣获上级综合表彰双殊荣，与上年持平/,
      '荣获上级综合表彰双殊荣，比上年增加1项',
    ],
    [
      'the same told of what is more',
      'jh',
      /(完成七大群体建会入会工作)，比上年增加1个/,
      '$1，与上年相同',
    ],
    ['a number from nowhere', 'year', /现将/, '全年培训职工12345人次。现将'],
  ];

  test.each(lies)('%s', (_, of, true_, false_) => {
    const { input, paragraphs } = texts[of];
    const planted = plant(paragraphs, true_, false_);
    const { lies: found, unread } = verifyText(planted, input);
    expect(found.length + unread.length).toBeGreaterThan(0);
  });
});

/** The text with its first match replaced; the segments keep their figures, as a faulty writer would give them. */
function plant(paragraphs: Paragraph[], true_: RegExp, false_: string): Paragraph[] {
  const whole = paragraphs.findIndex(
    ({ kind, segments }) =>
      kind === 'body' && true_.test(segments.map(({ text }) => text).join('')),
  );
  expect([true_, whole >= 0]).toEqual([true_, true]);
  return paragraphs.map((paragraph, place) => {
    if (place !== whole) return paragraph;
    const text = paragraph.segments.map((segment) => segment.text).join('');
    const match = true_.exec(text) as RegExpExecArray;
    const changed = match[0].replace(true_, false_);
    let at = 0;
    // Where the change lies inside of one segment it is made there; across several the first takes it and the others
    // give.
    const segments = paragraph.segments.map((segment) => {
      const [start, end] = [at, at + segment.text.length];
      at = end;
      const [from, to] = [
        Math.max(start, match.index),
        Math.min(end, match.index + match[0].length),
      ];
      if (from >= to) return segment;
      const isLast = to === match.index + match[0].length;
      const part = changed.slice(from - match.index, isLast ? undefined : to - match.index);
      return {
        ...segment,
        text: `${segment.text.slice(0, from - start)}${part}${segment.text.slice(to - start)}`,
      };
    });
    return { ...paragraph, segments };
  });
}

function inputOf(code: string, years: Record<string, Values>): SummaryInput {
  const period = parsePeriodCode(code) as Period;
  const reports = Object.entries(years).map(([one, values]): SourceReport => {
    const goals =
      one === code
        ? Object.entries(targets).map(([indicator, value]) => figureOf(indicator, value, 'target'))
        : [];
    return {
      unit: '329999',
      period: parsePeriodCode(one) as Period,
      submission: 1,
      standing: 'approved',
      madeUp: true,
      figures: [
        ...Object.entries(values).map(([indicator, value]) => figureOf(indicator, value, 'level')),
        ...goals,
      ],
    };
  });
  return {
    unit: { code: '329999', name: '示例县总工会', level: 'county' },
    scope: { kind: period.kind, period },
    reports,
    catalogue,
  };
}

function figureOf(
  code: string,
  given: string | [string, Qualifier] | null,
  measure: Measure,
): Figure {
  const { unit } = catalogue.indicators.find((one) => one.code === code) as Indicator;
  const [value, qualifier] = Array.isArray(given) ? given : [given, '' as const];
  const shown = {
    scale: unit === '元' ? ('万' as const) : ('none' as const),
    decimals: value?.split('.')[1]?.length ?? 0,
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

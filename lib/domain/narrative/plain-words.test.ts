// Sentences that were true and stiff, and how a writer says them: each case is a fault that was read aloud.
import { expect, test } from 'vitest';
import { verifyText } from '../reader/verify/verify-text';
import { summarise } from '../summary/summarise';
import { usualStyle, type SummaryInput } from '../comparison/source';
import { proseOf, scope } from './test-input';

const year = (
  before: Parameters<typeof scope>[1][string],
  now: Parameters<typeof scope>[1][string],
) => scope('2021', { '2020': before, '2021': now });
const styled = (
  input: SummaryInput,
  style: Partial<SummaryInput['style'] & object>,
): SummaryInput => ({ ...input, style: { ...usualStyle, ...style } });

/** The same input with what the code's figures were reported as in words, in every year. */
function inWords(input: SummaryInput, code: string, text: string): SummaryInput {
  return {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) =>
        figure.indicator === code && figure.shown
          ? { ...figure, shown: { ...figure.shown, text } }
          : figure,
      ),
    })),
  };
}

const withDecimals = (input: SummaryInput): SummaryInput => ({
  ...input,
  reports: input.reports.map((report) => ({
    ...report,
    figures: report.figures.map((figure) => ({
      ...figure,
      shown: figure.shown && { ...figure.shown, decimals: 1 },
    })),
  })),
});

const term = (codes: Record<string, readonly [number, number]>) =>
  scope(
    '2017..2021',
    Object.fromEntries(
      [0, 1, 2, 3, 4].map((n) => [
        String(2017 + n),
        Object.fromEntries(
          Object.entries(codes).map(([code, [first, step]]) => [code, String(first + step * n)]),
        ),
      ]),
    ),
  );

const contracts = year(
  {},
  {
    HT005: '640',
    HT006: '930',
    HT007: '65000',
    HT008: '10',
    HT010: '6',
    HT013: '4',
    HT014: '2',
    HT017: '650',
    HT020: '683',
    HT021: '320',
  },
);

test.each<[string, SummaryInput, string, RegExp | null]>([
  [
    'one more is one more, no 7.7 %',
    year({ HT013: '13' }, { HT013: '14' }),
    '签订区域性集体合同14份，比上年增加1份。',
    /%/,
  ],
  [
    'one less of what is not praised',
    year({ RY009: '39' }, { RY009: '38' }),
    '表彰省劳动模范和先进工作者38人，比上年减少1人。',
    /%/,
  ],
  [
    'of hundreds one is not worth naming',
    year({ ZS010: '250' }, { ZS010: '251' }),
    '与上年基本持平',
    null,
  ],
  ['two are stated in per cent', year({ HT013: '13' }, { HT013: '15' }), '比上年增长15.4%', null],
  ['a rate keeps its points', year({ HT004: '85' }, { HT004: '86' }), '比上年提高1个百分点', null],
  [
    'an honour in words is won again',
    inWords(year({ RY038: '2' }, { RY038: '2' }), 'RY038', '双殊荣'),
    '再次荣获上级综合表彰双殊荣。',
    /持平/,
  ],
  [
    'a place is held again',
    inWords(year({ RY037: '1' }, { RY037: '1' }), 'RY037', '一等奖'),
    '再次荣获全县综合先进考核一等奖。',
    /持平/,
  ],
  [
    'a better place is not held again',
    inWords(year({ RY037: '2' }, { RY037: '1' }), 'RY037', '一等奖'),
    '荣获全县综合先进考核一等奖。',
    /再次/,
  ],
  [
    'counted honours are level',
    year({ RY038: '2' }, { RY038: '2' }),
    '获上级综合表彰2项，与上年持平。',
    /再次/,
  ],
  [
    'what is stated in words is the same, not level',
    inWords(year({ ZZ033: '7' }, { ZZ033: '7' }), 'ZZ033', '七大群体'),
    '完成七大群体建会入会工作，与上年末相同。',
    /持平/,
  ],
  [
    'an honour nobody won is no news',
    year({ RY003: '0', RY004: '1' }, { RY003: '0', RY004: '2' }),
    '荣获全国工人先锋号2个',
    /五一劳动奖章/,
  ],
  [
    'an honour that was lost is stated',
    year({ RY003: '1', RY004: '1' }, { RY003: '0', RY004: '2' }),
    '全国五一劳动奖章为0人，比上年减少1人',
    null,
  ],
  [
    'a name with 、 in it stands alone',
    year({}, { ZZ022: '92', ZZ034: '82.7', ZZ039: '100', ZZ048: '61.2' }),
    '乡镇（街道）、开发区总工会组建率达100%',
    /、开发区总工会组建率、|[^。；，]、乡镇（街道）、开发区总工会组建率/,
  ],
  [
    'due and paid share their subject',
    year({ ZS005: '18000000', ZS006: '17000000' }, { ZS005: '18900000', ZS006: '17850000' }),
    '工会经费应收1890万元、实收1785万元，均比上年增长5.0%',
    null,
  ],
  [
    'households and people on file',
    year({}, { BF001: '248', BF002: '332' }),
    '在档困难职工家庭248户、困难职工332人。',
    null,
  ],
  [
    'single honours of one change are stated together',
    year({ RY020: '8', RY021: '8' }, { RY020: '9', RY021: '9' }),
    '选树县级工匠9人，评选县级工匠提名奖9人，均比上年增加1人。',
    null,
  ],
  [
    'a difference in money has no 0 at its end',
    styled(withDecimals(year({ BF003: '2691000' }, { BF003: '2641000' })), { length: 'detailed' }),
    '筹集送温暖资金264.1万元，比上年减少5万元，下降1.9%。',
    null,
  ],
  ['who won stands before the number', year({}, { RY010: '3' }), '3人荣获省金锤奖', null],
  [
    'nobody gains 0.5 of a piece a year',
    term({ SX018: [27, 0.5] as const }),
    '年均增长',
    /年均净增0/,
  ],
  [
    '万 has two decimals, totals too',
    styled(term({ JG003: [19_111, 7] }), { numbers: '万' }),
    '参赛职工9.56万人次',
    null,
  ],
  [
    'a share that moved follows its whole',
    styled(year({ SZ007: '180', SZ008: '120' }, { SZ007: '175', SZ008: '131' }), {
      length: 'detailed',
      falls: 'table',
    }),
    '完成农民工学历提升131人，比上年增加11人，增长9.2%。',
    /占比/,
  ],
  [
    'of many parts none is tOLD apart',
    styled(
      year(
        { ZZ025: '1000', ZZ026: '400', ZZ027: '300', ZZ028: '50' },
        { ZZ025: '1100', ZZ026: '460', ZZ027: '320', ZZ028: '55' },
      ),
      { length: 'detailed' },
    ),
    '其中女会员460人、农民工会员320人、新业态劳动者会员55人。',
    /占比/,
  ],
  [
    'contracts in force are not contracts signed',
    contracts,
    '全年签订区域性集体合同4份、行业性集体合同2份、工资专项集体合同683份。',
    /签订(集体|女职工)|签订区域性集体合同10份|签订工资专项集体合同650份/,
  ],
  [
    'those in force stand with their date',
    contracts,
    '截至2021年底，有效集体合同640份，其中区域性集体合同10份、行业性集体合同6份。集体合同覆盖企业930家、职工65000人',
    null,
  ],
  [
    'each kind in force is called so',
    contracts,
    '有效工资专项集体合同650份，有效女职工专项集体合同320份。',
    null,
  ],
  [
    'a part with more to state has a clause of its own',
    year({}, { HT005: '640', HT008: '10', HT009: '20' }),
    '有效集体合同640份；其中有效区域性集体合同10份，覆盖企业20家。',
    null,
  ],
  [
    'people are not given as a health check',
    year({}, { PH027: '90', PH028: '800' }),
    '组织重点群体人员免费健康体检90人；为新就业形态劳动者赠送专项保险800人',
    /赠送重点群体|赠送新就业/,
  ],
])('%s', (_, input, words, never) => {
  const prose = proseOf(input);
  expect(prose).toContain(words);
  if (never) expect(prose).not.toMatch(never);
  expect(verifyText(summarise(input).paragraphs, input)).toMatchObject({ lies: [], unread: [] });
});

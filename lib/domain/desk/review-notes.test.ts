import { expect, test } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { scope } from '../narrative/test-input';
import { reviewNotes } from './review-notes';

const figures = scope('2021', {
  '2021': { JG001: '12', BF003: '1160000', ZZ022: '90', HT005: ['1461', '余'] },
}).reports[0]!.figures;
const rows = catalogue.indicators.map((indicator) => ({
  indicator,
  figure: figures.find((figure) => figure.indicator === indicator.code) ?? null,
}));

test.each([
  ['举办劳动竞赛500场次', [['contradicts', '500场次', '12场次']]],
  [
    '举办劳动竞赛12场次，筹集送温暖资金116万元',
    [
      ['agrees', '12场次', '12场次'],
      ['agrees', '116万元', '116万元'],
    ],
  ],
  [
    '工会组建率达95%，居全省第一',
    [
      ['contradicts', '95%', '90%'],
      ['claim', '全省第一', null],
    ],
  ],
  ['走访了47户人家', [['unsourced', '47户', null]]],
  ['签订集体合同1400多份', [['agrees', '1400多份', '1461余份']]],
  ['2021年启动“五个一”行动，在盐都123街区设点', []],
])('%s', (text, expected) => {
  const note = { section: 'JG', kind: 'highlights' as const, text, by: '宋佳' };
  expect(
    reviewNotes([note], rows, ['盐都123街区']).map(({ kind, text: words, figure }) => [
      kind,
      words,
      figure,
    ]),
  ).toEqual(expected);
});

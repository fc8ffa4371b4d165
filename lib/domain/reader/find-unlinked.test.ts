import { describe, expect, test } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import { findUnlinked, type Candidate } from './find-unlinked';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const figures = {
  JG001: '1695',
  JG003: '407000',
  HT005: '1461',
  HT006: '2315',
  HT007: '176000',
  BF003: '115984680',
  FL018: '262',
  ZZ022: '90',
  FL003: '8',
  PH031: '8',
};
const candidates = Object.entries(figures).map(([code, value]): Candidate => ({
  key: { unit: '1', period: '2022', indicator: code, submission: 1 },
  figure: { value, qualifier: '' },
  indicator: catalogue.indicators.find((one) => one.code === code) as Indicator,
}));

describe('findUnlinked', () => {
  test.each([
    ['全年举办各类劳动竞赛1695场次。', 'JG001'],
    ['其中参赛职工达到40.7万人次。', 'JG003'],
    ['签订集体合同1461份，覆盖企业2300多家。', 'HT005'],
    ['共有17.6万名职工受集体合同保护。', 'HT007'],
    ['筹集送温暖资金1.16亿元。', 'BF003'],
    ['全年受理职工信访262件。', 'FL018'],
    ['新建康乃馨服务站8个。', 'PH031'],
    ['建立劳动争议调解组织8个。', 'FL003'],
  ])('%s', (text, code) => {
    expect(findUnlinked(text, [], candidates)[0]?.suggestion?.indicator).toBe(code);
  });

  test.each(['举办培训8个。', '举办劳动竞赛1700场次。', '走访企业2315人。'])(
    'no suggestion for %s',
    (text) => {
      expect(findUnlinked(text, [], candidates)).toMatchObject([{ suggestion: null }]);
    },
  );

  test('a linked number and a date are left alone', () => {
    const text = '2022年举办劳动竞赛1695场次，参赛职工40.7万人次。';
    const start = text.indexOf('1695');
    expect(
      findUnlinked(text, [{ start, end: start + '1695场次'.length }], candidates),
    ).toMatchObject([{ text: '40.7万人次', start: text.indexOf('40.7') }]);
  });
});

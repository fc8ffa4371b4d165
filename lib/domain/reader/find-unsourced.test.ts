import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../comparison/source';
import { findUnsourcedNumbers } from './find-unsourced';

const figures = [{ unit: '1', period: '2021', indicator: 'JG001', submission: 1 }];
const body = (...segments: Paragraph['segments']): Paragraph[] => [{ kind: 'body', segments }];

describe('findUnsourcedNumbers', () => {
  test.each([
    '举办劳动竞赛54场次',
    '增长８.0%',
    '连续三年荣获',
    '推出服务职工十件实事',
    '近百万人次',
    '下降一半，',
    '两届运动会',
    '第2名',
    '占五成',
    '二十多家',
    '1.5倍',
    '2021年至今培训15人',
  ])('finds the number in “%s”', (text) => {
    expect(findUnsourcedNumbers(body({ text }))).toHaveLength(1);
  });

  test.each([
    '2021年，',
    '截至2021年底，',
    '截至2023年3月，',
    '2012年至2015年6月，',
    '2012—2017年，',
    '2012年1—4月，',
    '五年来，',
    '荣获全县综合先进考核一等奖',
    '入选市十大科技创新成果',
    '“十四五”规划、“五小”革新',
    '女职工“两癌”筛查',
    '全国五一劳动奖章',
  ])('lets “%s” stand', (text) => {
    expect(findUnsourcedNumbers(body({ text }))).toEqual([]);
  });

  test('a number with figures has its source, the same number beside it has none', () => {
    expect(
      findUnsourcedNumbers(body({ text: '举办劳动竞赛' }, { text: '54场次', figures })),
    ).toEqual([]);
    expect(findUnsourcedNumbers(body({ text: '54场次', figures: [] }))).toHaveLength(1);
  });

  test('headings are numbered, names may hold digits', () => {
    expect(
      findUnsourcedNumbers([{ kind: 'heading', segments: [{ text: '十二、评选表彰与荣誉' }] }]),
    ).toEqual([]);
    expect(findUnsourcedNumbers(body({ text: '7452厂工会' }), ['7452厂工会'])).toEqual([]);
  });
});

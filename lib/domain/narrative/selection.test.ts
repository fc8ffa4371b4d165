import { expect, test } from 'vitest';
import { summarise } from '../summary/summarise';
import { usualStyle, type SummaryStyle } from '../comparison/source';
import { proseOf, scope } from './test-input';

const years = {
  '2020': { JG001: '50', FL018: '100', ZZ025: '1000', ZZ026: '400' },
  '2021': { JG001: '45', FL018: '90', ZZ025: '1100', ZZ026: '462' },
};
const styled = (style: Partial<SummaryStyle>) => ({
  ...scope('2021', years),
  style: { ...usualStyle, ...style },
});
const leftOut = (style: Partial<SummaryStyle>) =>
  summarise(styled(style)).unstated.map(({ key, reason }) => [key.indicator, reason]);

test('a fall where more is better is stated, or left to the table and listed', () => {
  expect(proseOf(styled({}))).toContain('45场次，比上年下降10.0%');
  expect(leftOut({})).toEqual([]);
  expect(proseOf(styled({ falls: 'table' }))).not.toContain('45场次');
  expect(leftOut({ falls: 'table' })).toEqual([
    ['JG001', '越多越好的指标出现下降，按选定的写法列入对比表'],
  ]);
});

test('a fall where fewer is better is always stated, and the opening does not hide that there are others', () => {
  expect(proseOf(styled({ falls: 'table' }))).toContain('受理职工信访90件，比上年下降10.0%');
  expect(proseOf(styled({ falls: 'table' }))).toContain('4项指标中，2项上升，其余列入对比表');
});

test('a brief text states no parts, six matters a section and one base, and lists the rest', () => {
  expect(proseOf(styled({ length: 'brief' }))).not.toContain('女会员');
  expect(leftOut({ length: 'brief' })).toEqual([['ZZ026', '简要篇幅不述分项，列入对比表']]);
  const codes = [
    'JG001',
    'JG003',
    'JG004',
    'JG005',
    'JG006',
    'JG008',
    'JG009',
    'JG010',
    'JG011',
    'JG012',
    'JG017',
  ];
  const many = {
    ...scope('2021', {
      '2021': Object.fromEntries([...codes.map((code) => [code, '30']), ['JG017 target', '30']]),
    }),
    style: { ...usualStyle, length: 'brief' as const },
  };
  expect(summarise(many).unstated.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 5 }, () => '简要篇幅只述最重要的26项，每部分至多6项，列入对比表'),
  );
  expect(proseOf(many)).toContain('完成年度目标（30个）');
});

test('a target without what was done of it is listed', () => {
  const { unstated } = summarise(scope('2021', { '2021': { JG001: '45', 'JG003 target': '900' } }));
  expect(unstated.map(({ key, reason }) => [key.indicator, key.measure, reason])).toEqual([
    ['JG003', 'target', '只有目标或控制线，没有完成数'],
  ]);
});

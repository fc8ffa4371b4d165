import { expect, test } from 'vitest';
import { findPeriod, readPeriod } from './read-period';

test.each([
  ['2021', '2021'],
  ['2021年', '2021'],
  ['２０２１年', '2021'],
  ['二〇二一年', '2021'],
  ['二○一○年', '2010'],
  ['2021年度', '2021'],
  ['2021年末', '2021'],
  ['（2021年）', '2021'],
  [' 2021 年 ', '2021'],
  ['2021-12-31', '2021'],
  ['2012年1—4月', '2012-01..2012-04'],
  ['2012年1-12月', '2012'],
  ['2012年4月', '2012-04..2012-04'],
  ['2016—2020年', '2016..2020'],
  ['2020—2016年', null],
  ['21年', null],
  ['1204', null],
  ['2021人', null],
  ['2021年工会', null],
  ['十三五', null],
  ['2100', null],
  ['', null],
])('%s says %s', (cell, code) => {
  expect(readPeriod(cell)).toBe(code);
});

test.each([
  ['2021年工会组织基本情况', '2021'],
  ['二〇一八年全市工会', '2018'],
  ['工会2021', '2021'],
  ['2020—2021年对比表', '2020..2021', true],
  ['2020年和2021年', null],
  ['Sheet1', null],
])('the title %s is of %s', (title, code, isSpan = false) => {
  expect(findPeriod(title)).toBe(isSpan ? null : code);
});

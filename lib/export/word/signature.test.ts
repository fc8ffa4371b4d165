import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersPerLine } from './official-format';
import { titleLines, widthOf } from './prose';
import { rightIndents } from './signature';

test('the date begins two characters further in than the name, and neither comes nearer than two to the edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.constantFrom(6.5, 7, 7.5), (name, date) => {
      const right = rightIndents(name, date);
      const start = (width: number, indent: number) => charactersPerLine - indent - width;
      expect(start(date, right.date) - start(name, right.name)).toBeCloseTo(2);
      expect(Math.min(right.name, right.date)).toBe(2);
    }),
  );
});

test.each([
  ['建湖县总工会2021年工作情况对比分析', ['建湖县总工会2021年工作情况对比分析']],
  ['徐州市总工会五年工作回顾（2012—2017年）', ['徐州市总工会五年工作回顾', '（2012—2017年）']],
  [
    '黔东南苗族侗族自治州总工会2021年工作情况对比分析',
    ['黔东南苗族侗族自治州总工会', '2021年工作情况对比分析'],
  ],
])('%s is set in lines of whole words', (title, lines) => {
  expect(titleLines(title)).toEqual(lines);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
});

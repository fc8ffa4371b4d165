import { expect, test } from 'vitest';
import { proseOf, scope } from './test-situations';

test.each<[string, string, string, string, string]>([
  ['members', 'ZZ025', '60000', '110000', '年均净增12500人，年均增长16.4%'],
  ['not whole, many', 'ZZ025', '100', '167', '年均净增17人，年均增长13.7%'],
  ['not whole, few', 'ZZ001', '100', '110', '年均净增2.5个，年均增长2.4%'],
  ['fewer', 'ZZ025', '100000', '96000', '年均减少1000人，年均下降1.0%'],
  ['from under ten: no rate', 'ZZ001', '4', '24', '年均净增5个。'],
])('%s: the years are counted from the base', (_, code, first, last, said) => {
  expect(proseOf(scope('2012..2016', { '2012': { [code]: first }, '2014': { [code]: first }, '2016': { [code]: last } }))).toContain(said);
});

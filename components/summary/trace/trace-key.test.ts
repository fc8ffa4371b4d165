import { expect, test } from 'vitest';
import { ruleOf } from './trace-key';

const of = (unit: string, period: string) => ({
  key: { unit, period, indicator: 'JG001', submission: 1 },
});

test('a sum over units is not one over years', () => {
  expect(ruleOf('sum', [of('320902', '2021'), of('320903', '2021')])).toBe('sum-of-units');
  expect(ruleOf('sum', [of('320902', '2020'), of('320902', '2021')])).toBe('sum');
  expect(ruleOf('rank', [of('320902', '2021'), of('320903', '2021')])).toBe('rank');
});

import { expect, test } from 'vitest';
import { usualStyle } from '@/lib/domain/comparison/source';
import { proseOf, scope, type Values } from '@/lib/domain/narrative/test-input';

const detailed = (values: Values, period = '2021') =>
  proseOf({ ...scope(period, { [period]: values }), style: { ...usualStyle, length: 'detailed' } });

test.each<[string, Values, string]>([
  ['people', { BF031: '190', BF032: '190000' }, '平均每人1000元'],
  ['person-times', { BF009: '6324', BF010: '9989500' }, '平均每人次1580元'],
  ['households, not whole', { BF007: '23700', BF008: '32935500' }, '平均每户1390元'],
  ['much for each', { BF035: '3', BF036: '520060' }, '平均每人次17.34万元'],
])('what came to each of %s', (_, values, said) => {
  expect(detailed(values)).toContain(said);
});

test.each<[string, Values]>([
  ['of approximate people', { BF031: ['190', '余'], BF032: '190000' }],
  ['of approximate money', { BF031: '190', BF032: ['190000', '近'] }],
  ['where nobody was reached', { BF031: '0', BF032: '190000' }],
  ['where several were reached', { BF005: '2500', BF006: '900', BF004: '1250000' }],
  ['of money that was raised, not paid', { BF003: '1500000', BF005: '2500' }],
])('no average %s', (_, values) => {
  expect(detailed(values)).not.toContain('平均');
});

test('only a detailed text has it', () => {
  expect(proseOf(scope('2021', { '2021': { BF031: '190', BF032: '190000' } }))).not.toContain(
    '平均',
  );
});

import { expect, test } from 'vitest';
import { usualStyle } from '@/lib/domain/comparison/source';
import { proseOf, scope, type Values } from '@/lib/domain/narrative/test-input';

test.each<[string, Values, string]>([
  ['of one part', { ZZ025: '1000', ZZ026: '435' }, '其中女会员435人，占43.5%'],
  [
    'of two that overlap: never added up',
    { ZZ025: '1000', ZZ027: '660', ZZ028: '527' },
    '其中农民工会员660人、新业态劳动者会员527人，分别占66.0%和52.7%',
  ],
  ['of two alike', { ZZ025: '1000', ZZ027: '500', ZZ028: '500' }, '，均占50.0%'],
  ['of the whole', { ZZ025: '1000', ZZ026: '1000' }, '占100.0%'],
])('the share %s', (_, values, said) => {
  expect(proseOf(scope('2021', { '2021': values }))).toContain(said);
});

test.each<[string, Values]>([
  ['of three, which are listed', { ZZ025: '1000', ZZ026: '435', ZZ027: '500', ZZ028: '200' }],
  ['of an approximate whole', { ZZ025: ['1000', '余'], ZZ026: '435' }],
  ['of an approximate part', { ZZ025: '1000', ZZ026: ['435', '近'] }],
  ['that a rate states', { ZZ037: '171', ZZ040: '168' }],
  ['of nothing', { ZZ025: '0', ZZ026: '0' }],
])('no share %s', (_, values) => {
  expect(proseOf(scope('2021', { '2021': values }))).not.toContain('占');
});

test('a detailed text says how a share moved, and the share of what is stated in a chain', () => {
  const detailed = (years: Record<string, Values>) =>
    proseOf({ ...scope('2021', years), style: { ...usualStyle, length: 'detailed' } });
  expect(
    detailed({ '2020': { ZZ025: '1000', ZZ026: '400' }, '2021': { ZZ025: '1100', ZZ026: '462' } }),
  ).toContain('占42.0%，增加62人，增长15.5%，占比较上年末提高2个百分点');
  expect(
    detailed({ '2020': { ZZ025: '1000', ZZ026: '400' }, '2021': { ZZ025: '1100', ZZ026: '385' } }),
  ).toContain('占比较上年末下降5个百分点');
  expect(detailed({ '2021': { JG006: '2400', JG007: '900' } })).toContain(
    '采纳900条，占职工合理化建议的37.5%',
  );
});

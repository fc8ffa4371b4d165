import { expect, test } from 'vitest';
import { proseOf, scope, type Values } from '@/lib/domain/narrative/test-input';

test.each<[string, Values, string]>([
  ['within', { FL018: '110', 'FL018 limit': '120' }, '，低于控制线（120件）10件。'],
  ['on the line', { FL018: '120', 'FL018 limit': '120' }, '控制在控制线（120件）以内。'],
  ['beyond', { FL018: '132', 'FL018 limit': '120' }, '超出控制线（120件）12件'],
  [
    'nearly is within',
    { FL018: ['110', '近'], 'FL018 limit': '120' },
    '，低于控制线（120件）10件以上。',
  ],
  [
    'more than is beyond',
    { FL018: ['132', '余'], 'FL018 limit': '120' },
    '超出控制线（120件）12件以上',
  ],
  [
    'more than, below the line, is open',
    { FL018: ['110', '余'], 'FL018 limit': '120' },
    '控制线为120件',
  ],
  ['about is open', { FL018: ['110', '约'], 'FL018 limit': '120' }, '控制线为120件'],
  ['a rate', { HT004: '92', 'HT004 limit': '90' }, '超出控制线（90%）2个百分点'],
])('%s', (_, values, said) => {
  expect(proseOf(scope('2021', { '2021': values }))).toContain(said);
});

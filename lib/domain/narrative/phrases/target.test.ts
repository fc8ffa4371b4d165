import { expect, test } from 'vitest';
import { proseOf, scope, type Values } from '@/lib/domain/narrative/test-input';

type Value = Values[string];

// Labour contests (counted), a rate of agreements, and letters of complaint, of which fewer are better.
test.each<[string, string, Value, Value, string | RegExp]>([
  ['above', 'JG001', '54', '50', '超额完成年度目标（50场次），完成率108.0%'],
  ['exactly', 'JG001', '50', '50', /50场次，完成年度目标（50场次）。/],
  ['below', 'JG001', '45', '50', '完成年度目标（50场次）的90.0%'],
  ['nothing done', 'JG001', '0', '50', '完成年度目标（50场次）的0.0%'],
  ['hardly missed is not 100 %', 'JG001', '99999', '100000', '完成年度目标（100000场次）的99.9%'],
  ['hardly exceeded has no rate', 'JG001', '100001', '100000', /超额完成年度目标（100000场次）。/],
  ['more than 余 is a bound', 'JG001', ['54', '余'], '50', '完成率108.0%以上'],
  ['a bound below the target', 'JG001', ['45', '余'], '50', '完成年度目标（50场次）的90.0%以上'],
  ['nearly may lie on either side', 'JG001', ['50', '近'], '50', '年度目标为50场次'],
  ['about may lie on either side', 'JG001', ['60', '约'], '50', '年度目标为50场次'],
  ['an approximate target', 'JG001', '54', ['50', '约'], '年度目标为约50场次'],
  ['a target of nothing', 'JG001', '5', '0', '年度目标为0场次'],
  ['a rate above', 'HT004', '92', '90', '超出年度目标（90%）2个百分点'],
  ['a rate on it', 'HT004', '90', '90', '达到年度目标（90%）'],
  ['a rate below', 'HT004', '88.2', '90', '距年度目标（90%）差1.8个百分点'],
  ['a rate of at least', 'HT004', ['92', '以上'], '90', '超出年度目标（90%）2个百分点以上'],
  ['a rate of at least, below', 'HT004', ['88', '以上'], '90', '年度目标为90%'],
  [
    'fewer is better: within',
    'FL018',
    '110',
    '120',
    '控制在年度目标（120件）以内，低于年度目标10件',
  ],
  ['fewer is better: beyond', 'FL018', '130', '120', '超出年度目标（120件）10件'],
])('%s', (_, code, value, target, said) => {
  const prose = proseOf(scope('2021', { '2021': { [code]: value, [`${code} target`]: target } }));
  if (typeof said === 'string') expect(prose).toContain(said);
  else expect(prose).toMatch(said);
});

test.each([
  ['2017..2021', '届期目标'],
  ['2021-01..2021-06', '本期目标'],
])('the target of %s is called %s', (period, name) => {
  expect(proseOf(scope(period, { [period]: { JG001: '45', 'JG001 target': '50' } }))).toContain(
    `完成${name}（50场次）的90.0%`,
  );
});

test('提前 is said only where the reporter wrote it', () => {
  const input = scope('2021', { '2021': { JG001: '54', 'JG001 target': '50' } });
  expect(proseOf(input)).not.toContain('提前');
  const noted = {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) => ({ ...figure, note: '十月提前完成' })),
    })),
  };
  expect(proseOf(noted)).toContain('提前超额完成年度目标（50场次）');
});

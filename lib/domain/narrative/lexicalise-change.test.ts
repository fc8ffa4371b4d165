import { expect, test } from 'vitest';
import { proseOf, scope, type Values } from './test-input';

type Value = Values[string];

test.each<[string, string, Value, Value, string]>([
  ['a growth', 'JG001', '50', '54', '比上年增长8.0%'],
  ['nearly twice', 'JG001', '50', '99', '比上年增长98.0%'],
  ['exactly twice', 'JG001', '50', '100', '比上年翻一番'],
  ['four times', 'JG001', '50', '200', '比上年翻两番'],
  ['more than twice', 'JG001', '50', '130', '是上年的2.6倍'],
  ['a base beside a round number, no rate', 'JG001', '50', ['133', '余'], '，上年为50场次'],
  ['from under ten: an amount', 'JG001', '9', '40', '比上年增加31场次'],
  ['a decrease is no multiple', 'JG001', '130', '50', '比上年下降61.5%'],
  ['down to nothing: an amount', 'JG001', '50', '0', '比上年减少50场次'],
  ['both nothing', 'JG001', '0', '0', '与上年持平'],
  ['from nothing', 'JG001', '0', '12', '上年为0场次'],
  ['hardly anything', 'JG003', '18000', '18050', '与上年基本持平'],
  ['a rate moves in points', 'HT004', '40', '90', '比上年提高50个百分点'],
  [
    'a stock has amount and multiple',
    'ZZ025',
    '60000',
    '150000',
    '比上年末增加90000人，是上年末的2.5倍',
  ],
  ['complaints rise without praise', 'FL018', '100', '120', '比上年上升20.0%'],
])('%s', (_, code, before, now, said) => {
  expect(proseOf(scope('2021', { '2020': { [code]: before }, '2021': { [code]: now } }))).toContain(
    said,
  );
});

test('零的突破 is said only where the reporter wrote it', () => {
  const input = scope('2021', { '2020': { RY003: '0' }, '2021': { RY003: '2' } });
  expect(proseOf(input)).toContain('上年为0人。');
  const noted = {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) => ({ ...figure, note: '实现零的突破' })),
    })),
  };
  expect(proseOf(noted)).toContain('上年为0人，实现零的突破。');
});

test.each([
  ['a part of a year is stated without the full year', '2021-01..2021-06', '2020', ''],
  ['and with the same months', '2021-01..2021-06', '2020-01..2020-06', '比上年同期增长8.0%'],
])('%s', (_, period, base, said) => {
  const prose = proseOf(scope(period, { [base]: { JG001: '50' }, [period]: { JG001: '54' } }));
  if (said) expect(prose).toContain(said);
  else expect(prose).not.toMatch(/比|增长|上年/);
});

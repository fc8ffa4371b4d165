// A rate that a term's own report gives of its five years is not set against that of a single year; a stock at its end
// is.
import { expect, test } from 'vitest';
import { summarise } from '../summary/summarise';
import { proseOf, scope } from './test-input';

const term = (values: Record<string, string>) =>
  scope('2017..2021', {
    '2017..2021': values,
    '2017': { FL015: '57.4', ZZ025: '1000' },
    '2021': { FL015: '61.2', ZZ025: '1200' },
  });

test('调解成功率 of five years does not rise from that of one', () => {
  const input = term({ FL015: '89.3', ZZ025: '1200' });
  const prose = proseOf(input);
  expect(prose).toContain('89.3%');
  expect(prose).not.toMatch(/57\.4%|提高到89\.3%/);
  const { table } = summarise(input);
  const row = table.rows.find(({ indicator }) => indicator.code === 'FL015');
  expect(JSON.stringify(row ?? null)).not.toContain('31.9');
});

test('what stood at its end is stated from the year it began with', () => {
  expect(proseOf(term({ ZZ025: '1200' }))).toMatch(/1000|20%/);
});

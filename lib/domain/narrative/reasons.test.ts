// Why a figure moved: told in the office's words behind the change that was explained, and nowhere else.
import { expect, test } from 'vitest';
import type { Explained } from '../checks/explained-note';
import { proseOf, scope, type Values } from './test-input';

const why = (code: string, text: string, ofChange = true): Explained => ({
  indicators: [code],
  text,
  by: '王芳',
  isPublic: true,
  ofChange,
});
const year = (before: Values, now: Values, explained: Explained[]) => ({
  ...scope('2021', { '2020': before, '2021': now }),
  explained,
});

test('a reason follows its change', () => {
  const said = year({ BF010: '2000000' }, { BF010: '2574000' }, [
    why('BF010', '主要是增设夏季高温慰问专项资金。'),
  ]);
  expect(proseOf(said)).toContain('比上年增长28.7%，主要是增设夏季高温慰问专项资金。');
});

test('a figure with a reason stands in no list', () => {
  const said = year({ BF009: '1000', BF010: '2000000' }, { BF009: '1100', BF010: '2574000' }, [
    why('BF009', '走访职工增多'),
  ]);
  expect(proseOf(said)).toMatch(/增长10\.0%，主要是走访职工增多；.*增长28\.7%。/);
});

test('a part that the office gives a reason for says how it moved', () => {
  const members = { ZZ025: '100000', ZZ026: '40000', ZZ027: '30000', ZZ028: '5000' };
  const said = year(members, { ...members, ZZ028: '7000' }, [why('ZZ028', '开展集中入会行动')]);
  expect(proseOf(said)).toContain('7000人，增长40.0%，主要是开展集中入会行动。');
});

test('no change told, no reason; and what explains no change is none', () => {
  expect(proseOf(year({}, { BF010: '2574000' }, [why('BF010', '增设专项资金')]))).not.toMatch(
    /主要是/,
  );
  const same = year({ JG001: '50' }, { JG001: '50' }, [why('JG001', '按计划举办')]);
  expect(proseOf(same)).not.toMatch(/主要是/);
  const other = year({ JG001: '40' }, { JG001: '50' }, [why('JG001', '含线上场次', false)]);
  expect(proseOf(other)).not.toMatch(/主要是/);
});

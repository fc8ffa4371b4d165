// The whole city in one text: every number the sum of what 本级 and counties reported, and nothing added that may not
// be.
import { describe, expect, test } from 'vitest';
import type { SourceReport } from '../comparison/source';
import { clauseWith, scope, type Values } from '../narrative/test-input';
import { summarise } from '../summary/summarise';
import { parsePeriodCode, type Period } from '../tree/period';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { wholeInput } from './whole';

const above = { code: '320900', name: '盐城市总工会', level: 'city' as const };
const units = [
  ['320903', '盐都区总工会'],
  ['320925', '建湖县总工会'],
].map(([code, name]) => ({ code: code!, name: name!, nameEn: '', level: 'county' as const }));

/** Reports by unit, year and indicator. */
function whole(given: Record<string, Record<string, Values>>) {
  const reports = Object.entries(given).flatMap(([unit, years]) =>
    scope('2021', years).reports.map((report): SourceReport => ({ ...report, unit })),
  );
  const of = (isOwn: boolean, year: string) =>
    reports.filter(({ unit, period }) => (unit === above.code) === isOwn && period.code === year);
  const input = wholeInput({
    above,
    period: parsePeriodCode('2021') as Period,
    units,
    own: [...of(true, '2020'), ...of(true, '2021')],
    reports: of(false, '2021'),
    previous: of(false, '2020'),
    catalogue,
  });
  const summary = input && summarise(input);
  const said = summary?.paragraphs
    .map(({ segments }) => segments.map(({ text }) => text).join(''))
    .join('\n');
  return { summary, said };
}

const year = (value: string, ...more: [string, string][]): Values => ({
  JG001: value,
  ...Object.fromEntries(more),
});
const all = {
  '320900': { '2020': year('10'), '2021': year('20') },
  '320903': { '2020': year('30'), '2021': year('30') },
  '320925': { '2020': year('40'), '2021': year('50') },
};

describe('the whole', () => {
  test('本级 and counties are one number that names them all', () => {
    const { summary, said } = whole(all);
    expect(said).toContain('盐城市总工会2021年全市工作情况对比分析');
    expect(said).toContain('全市数据由盐城市总工会本级、盐都区、建湖县合计。');
    expect(said).toContain(`全年${clauseWith('JG001', '100场次')}，比上年增长25.0%。`);
    const sum = summary!.paragraphs
      .flatMap(({ segments }) => segments)
      .find(({ text }) => text === '100场次')!;
    expect(sum.figures!.map(({ unit }) => unit).toSorted()).toEqual(['320900', '320903', '320925']);
    expect(sum.computed!.formula).toBe('本级20场次＋盐都区30场次＋建湖县50场次');
    expect(summary!.unstated).toEqual([]);
  });

  test('who has not reported is named, and no change is stated of other units', () => {
    const { said } = whole({ ...all, '320925': { '2020': year('40') } });
    expect(said).toContain('建湖县没有报送，不在其中。');
    expect(said).toContain(`全年${clauseWith('JG001', '50场次')}。`);
  });

  test('a core figure that one of them lacks is not stated as the sum of the others', () => {
    const { said } = whole({
      ...all,
      '320925': { '2020': year('40'), '2021': { SX001: '5' } },
    });
    expect(said).not.toContain(clauseWith('JG001', ''));
    expect(said).toMatch(/劳动竞赛场次.*有单位没有数据，不计全市数。/);
  });

  test('one report alone is no whole', () => {
    expect(whole({ '320903': all['320903'] }).summary).toBeNull();
  });
});

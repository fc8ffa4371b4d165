import { describe, expect, test } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import { sayChange, sayVerb, silence } from './voice';
import { clauseOf, wordingOf } from './wording';
import table from './wording.json';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;

describe('wordings', () => {
  test('every indicator has one, with exactly one place for its number', () => {
    const faulty = indicators.filter((indicator) => {
      const { clause, short, part, text } = wordingOf(indicator);
      return [clause, short, part, text ?? '{}'].some(
        (template) => template.split('{}').length !== 2 || template.split('|').length > 2,
      );
    });
    expect(faulty.map(({ code }) => code)).toEqual([]);
  });

  test('there is none for an indicator that is not in the catalogue', () => {
    const codes = new Set(indicators.map(({ code }) => code));
    expect(Object.keys(table).filter((code) => !codes.has(code))).toEqual([]);
  });

  test.each([
    [{ name: '职工讲堂场次', verb: '举办' }, '举办|职工讲堂{}'],
    [{ name: '培训骨干人数', verb: '培训' }, '培训|骨干{}'],
    [{ name: '讲堂覆盖职工人次', verb: '覆盖' }, '讲堂覆盖职工{}'],
    [{ name: '讲师人数', verb: null }, '讲师达{}'],
    [{ name: '讲堂覆盖率', verb: null, nature: 'ratio' }, '讲堂覆盖率达{}'],
  ])('a new indicator is worded by rule: %o', (given, clause) => {
    expect(wordingOf({ code: 'XX999', nature: 'flow', ...given } as Indicator).clause).toBe(clause);
  });

  test('a noun is not said twice', () => {
    expect(clauseOf('联合{}[部门]开展检查', '8部门').after).toBe('开展检查');
    expect(clauseOf('联合{}[部门]开展检查', '8个').after).toBe('部门开展检查');
  });
});

describe('the voice', () => {
  test('says no verb three times running', () => {
    let voice = silence;
    const said = ['举办', '举办', '举办', '举办', '送', '举办'].map((verb) => {
      const next = sayVerb(voice, verb);
      voice = next.voice;
      return next.word;
    });
    expect(said).toEqual(['举办', '举办', '组织', '举办', '送', '举办']);
  });

  test('varies the words of change of a rate; beside a percentage 增长 stays', () => {
    let voice = silence;
    const say = (word: string, isRate: boolean) => {
      const next = sayChange(voice, word, isRate);
      voice = next.voice;
      return next.word;
    };
    expect([say('增长', false), say('增长', false), say('增长', false)]).toEqual([
      '增长',
      '增长',
      '增长',
    ]);
    expect([say('下降', true), say('下降', true), say('下降', true)]).toEqual([
      '下降',
      '下降',
      '回落',
    ]);
    expect([say('提高', true), say('提高', true), say('提高', true)]).toEqual([
      '提高',
      '提高',
      '上升',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readToken, tokenState, tokenText } from '../access/access-token';
import type { Indicator } from '../catalogue/indicator';
import { tokenMay } from '../access/policy';
import { judgeProposal, planProposal, typedOf } from './proposal';
import { readFigure } from '../figure/read';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;
const count = indicators.find(({ code }) => code === 'SX001')!;
const money = indicators.find(({ display, core }) => display.moneyUnit === '万元' && core)!;
const field = (indicator: Indicator) => ({ indicator, figure: null });

describe('a number in base units', () => {
  test('is typed in the unit of its field', () => {
    expect(typedOf('15000', money)).toBe('1.5');
    expect(typedOf('00015000.10', money)).toBe('1.50001');
    expect(typedOf('300', count)).toBe('300');
  });

  test('is read as the same number, whatever the indicator', () => {
    const value = fc.tuple(
      fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...indicators.filter(({ display }) => display.moneyUnit)),
        value,
        (indicator, [yuan, fen]) => {
          const sent = `${yuan}.${String(fen).padStart(2, '0')}`;
          const read = readFigure(typedOf(sent, indicator), indicator);
          expect(read).toMatchObject({
            ok: true,
            answer: 'number',
            value: sent.replace(/\.?0+$/, '') || '0',
          });
        },
      ),
    );
  });
});

describe('judgeProposal', () => {
  test('says of each figure whether it is right, and keeps the right ones with what stood there', () => {
    const stood = {
      indicator: 'SX001',
      measure: 'level' as const,
      answer: 'number' as const,
      value: '7',
      shown: null,
      qualifier: '' as const,
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: '含分会',
      revision: 4,
    };
    const { verdicts, kept } = judgeProposal(
      [
        { indicator: 'SX001', value: '8' },
        { indicator: money.code, value: '-1' },
        { indicator: 'SX001', value: '9' },
        { indicator: 'NO999', value: '1' },
        { indicator: money.code, answer: 'not_available', note: '账册遗失' },
      ],
      [{ indicator: count, figure: stood }, field(money)],
    );
    expect(verdicts.map(({ issue }) => issue?.code ?? null)).toEqual([
      null,
      'negative',
      'edited-twice',
      'not-on-form',
      'edited-twice',
    ]);
    expect(kept).toEqual([
      {
        line: 1,
        code: 'SX001',
        label: '',
        typed: '8',
        note: '含分会',
        seen: { code: 'SX001', revision: 4, unit: count.unit, typed: '7', note: '含分会' },
      },
    ]);
  });

  test.each(['1.5', '1e3', '12,5', '１２', '', '1'.repeat(19)])(
    'a count of %s is refused',
    (value) => {
      const { verdicts, kept } = judgeProposal([{ indicator: 'SX001', value }], [field(count)]);
      expect([verdicts[0]?.issue !== null, kept]).toEqual([true, []]);
    },
  );

  test('what is kept is planned against what stands later: new, same, conflict', () => {
    const { kept } = judgeProposal([{ indicator: 'SX001', value: '8' }], [field(count)]);
    const plan = (figure: Parameters<typeof planProposal>[1][number]['figure']) =>
      planProposal(kept, [{ indicator: count, figure }], new Set()).lines[0]!.kind;
    const figure = {
      indicator: 'SX001',
      measure: 'level' as const,
      answer: 'number' as const,
      value: '8',
      shown: null,
      qualifier: '' as const,
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: null,
      revision: 1,
      enteredBy: '周磊',
    };
    expect([plan(null), plan(figure), plan({ ...figure, value: '9' })]).toEqual([
      'new',
      'same',
      'conflict',
    ]);
    expect(planProposal(kept, [field(count)], new Set(['SX001']))).toMatchObject({
      edits: [],
      lines: [{ kind: 'wrong', issue: { code: 'cell-locked' } }],
    });
  });
});

describe('a token', () => {
  test('is read back from its text; nothing else is one', () => {
    const [lookup, secret] = ['0123456789abcdef', 'A'.repeat(41) + '-_'];
    expect(readToken(tokenText(lookup, secret))).toEqual({ lookup, secret });
    for (const text of [
      '',
      'gb_',
      `gb_${lookup}`,
      `gb_${lookup}_${secret}x`,
      `GB_${lookup}_${secret}`,
      `gb_${lookup.toUpperCase()}_${secret}`,
      ` gb_${lookup}_${secret}`,
      `gb_${lookup}_${secret}\n`,
    ]) {
      expect(readToken(text)).toBeNull();
    }
  });

  test.each([
    [{ revokedAt: new Date(1), expiresAt: new Date(1), isMakerEntitled: false }, 'revoked'],
    [{ revokedAt: null, expiresAt: new Date(10), isMakerEntitled: false }, 'expired'],
    [{ revokedAt: null, expiresAt: new Date(11), isMakerEntitled: false }, 'resting'],
    [{ revokedAt: null, expiresAt: new Date(11), isMakerEntitled: true }, 'valid'],
  ] as const)('%j is %s', (token, state) => {
    expect(tokenState(token, new Date(10))).toBe(state);
  });

  test('may what it was made for, at its unit and below', () => {
    for (const relation of ['own', 'child', 'below', 'beside', 'above'] as const) {
      for (const right of ['read', 'propose'] as const) {
        expect(tokenMay({ rights: ['read'] }, right, { relation })).toBe(
          right === 'read' && ['own', 'child', 'below'].includes(relation),
        );
        expect(tokenMay({ rights: [] }, right, { relation })).toBe(false);
      }
    }
  });
});

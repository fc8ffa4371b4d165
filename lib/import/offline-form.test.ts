import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import {
  fieldUnit,
  offlineText,
  planOffline,
  type CameBack,
  type HandedOut,
} from '@/lib/domain/entry/offline-form';
import { readFigure } from '@/lib/domain/figure/read';
import { writeOfflineForm } from '@/lib/export/offline-form';
import { readOfflineForm } from './read-offline-form';
import { readWorkbook } from './read-workbook';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const nothing = {
  measure: 'level' as const,
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
};

/** The figure that typing this makes. */
function figureOf(typed: string, indicator: Indicator, note: string | null = null): Figure | null {
  const read = readFigure(typed, indicator);
  if (!read.ok || read.answer === 'blank') return null;
  const number =
    read.answer === 'number' ? read : { value: null, shown: null, qualifier: '' as const };
  return {
    ...nothing,
    indicator: indicator.code,
    answer: read.answer,
    value: number.value,
    shown: number.shown,
    qualifier: number.qualifier,
    note,
  };
}

const typing = fc.oneof(
  fc.nat({ max: 999_999_999 }).map(String),
  fc
    .tuple(fc.nat({ max: 99_999 }), fc.nat({ max: 99 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
  fc.nat({ max: 10_000 }).map((number) => `${number}`.concat('.50')),
  fc
    .tuple(fc.constantFrom('近', '约', ''), fc.nat({ max: 9999 }), fc.constantFrom('', '万', '亿'))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.nat({ max: 9999 }), fc.constantFrom('余', '以上', '左右'))
    .map((parts) => parts.join('')),
  fc.constantFrom('', '0', '不适用', '无法取得', '123456789012345678'),
);
const notes = fc.oneof(
  fc.constant(null),
  fc.constantFrom('账册遗失', '=1+1', '@SUM(A1)', '含"两新"组织,<b>'),
);
const reports = fc
  .array(fc.tuple(typing, notes, typing), {
    minLength: catalogue.indicators.length,
    maxLength: catalogue.indicators.length,
  })
  .map((typed) =>
    catalogue.indicators.map((indicator, at) => {
      const figure = figureOf(typed[at]![0], indicator, typed[at]![1]);
      return {
        indicator,
        figure: figure && { ...figure, revision: 3, enteredBy: '陈晓燕' },
        previous: figureOf(typed[at]![2], indicator),
        isAsked: indicator.core,
      };
    }),
  );

const mandatory = catalogue.checks.filter(({ kind }) => kind === 'mandatory');
const made = async (rows: Parameters<typeof writeOfflineForm>[0]['rows']) =>
  readOfflineForm(
    await readWorkbook(
      '表.xlsx',
      await writeOfflineForm({
        reportId: 'r',
        submission: 2,
        unit: '建湖县总工会',
        period: '2021年',
        sections: catalogue.sections,
        rows,
        checks: mandatory,
      }),
    ),
  );

describe('a report that goes out as an offline form and comes back', () => {
  test('untouched says nothing new; into an empty report it brings the same figures', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (rows) => {
        const back = await made(rows);
        expect(back).toMatchObject({ reportId: 'r', submission: 2 });
        const untouched = planOffline(back.rows, back.handedOut, rows);
        expect(untouched.edits).toEqual([]);
        expect(untouched.lines.filter(({ kind }) => kind !== 'same')).toEqual([]);
        const empty = back.handedOut.map((cell) => ({ ...cell, typed: '', note: '', revision: 0 }));
        const { edits } = planOffline(
          back.rows,
          empty,
          rows.map(({ indicator }) => ({ indicator, figure: null })),
        );
        const brought = new Map(edits.map((edit) => [edit.indicator, edit]));
        for (const { indicator, figure } of rows) {
          const edit = brought.get(indicator.code);
          if (!figure) expect(edit).toBeUndefined();
          else if (!edit || !('typed' in edit))
            expect(edit).toMatchObject({ answer: figure.answer, note: figure.note });
          else {
            const { value, qualifier, answer } = figureOf(edit.typed, indicator)!;
            expect({ value, qualifier, answer, note: edit.details?.note ?? null }).toEqual({
              value: figure.value,
              qualifier: figure.qualifier,
              answer: figure.answer,
              note: figure.note,
            });
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

test('a workbook that was not made here is refused in words', async () => {
  expect(() =>
    readOfflineForm([{ name: '表', isHidden: false, rows: [['SX001', '1']], merges: [] }]),
  ).toThrow(new InvalidError('offline-not-our-form'));
});

describe('what would happen to a cell', () => {
  const [count, other] = catalogue.indicators.filter(({ unit }) => unit === '人') as [
    Indicator,
    Indicator,
  ];
  const standing = (typed: string, revision: number) => ({
    ...figureOf(typed, count)!,
    revision,
    enteredBy: '周磊',
  });
  const plan = (
    out: Partial<HandedOut>,
    back: Partial<CameBack>,
    figure: ReturnType<typeof standing> | null,
  ) =>
    planOffline(
      [{ line: 5, code: count.code, label: count.name, typed: '', note: '', ...back }],
      [{ code: count.code, revision: 0, unit: fieldUnit(count), typed: '', note: '', ...out }],
      [{ indicator: count, figure }],
    );

  test.each([
    ['typed where nothing stood', {}, { typed: '12' }, null, 'new', 1],
    ['typed full-width', {}, { typed: '１２', code: count.code.toLowerCase() }, null, 'new', 1],
    [
      'another number',
      { revision: 1, typed: '10' },
      { typed: '12' },
      standing('10', 1),
      'changed',
      1,
    ],
    ['emptied', { revision: 1, typed: '10' }, { typed: '' }, standing('10', 1), 'cleared', 1],
    [
      'untouched though somebody changed it',
      { revision: 1, typed: '10' },
      { typed: '10' },
      standing('11', 2),
      'same',
      0,
    ],
    ['untouched blank though somebody filled it', {}, {}, standing('11', 1), 'same', 0],
    [
      'changed by two',
      { revision: 1, typed: '10' },
      { typed: '12' },
      standing('11', 2),
      'conflict',
      0,
    ],
    ['typed by two for the first time', {}, { typed: '12' }, standing('11', 1), 'conflict', 0],
    [
      'changed by two to the same',
      { revision: 1, typed: '10' },
      { typed: '11' },
      standing('11', 2),
      'same',
      0,
    ],
    ['no number', {}, { typed: '很多' }, null, 'wrong', 0],
    ['a formula as text', {}, { typed: '=1+1' }, null, 'wrong', 0],
    ['in a unit that is no more', { unit: '万人' }, { typed: '12' }, null, 'wrong', 0],
    ['of no field', {}, { typed: '12', code: 'NO999' }, null, 'outside', 0],
    ['without code', {}, { typed: '12', code: '' }, null, 'outside', 0],
    [
      'a note alone',
      { revision: 1, typed: '10' },
      { typed: '10', note: '含两新组织' },
      standing('10', 1),
      'changed',
      1,
    ],
    ['not applicable', {}, { typed: '不适用', note: '没有园区' }, null, 'new', 1],
  ] as const)('%s', (_, out, back, figure, kind, edits) => {
    const found = plan(out, back, figure);
    expect([found.lines[0]?.kind, found.edits.length]).toEqual([kind, edits]);
  });

  test('a figure that is locked after a return is not taken, unless it says what stands', () => {
    const [row, cell] = [
      { line: 5, code: count.code, label: '', typed: '12', note: '' },
      { code: count.code, revision: 1, unit: fieldUnit(count), typed: '10', note: '' },
    ];
    const locks = new Set([count.code]);
    expect(
      planOffline([row], [cell], [{ indicator: count, figure: standing('10', 1) }], locks),
    ).toMatchObject({ lines: [{ kind: 'wrong', issue: { code: 'cell-locked' } }], edits: [] });
    expect(
      planOffline([row], [cell], [{ indicator: count, figure: standing('12', 2) }], locks),
    ).toMatchObject({ lines: [{ kind: 'same' }] });
  });

  test('the same indicator twice: the second is not taken', () => {
    const row = { line: 5, code: count.code, label: '', typed: '1', note: '' };
    const found = planOffline(
      [row, { ...row, line: 6, typed: '2' }],
      [{ code: count.code, revision: 0, unit: fieldUnit(count), typed: '', note: '' }],
      [
        { indicator: count, figure: null },
        { indicator: other, figure: null },
      ],
    );
    expect(found.lines.map(({ kind }) => kind)).toEqual(['new', 'wrong']);
    expect(found.edits).toEqual([{ indicator: count.code, revision: 0, typed: '1' }]);
  });

  test('writing it again does nothing: what stands is the same by then', () => {
    const found = plan({}, { typed: '12' }, standing('12', 1));
    expect(found).toMatchObject({
      edits: [],
      lines: [{ kind: 'same', now: offlineText(standing('12', 1), count) }],
    });
  });
});

test('a note is as long as the page lets it be, and no longer', () => {
  const indicator = catalogue.indicators[0]!;
  const origin = {
    code: indicator.code,
    revision: 0,
    unit: fieldUnit(indicator),
    typed: '',
    note: '',
  };
  const kindOf = (note: string) =>
    planOffline(
      [{ line: 1, code: indicator.code, label: '', typed: '12', note }],
      [origin],
      [{ indicator, figure: null }],
    ).lines.map(({ kind, issue }) => [kind, issue?.code]);
  expect(kindOf('长'.repeat(500))).toEqual([['new', undefined]]);
  expect(kindOf('长'.repeat(501))).toEqual([['wrong', 'text-too-long']]);
});

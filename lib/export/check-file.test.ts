// Check results as files: the same checks and sentences as on the page, one line to a check, by code.
import { expect, test } from 'vitest';
import { evaluateChecks } from '@/lib/domain/checks/checks';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { readinessOf } from '@/lib/domain/report/readiness';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { writeCheckFile, type CheckFile } from './check-file';

// Whatever may fail, fails: every figure is larger than the one before it in the catalogue, or a thousandth of it.
const values = new Map(
  catalogue.indicators.map(({ code }, at) => [code, String(at % 2 === 0 ? 1_000_000 + at : at)]),
);
const rows = catalogue.indicators.map((indicator) => ({
  indicator,
  figure: { answer: 'number' as const, value: values.get(indicator.code)!, note: null },
  previous: null,
  isAsked: true,
}));
const failing = evaluateChecks(catalogue.checks, values, null);
const verify = failing.find(({ check }) => check.kind === 'verify')!.check.code;
const at = new Date('2022-01-05T02:00:00Z');
const explanations = [
  { check: verify, text: '=两个园区工会合并，"转入"320人', by: '陈晓燕', at, outOfDate: false },
];
const file: CheckFile = {
  unit: { code: '990101', name: '柳溪县总工会' },
  period: parsePeriodCode('2021')!,
  submission: 2,
  status: 'submitted',
  madeUp: true,
  indicators: catalogue.indicators,
  readiness: readinessOf(rows, catalogue.checks, explanations, false, new Set()),
  explanations,
};
const text = (format: 'csv' | 'json') =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCheckFile(format, file).bytes);
const codes = failing.map(({ check }) => check.code).sort();

test('programs read every check that fails with its class, where it stands, its words and its explanation', () => {
  const data = JSON.parse(text('json')) as {
    counts: Record<string, number>;
    checks: {
      code: string;
      class: string;
      standing: string;
      note: string;
      sentence: string;
      indicators: string[];
      explanation: unknown;
    }[];
  };
  expect(codes.length).toBeGreaterThan(10);
  expect(data).toMatchObject({
    unit: { code: '990101' },
    period: '2021',
    submission: 2,
    status: 'submitted',
    madeUp: true,
    isReady: false,
    missing: [],
    unreasoned: [],
  });
  expect(data.checks.map(({ code }) => code)).toEqual(codes);
  expect(Object.values(data.counts).reduce((one, other) => one + other)).toBe(codes.length);
  for (const one of data.checks) {
    const { check, cells } = failing.find((result) => result.check.code === one.code)!;
    expect(one).toMatchObject({ class: check.kind, note: check.note, indicators: cells });
    expect(one.standing).toBe(
      one.code === verify
        ? 'explained'
        : { mandatory: 'failing', quasi: 'failing', verify: 'unexplained', hint: 'hint' }[
            check.kind
          ],
    );
    expect(one.sentence).toMatch(/应(不大于|不小于|等于)|就要填/);
    expect(one.explanation).toEqual(
      one.code === verify
        ? { text: explanations[0]!.text, by: '陈晓燕', at: at.toISOString(), outOfDate: false }
        : null,
    );
  }
});

test('the table says the same, in Chinese, and no cell is a formula', () => {
  const csv = text('csv');
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeff编号,类别,处理情况,审核内容,数据,有关指标,审核说明,说明人,说明时间');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(codes);
  const explained = lines.find((line) => line.startsWith(`${verify},`))!;
  expect(explained).toContain('核实性,已说明,');
  expect(explained).toContain(`"'=两个园区工会合并，""转入""320人",陈晓燕,${at.toISOString()}`);
  expect(writeCheckFile('csv', file).name).toBe('柳溪县总工会2021年审核结果.csv');
});

test('nothing fails: the heads alone', () => {
  const good = {
    ...file,
    explanations: [],
    readiness: readinessOf([], catalogue.checks, [], false, new Set()),
  };
  expect(
    new TextDecoder().decode(writeCheckFile('csv', good).bytes).trimEnd().split('\r\n'),
  ).toHaveLength(1);
  expect(JSON.parse(new TextDecoder().decode(writeCheckFile('json', good).bytes))).toMatchObject({
    isReady: true,
    checks: [],
    counts: { mandatory: 0, hint: 0 },
  });
});

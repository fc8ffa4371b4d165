import { describe, expect, test } from 'vitest';
import type { Action } from '../access/policy';
import type { ReportStatus } from './report';
import { presentPeriods, tasksOf, type TaskFacts, type TaskReport } from './tasks';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const period = (code: string, dueAt: string) => ({
  code,
  opensAt: day('2022-01-01'),
  dueAt: day(dueAt),
  lateUntil: day('2022-02-20'),
  closesAt: day('2022-03-01'),
});
const year = period('2021', '2022-02-01');
const report = (
  unit: string,
  status: ReportStatus,
  allowed: Action[] = [],
  isLate = false,
): TaskReport => ({
  id: `${unit}-2021`,
  unit: { code: unit },
  period: year,
  status,
  filled: 3,
  expected: 10,
  isLate,
  allowed,
  examined: null,
});
const facts = (reports: TaskReport[], more: Partial<TaskFacts> = {}): TaskFacts => ({
  unit: '01',
  reports,
  waivers: 0,
  extensions: 0,
  proposals: new Map(),
  ...more,
});
const kinds = (given: TaskFacts) => tasksOf(given).map(({ kind }) => kind);

describe('what waits for a person', () => {
  test.each<[string, TaskReport, string[]]>([
    ['a draft', report('01', 'filling', ['report.fill']), ['fill']],
    ['one that came back', report('01', 'returned', ['report.fill']), ['correct']],
    ['one to sign', report('01', 'awaiting-signature', ['report.sign']), ['sign']],
    ['one that somebody else signs', report('01', 'awaiting-signature'), []],
    ['one that is approved', report('01', 'approved', ['report.read']), []],
  ])('own report, %s', (_, own, expected) => {
    expect(kinds(facts([own]))).toEqual(expected);
  });

  test('what an examiner has passed waits for who approves, and no longer for examiners', () => {
    const passed = (...allowed: Action[]) => ({
      ...report('0101', 'submitted', allowed),
      examined: { by: '林晓枫' },
    });
    expect(kinds(facts([passed('report.review')]))).toEqual([]);
    expect(kinds(facts([passed('report.review', 'report.approve')]))).toEqual(['review']);
  });

  test('a reviewer reads what was handed in, answers what was asked, and chases the rest', () => {
    const given = facts(
      [
        report('01', 'filling'),
        report('0101', 'submitted', ['report.review'], true),
        report('0102', 'submitted', ['report.review']),
        report('0103', 'returned', ['report.remind'], true),
        report('0104', 'not-started', ['report.remind']),
        report('0105', 'approved', ['report.remind']),
        report('0106', 'filling'),
      ],
      { waivers: 2, extensions: 1 },
    );
    expect(tasksOf(given)).toEqual([
      { kind: 'review', period: '2021', count: 2, late: 1 },
      { kind: 'extensions', count: 1 },
      { kind: 'waivers', count: 2 },
      { kind: 'chase', period: '2021', count: 2, overdue: 1 },
    ]);
  });

  test('proposals of other systems wait beside the draft they were made for', () => {
    const own = report('01', 'filling', ['report.fill']);
    expect(kinds(facts([own], { proposals: new Map([[own.id, 1]]) }))).toEqual([
      'fill',
      'proposals',
    ]);
  });
});

test('present are the periods that somebody works in, the nearest deadline first', () => {
  const now = day('2022-01-10');
  const [later, sooner] = [period('2021', '2022-02-01'), period('2021-H2', '2022-01-15')];
  const closed = {
    ...period('2020', '2021-02-01'),
    closesAt: day('2021-03-01'),
    lateUntil: day('2021-02-20'),
  };
  expect(presentPeriods([later, sooner, closed], now)).toEqual([sooner, later]);
  expect(presentPeriods([closed], now)).toEqual([closed]);
});

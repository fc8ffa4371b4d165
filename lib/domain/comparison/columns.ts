// Columns of the comparison table: the narrated period first and what it is compared with after it; a term shows its
// years in order, then its own report, or the total of its years.
import { labelOf, yearsOf } from '../tree/period';
import { inTime, reportsOf } from './base';
import type { ComparisonTable } from './comparison-table';
import type { Prepared } from './prepare';
import type { PreparedReport } from './sourced';

export type TableColumn = ComparisonTable['columns'][number] & { reports: PreparedReport[] };

/** The columns of an input, with the reports their cells come from. */
export function columnsOf(input: Prepared): TableColumn[] {
  return input.scope.kind === 'term' ? termColumns(input) : periodColumns(input);
}

function periodColumns(input: Prepared): TableColumn[] {
  const { target, bases } = reportsOf(input);
  const current = target ? [columnOf(target, 'current')] : [];
  return [...current, ...bases.map((report) => columnOf(report, 'base'))];
}

function termColumns({ scope, reports }: Prepared): TableColumn[] {
  const target = reports.find(({ period }) => period.code === scope.period.code);
  const years = reports
    .filter(({ period }) => period.kind === 'year' && period.from <= scope.period.to)
    .sort(inTime);
  const columns = years.map((report, place) =>
    columnOf(report, place === 0 && years.length > 1 ? 'base' : 'year'),
  );
  if (target) return [...columns, columnOf(target, 'current')];
  const inside = years.filter(({ period }) => period.from >= scope.period.from);
  const isComplete = inside.length === yearsOf(scope.period).length;
  return isComplete
    ? [...columns, { period: scope.period.code, label: '合计', role: 'total', reports: inside }]
    : columns;
}

function columnOf(report: PreparedReport, role: TableColumn['role']): TableColumn {
  return {
    period: report.period.code,
    label: labelOf(report.period, 'zh-CN'),
    role,
    reports: [report],
  };
}

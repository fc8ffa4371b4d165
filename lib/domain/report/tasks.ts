// What waits for a person, most urgent first. A page of tasks, a reminder and a digest say the same ones.
import type { Action } from '../access/policy';
import { phaseOf, type Deadlines, type ReportStatus } from './report';

/** A report as far as tasks need it. */
export type TaskReport = {
  id: string;
  unit: { code: string };
  period: { code: string } & Deadlines;
  status: ReportStatus;
  filled: number;
  expected: number;
  isLate: boolean;
  allowed: readonly Action[];
  /** Its preliminary review (初审) is passed. */
  examined: object | null;
};

/** Whether it waits for this viewer's review: what an examiner has passed waits for who may approve. */
export const isToBeReviewed = ({
  allowed,
  examined,
}: Pick<TaskReport, 'allowed' | 'examined'>): boolean =>
  allowed.includes('report.review') && (examined === null || allowed.includes('report.approve'));

/** One thing to do. `report`: the only report it is about; `period`: of those that are about several. */
export type Task =
  | { kind: 'sign' | 'correct' | 'fill'; report: TaskReport }
  | { kind: 'proposals'; report: TaskReport; count: number }
  | { kind: 'review'; period: string; count: number; late: number }
  | { kind: 'chase'; period: string; count: number; overdue: number }
  | { kind: 'waivers' | 'extensions'; count: number };

export type TaskFacts = {
  /** The viewer's unit. */
  unit: string;
  /** Reports of the periods that take figures or are reviewed now, the nearest deadline first. */
  reports: readonly TaskReport[];
  waivers: number;
  extensions: number;
  /** Proposals of other systems, by report. */
  proposals: ReadonlyMap<string, number>;
};

/** Everything that waits for the viewer: first what only he can do, then what others wait for, then whom to chase. */
export function tasksOf({ unit, reports, waivers, extensions, proposals }: TaskFacts): Task[] {
  const own = reports.filter((report) => report.unit.code === unit);
  const below = reports.filter((report) => report.unit.code !== unit);
  const periods = [...new Set(reports.map(({ period }) => period.code))];
  return [
    ...own.flatMap(ownTask),
    ...own.flatMap((report): Task[] => {
      const count = proposals.get(report.id) ?? 0;
      return count > 0 ? [{ kind: 'proposals', report, count }] : [];
    }),
    ...periods.flatMap((period) => reviewTask(reports, period)),
    ...(extensions > 0 ? [{ kind: 'extensions' as const, count: extensions }] : []),
    ...(waivers > 0 ? [{ kind: 'waivers' as const, count: waivers }] : []),
    ...periods.flatMap((period) => chaseTask(below, period)),
  ];
}

function ownTask(report: TaskReport): Task[] {
  if (report.allowed.includes('report.sign')) return [{ kind: 'sign', report }];
  if (!report.allowed.includes('report.fill')) return [];
  return [{ kind: report.status === 'returned' ? 'correct' : 'fill', report }];
}

function reviewTask(reports: readonly TaskReport[], code: string): Task[] {
  const waiting = reports.filter((report) => report.period.code === code && isToBeReviewed(report));
  if (waiting.length === 0) return [];
  const late = waiting.filter(({ isLate }) => isLate).length;
  return [{ kind: 'review', period: code, count: waiting.length, late }];
}

/** Who has not handed in, of those the viewer may ask. */
function chaseTask(below: readonly TaskReport[], code: string): Task[] {
  const owing = below.filter(
    ({ period, status, allowed }) =>
      period.code === code &&
      allowed.includes('report.remind') &&
      status !== 'submitted' &&
      status !== 'approved',
  );
  if (owing.length === 0) return [];
  const overdue = owing.filter(({ isLate }) => isLate).length;
  return [{ kind: 'chase', period: code, count: owing.length, overdue }];
}

/** The periods that somebody works in now, the nearest deadline first; where there is none, the newest. */
export function presentPeriods<P extends Deadlines>(periods: readonly P[], now: Date): P[] {
  const present = periods.filter((period) =>
    ['open', 'late', 'reviewing'].includes(phaseOf(period, now)),
  );
  return present.length > 0
    ? present.toSorted((a, b) => Number(a.dueAt) - Number(b.dueAt))
    : periods.slice(0, 1);
}

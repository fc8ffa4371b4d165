import type { Period } from '@/lib/domain/tree/period';
import type { Action } from '@/lib/domain/access/policy';
import type { Deadlines, ReportStatus } from '@/lib/domain/report/report';

/** A report as lists draw it. */
export type ReportRow = {
  id: string;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  period: Period & Deadlines;
  status: ReportStatus;
  submission: number;
  filled: number;
  expected: number;
  madeUp: boolean;
  decidedAt: Date | null;
  isLate: boolean;
  allowed: Action[];
};

/** Whether lateness is still worth saying: what has been handed in is not chased. */
export function isOverdue({ isLate, status }: Pick<ReportRow, 'isLate' | 'status'>): boolean {
  return isLate && status !== 'approved' && status !== 'submitted';
}

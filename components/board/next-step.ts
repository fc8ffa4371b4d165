import type { Action } from '@/lib/domain/access/policy';
import type { ReportStatus } from '@/lib/domain/report/report';
import { paths } from '@/lib/paths';

export type NextStep = {
  key: 'fill' | 'continue' | 'correct' | 'check' | 'sign' | 'review' | 'read';
  href: string;
};

/** What this viewer is to do with a report now, as one step. */
export function nextStep(report: {
  id: string;
  status: ReportStatus;
  allowed: readonly Action[];
}): NextStep | null {
  const { id, status, allowed } = report;
  if (allowed.includes('report.sign')) return { key: 'sign', href: paths.check(id) };
  if (allowed.includes('report.review')) return { key: 'review', href: paths.review(id) };
  if (allowed.includes('report.fill'))
    return { key: fillKeys[status] ?? 'continue', href: paths.report(id) };
  return allowed.includes('report.read') ? { key: 'read', href: paths.report(id) } : null;
}

const fillKeys: Partial<Record<ReportStatus, NextStep['key']>> = {
  'not-started': 'fill',
  returned: 'correct',
};

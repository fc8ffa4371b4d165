import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { recordExport } from '@/lib/data/report/exports';
import { findForm } from '@/lib/data/figures/form';
import { labelOf } from '@/lib/domain/tree/period';
import { downloadOf } from '@/lib/download';
import { fileName } from '@/lib/export/file-name';
import { writeOfflineForm } from '@/lib/export/offline-form';

type Context = { params: Promise<{ reportId: string }> };

/** The offline form of a report, for whoever may fill it in now. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [viewer, { reportId }] = await Promise.all([requireViewer(), params]);
  const form = await findForm(viewer, reportId);
  if (!form?.report.allowed.includes('report.fill')) notFound();
  const { report, submission, sections, rows, checks, waived } = form;
  const period = labelOf(report.period, 'zh-CN');
  const bytes = await writeOfflineForm({
    reportId: report.id,
    submission: submission.number,
    unit: report.unit.name,
    period,
    sections,
    rows,
    checks: checks.filter(({ kind, code }) => kind === 'mandatory' && !waived.has(code)),
  });
  await recordExport(viewer, {
    kind: 'report',
    unit: report.unit.code,
    period: report.period.code,
    format: 'offline',
  });
  return downloadOf({
    name: fileName(`${report.unit.name}${period}离线填报表`, 'xlsx'),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  });
}

import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { findCover } from '@/lib/data/covers';
import { recordExport } from '@/lib/data/exports';
import { findForm } from '@/lib/data/form';
import { findOrigins } from '@/lib/data/origins';
import { labelOf } from '@/lib/domain/period';
import { downloadOf } from '@/lib/download';
import { reportFormats, writeReportFile } from '@/lib/export/report-file';

type Context = { params: Promise<{ reportId: string; format: string }> };

/** A report, or one of its submissions, as Excel, CSV or JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, { reportId, format: name }] = await Promise.all([requireViewer(), params]);
  const format = reportFormats.find((known) => known.address === name);
  const wanted = new URL(request.url).searchParams.get('submission');
  const number = wanted === null ? undefined : Number(wanted);
  const form = format && (number === undefined || Number.isInteger(number)) ? await findForm(viewer, reportId, number) : null;
  if (!form || !format) notFound();
  const { report, submission, sections, rows, previousPeriod } = form;
  const keys = rows.flatMap(({ indicator, figure, previous }) => [
    ...(figure ? [{ unit: report.unit.code, period: report.period.code, indicator: indicator.code, submission: submission.number }] : []),
    ...(previous && previousPeriod ? [{ unit: report.unit.code, period: previousPeriod.code, indicator: indicator.code, submission: previousPeriod.submission }] : []),
  ]);
  const file = await writeReportFile(format.kind, {
    table: { unit: report.unit, period: report.period, submission: submission.number, previousSubmission: previousPeriod?.submission ?? null, madeUp: report.madeUp, sections, rows },
    origins: await findOrigins(viewer, keys),
    title: `${report.unit.name}${labelOf(report.period, 'zh-CN')}工作报表`,
    status: report.status,
    signedBy: submission.signedBy,
    approvedBy: submission.review?.decision === 'approved' ? submission.review.by : null,
    fingerprint: (await findCover(viewer, reportId, submission.number))?.fingerprint ?? null,
  });
  await recordExport(viewer, { kind: 'report', unit: report.unit.code, period: report.period.code, format: format.kind });
  return downloadOf(file);
}

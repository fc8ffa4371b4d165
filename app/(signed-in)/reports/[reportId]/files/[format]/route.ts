import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import type { Viewer } from '@/lib/data/database/access';
import { findCover } from '@/lib/data/submission/covers';
import { recordExport } from '@/lib/data/report/exports';
import { findForm, type FormView } from '@/lib/data/figures/form';
import { findOrigins } from '@/lib/data/figures/origins';
import { labelOf } from '@/lib/domain/tree/period';
import { readinessOf } from '@/lib/domain/report/readiness';
import { downloadOf } from '@/lib/download';
import { checkFormats, writeCheckFile } from '@/lib/export/check-file';
import { reportFormats, writeReportFile } from '@/lib/export/report-file';
import { answerAltered } from '@/lib/answer-altered';

type Context = { params: Promise<{ reportId: string; format: string }> };

/** A report, or one of its submissions, as Excel, CSV or JSON; its check results as CSV or JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, { reportId, format: name }] = await Promise.all([requireViewer(), params]);
  const format = reportFormats.find((known) => known.address === name);
  const checks = checkFormats.find((known) => known.address === name);
  const wanted = new URL(request.url).searchParams.get('submission');
  const number = wanted === null ? undefined : Number(wanted);
  const form =
    (format || checks) && (number === undefined || Number.isInteger(number))
      ? await findForm(viewer, reportId, number)
      : null;
  if (!form) notFound();
  const refusal = await answerAltered(viewer, { reportId });
  if (refusal) return refusal;
  if (checks) return checkResults(viewer, form, checks);
  if (!format) notFound();
  const { report, submission, sections, rows, previousPeriod } = form;
  const file = await writeReportFile(format.kind, {
    table: {
      unit: report.unit,
      period: report.period,
      submission: submission.number,
      previousSubmission: previousPeriod?.submission ?? null,
      madeUp: report.madeUp,
      sections,
      rows,
    },
    origins: await findOrigins(viewer, shownFigures(form)),
    title: `${report.unit.name}${labelOf(report.period, 'zh-CN')}工作报表`,
    status: report.status,
    signedBy: submission.signedBy,
    approvedBy: submission.review?.decision === 'approved' ? submission.review.by : null,
    fingerprint: (await findCover(viewer, reportId, submission.number))?.fingerprint ?? null,
  });
  await recordExport(viewer, {
    kind: 'report',
    unit: report.unit.code,
    period: report.period.code,
    format: format.kind,
  });
  return downloadOf(file);
}

/** The figures that the file shows, of this submission and of the one it is compared with. */
function shownFigures({ report, submission, rows, previousPeriod }: FormView) {
  const unit = report.unit.code;
  return rows.flatMap(({ indicator: { code: indicator }, figure, previous }) => [
    ...(figure
      ? [{ unit, period: report.period.code, indicator, submission: submission.number }]
      : []),
    ...(previous && previousPeriod
      ? [{ unit, period: previousPeriod.code, indicator, submission: previousPeriod.submission }]
      : []),
  ]);
}

async function checkResults(
  viewer: Viewer,
  form: FormView,
  { address, kind }: (typeof checkFormats)[number],
): Promise<Response> {
  const { report, submission, rows, explanations } = form;
  const file = writeCheckFile(kind, {
    unit: report.unit,
    period: report.period,
    submission: submission.number,
    status: report.status,
    madeUp: report.madeUp,
    indicators: rows.map(({ indicator }) => indicator),
    readiness: readinessOf(
      rows,
      form.checks,
      explanations,
      form.previousPeriod !== null,
      form.waived,
    ),
    explanations,
  });
  await recordExport(viewer, {
    kind: 'report',
    unit: report.unit.code,
    period: report.period.code,
    format: address,
  });
  return downloadOf(file);
}

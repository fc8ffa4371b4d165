import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { recordExport } from '@/lib/data/report/exports';
import { findRollUp } from '@/lib/data/rollup/rollup';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { downloadOf } from '@/lib/download';
import { reportFormats } from '@/lib/export/report-file';
import { writeRollUpFile } from '@/lib/export/rollup-file';
import { decodePart } from '@/lib/paths';
import { answerAltered } from '@/lib/answer-altered';
import { rollUpChoice } from '../../../../choice';

type Context = { params: Promise<{ unit: string; period: string; format: string }> };

/** A roll-up, as the page shows it, as Excel, CSV or JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, asked] = await Promise.all([requireViewer(), params]);
  const format = reportFormats.find((known) => known.address === asked.format);
  const period = parsePeriodCode(decodePart(asked.period));
  const choice = rollUpChoice(Object.fromEntries(new URL(request.url).searchParams));
  const view =
    format && period
      ? await findRollUp(viewer, { unit: decodePart(asked.unit), period: period.code, ...choice })
      : null;
  if (!view || !format || !period) notFound();
  const basis = { above: view.unit.code, period: period.code };
  const refusal = await answerAltered(viewer, basis);
  if (refusal) return refusal;
  const { sections } = await findCatalogue();
  const columns = view.columns.map(({ period: one, expected, reported, sources }) => ({
    period: one,
    expected: expected.length,
    reported,
    madeUp: sources.some(({ madeUp }) => madeUp),
  }));
  const file = await writeRollUpFile(format.kind, {
    unit: { code: view.unit.code, name: view.unit.name },
    ...choice,
    columns,
    rows: view.rows,
    sections: sections.filter(({ code }) => !choice.section || code === choice.section),
  });
  await recordExport(viewer, {
    kind: 'rollup',
    unit: view.unit.code,
    period: period.code,
    format: format.kind,
  });
  return downloadOf(file);
}

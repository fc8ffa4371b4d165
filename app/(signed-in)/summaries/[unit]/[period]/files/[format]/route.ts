import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { recordExport } from '@/lib/data/report/exports';
import { downloadOf } from '@/lib/download';
import { decodeScope } from '@/lib/paths';
import { makeSummaryFile } from '@/lib/make-summary-file';
import { answerAltered } from '@/lib/answer-altered';
import { formatOfAddress, readFileChoice } from '../../file-choice';

type Context = { params: Promise<{ unit: string; period: string; format: string }> };

/** The summary, or the units below side by side, as a file, as the query wants it: the same base year and style as
 *  the page, date and fonts of a Word document. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, asked] = await Promise.all([requireViewer(), params]);
  const { unit, period } = decodeScope(asked);
  const format = formatOfAddress(asked.format);
  const wanted = new URL(request.url).searchParams;
  const { query, ...choice } = readFileChoice(wanted);
  const areUnits = wanted.get('of') === 'units';
  const refusal = await answerAltered(viewer, areUnits ? { above: unit, period } : { unit });
  if (refusal) return refusal;
  const file =
    format &&
    (await makeSummaryFile(viewer, {
      areUnits,
      key: { unit, period, ...query },
      format,
      ...choice,
    }));
  if (!file) notFound();
  await recordExport(viewer, { kind: 'summary', unit, period, format: format! });
  return downloadOf(file);
}

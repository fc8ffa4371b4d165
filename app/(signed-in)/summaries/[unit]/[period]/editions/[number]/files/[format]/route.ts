import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { recordExport } from '@/lib/data/report/exports';
import { downloadOf } from '@/lib/download';
import { decodeScope } from '@/lib/paths';
import { makeEditionFile } from '@/lib/make-summary-file';
import { formatOfAddress, readDay, readFileChoice } from '../../../../file-choice';

type Context = {
  params: Promise<{ unit: string; period: string; number: string; format: string }>;
};

/** An edition as a file, as it was issued. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, asked] = await Promise.all([requireViewer(), params]);
  const { unit, period } = decodeScope(asked);
  const format = formatOfAddress(asked.format);
  const { searchParams } = new URL(request.url);
  const { fonts, listsSources, startsWithPoints } = readFileChoice(searchParams);
  const file =
    format &&
    (await makeEditionFile(viewer, {
      key: { unit, period },
      number: Number(asked.number),
      format,
      date: readDay(searchParams),
      fonts,
      listsSources,
      startsWithPoints,
    }));
  if (!file) notFound();
  await recordExport(viewer, {
    kind: 'summary',
    unit,
    period,
    format: format!,
    edition: Number(asked.number),
  });
  return downloadOf(file);
}

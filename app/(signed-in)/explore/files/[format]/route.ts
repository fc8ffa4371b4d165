import { notFound } from 'next/navigation';
import { recordExport } from '@/lib/data/report/exports';
import { downloadOf } from '@/lib/download';
import { writeExploreFile } from '@/lib/export/explore-file';
import { readExplore } from '../../read-explore';

const formats = { excel: 'xlsx', csv: 'csv' } as const;

/** What the page shows, as Excel or CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const { format: asked } = await params;
  const format = asked === 'excel' || asked === 'csv' ? formats[asked] : null;
  const query = new URL(request.url).searchParams;
  const found = format
    ? await readExplore({ ...Object.fromEntries(query), indicator: query.getAll('indicator') })
    : null;
  if (!format || !found || found.tables.length === 0) notFound();
  const { viewer, units, shownYears: years, choice, madeUp, tables } = found;
  const file = await writeExploreFile(format, { tables, units, years, view: choice.view, madeUp });
  await recordExport(viewer, {
    kind: 'figures',
    unit: viewer.unit.code,
    period: `${choice.from}..${choice.to}`,
    format,
    count: tables.length,
  });
  return downloadOf(file);
}

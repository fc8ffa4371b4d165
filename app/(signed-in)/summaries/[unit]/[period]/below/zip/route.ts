import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { listBatchUnits } from '@/lib/data/summary/batch-units';
import { recordExport } from '@/lib/data/report/exports';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOfCode } from '@/lib/domain/tree/period';
import { downloadHeaders } from '@/lib/download';
import { streamZip, type BatchOutcome } from '@/lib/export/batch';
import { fileName } from '@/lib/export/file-name';
import { messages } from '@/lib/i18n/messages';
import { log } from '@/lib/log';
import { decodeScope } from '@/lib/paths';
import { makeIssuedFile } from '@/lib/make-summary-file';
import { formatOfAddress, readFileChoice } from '../../file-choice';

type Context = { params: Promise<{ unit: string; period: string }> };

const words = messages['zh-CN'].files.below;

/** The summaries of the units below as one zip, made while it is read; `unit` in the query chooses some of them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [viewer, asked] = await Promise.all([requireViewer(), params]);
  const { unit: code, period } = decodeScope(asked);
  const { searchParams } = new URL(request.url);
  const format = formatOfAddress(searchParams.get('format') ?? 'word');
  const found = format && (await listBatchUnits(viewer, code, period));
  if (!found || !format) notFound();
  const chosen = new Set(searchParams.getAll('unit'));
  const units = found.below.filter((unit) =>
    chosen.size > 0 ? chosen.has(unit.code) : unit.hasFigures,
  );
  const { query, ...choice } = readFileChoice(searchParams);
  await recordExport(viewer, { kind: 'summary', unit: code, period, format, count: units.length });
  const issued = new Map<string, number>();
  const items = units.map((unit) => ({
    name: unit.name,
    make: async () => {
      const key = { ...query, unit: unit.code, period };
      const file = await makeIssuedFile(viewer, { key, format, ...choice });
      if (file?.edition) issued.set(unit.name, file.edition);
      return file;
    },
  }));
  const label = labelOfCode(period, 'zh-CN');
  const closing = (outcomes: BatchOutcome[]) => ({
    name: words.readme,
    text: readme(outcomes, { unit: found.unit.name, period: label, issued }),
  });
  const zip = streamZip(items, officeDay(new Date()), closing, (unit, error) =>
    log.error({ err: error, unit, period }, 'A file of a batch could not be made.'),
  );
  const name = fileName(
    words.zipName.replace('{unit}', found.unit.name).replace('{period}', label),
    'zip',
  );
  return new Response(zip as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      ...downloadHeaders(name, 'application/zip'),
      'x-gongbao-files': String(items.length),
    },
  });
}

const sayEdition = (number: number | undefined): string =>
  number === undefined ? words.generated : words.edition.replace('{number}', String(number));

function readme(
  outcomes: BatchOutcome[],
  { unit, period, issued }: { unit: string; period: string; issued: ReadonlyMap<string, number> },
): string {
  const made = outcomes.filter(({ file }) => file !== null);
  const failed = outcomes.filter(({ error }) => error !== null);
  const nothing = outcomes.filter(({ file, error }) => file === null && error === null);
  const list = (title: string, lines: string[]) =>
    lines.length > 0 ? ['', title.replace('{count}', String(lines.length)), ...lines] : [];
  return [
    words.readmeHead
      .replace('{unit}', unit)
      .replace('{period}', period)
      .replace('{date}', officeDay(new Date())),
    ...list(
      words.readmeMade,
      made.map(({ name, file }) =>
        [name, file, sayEdition(issued.get(name))].filter(Boolean).join('　'),
      ),
    ),
    ...list(
      words.readmeNothing,
      nothing.map(({ name }) => name),
    ),
    // The cause stands in the server's log; it may name what is nobody's business outside.
    ...list(
      words.readmeFailed,
      failed.map(({ name }) => `${name}　${words.error}`),
    ),
    '',
  ].join('\r\n');
}

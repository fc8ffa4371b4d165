// npm run bench -- files: a summary of 20 pages with 10 charts as Word, and 110 summaries as one zip, with the memory
// they take.
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { summarise } from '@/lib/domain/summary/summarise';
import type { SourceReport } from '@/lib/domain/comparison/source';
import type { Summary } from '@/lib/domain/summary/summary';
import { streamZip } from '@/lib/export/batch';
import { writeXlsx } from '@/lib/export/excel/hucre';
import { writeSummaryFile } from '@/lib/export/write-summary-file';
import { noDecisions } from '@/lib/domain/sheet/mapping';
import { matcherOf } from '@/lib/domain/sheet/matcher';
import { planImport } from '@/lib/domain/sheet/plan-import';
import { recognise } from '@/lib/domain/sheet/recognise';
import { whoseReader } from '@/lib/domain/sheet/unit-names';
import { readMeasured } from '@/lib/import/read-workbook';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const options = {
  sections: catalogue.sections,
  origins: [],
  signature: { name: '试点县总工会', date: '2022-01-05' },
  fonts: 'official' as const,
  listsSources: false,
};

/** Prints both; answers whether they kept their budgets. */
export async function measureFiles(): Promise<boolean> {
  const base = summarise({
    unit: { code: '990101', name: '试点县总工会', level: 'county' },
    scope: { kind: 'year', period: year(2021) },
    reports: [report(2020), report(2021)],
    catalogue,
  });
  const long = {
    ...base,
    charts: Array.from({ length: 10 }, (_, place) =>
      fresh(base.charts[place % base.charts.length]!),
    ),
  };
  await write(base);
  const word = await measure(() => write({ ...long, charts: long.charts.map(fresh) }));
  const zip = await measure(() => drain(110, base));
  console.log(
    `  docx of ${long.table.rows.length} rows, ${long.paragraphs.length} paragraphs, 10 charts   ` +
      `${word.seconds.toFixed(2)} s, ${word.cpu.toFixed(2)} s of processor (budget 2 s)   highest ` +
      `memory ${word.peak} MB (budget 300 MB above the start: ${word.peak - word.start} MB)`,
  );
  console.log(
    `  zip of 110 such summaries as docx   ${zip.seconds.toFixed(1)} s, ${zip.cpu.toFixed(1)} s of ` +
      `processor   highest memory ${zip.peak} MB, ${zip.peak - zip.start} MB above the start (budget ` +
      '300 MB)',
  );
  const isImportInTime = await measureImport();
  return (
    isImportInTime && word.seconds < 2 && word.peak - word.start < 300 && zip.peak - zip.start < 300
  );
}

/** A table of 50,000 cells, read by its own process, recognised and judged cell by cell. */
async function measureImport(): Promise<boolean> {
  const { indicators } = catalogue;
  const years = Array.from({ length: 160 }, (_, at) => 1900 + at);
  const lines = Array.from(
    { length: Math.ceil(50_000 / years.length) },
    (_, at) => indicators[at % indicators.length]!,
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['指标', ...years.map((number) => `${number}年`)],
          ...lines.map(({ name, unit }, at) => [
            `${name}（${unit}）`,
            ...years.map((_, place) => 1000 + at + place),
          ]),
        ],
      },
    ],
  });
  const targets = new Map(
    years.map((number) => [
      String(number),
      {
        state: 'missing' as const,
        chosen: new Set(indicators.map(({ code }) => code)),
        figures: new Map(),
      },
    ]),
  );
  let [cells, reader] = [0, 0];
  const taken = await measure(async () => {
    const {
      sheets: [sheet],
      peak,
    } = await readMeasured('年鉴.xlsx', bytes);
    const own = '000001';
    const [layout] = recognise(sheet!, {
      match: matcherOf(indicators),
      whose: whoseReader({ own, units: [{ code: own, name: '试点县总工会' }] }),
    });
    cells = planImport(
      [{ sheet: sheet!, layout: layout! }],
      noDecisions,
      new Map([[own, targets]]),
      new Map(indicators.map((indicator) => [indicator.code, indicator])),
      { own, below: new Set() },
    ).cells.length;
    reader = Math.round(peak / 1e6);
  });
  console.log(
    `  import of ${cells} cells: read, recognised, judged   ${taken.seconds.toFixed(1)} s (budget 10 ` +
      `s)   reading process ${reader} MB, this one ${taken.peak - taken.start} MB above the start ` +
      '(budget 300 MB)',
  );
  return cells >= 50_000 && taken.seconds < 10 && reader < 300 && taken.peak - taken.start < 300;
}

const write = async (summary: Summary): Promise<number> =>
  (await writeSummaryFile('docx', summary, options)).bytes.byteLength;

/** Reads the zip as a slow browser does and keeps nothing of it. */
async function drain(count: number, summary: Summary): Promise<void> {
  const items = Array.from({ length: count }, (_, place) => ({
    name: String(place),
    make: () =>
      writeSummaryFile('docx', { ...summary, charts: summary.charts.map(fresh) }, options),
  }));
  for await (const chunk of streamZip(
    items,
    '2022-01-05',
    () => ({ name: '说明.txt', text: '' }),
    () => undefined,
  ))
    void chunk;
}

async function measure(
  work: () => Promise<unknown>,
): Promise<{ seconds: number; cpu: number; start: number; peak: number }> {
  globalThis.gc?.();
  const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
  const start = megabytes();
  let peak = start;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 5);
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - from) / 1000,
    cpu: (user + system) / 1e6,
    start,
    peak: Math.max(peak, megabytes()),
  };
}

// A chart that nobody has drawn yet: drawings are kept with their charts.
const fresh = <T extends object>(chart: T): T => ({ ...chart });
const year = (number: number): Period => parsePeriodCode(String(number)) as Period;

function report(number: number): SourceReport {
  const figures = catalogue.indicators
    .filter(({ nature }) => nature === 'stock' || nature === 'flow' || nature === 'ratio')
    .map(({ code, unit, nature }, at) => ({
      indicator: code,
      measure: 'level' as const,
      answer: 'number' as const,
      value: String(
        nature === 'ratio' ? 60 + (number - 2020) : 1000 + 37 * at + 50 * (number - 2020),
      ),
      shown: { scale: 'none' as const, decimals: 0, unit },
      qualifier: '' as const,
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: null,
    }));
  return {
    unit: '990101',
    period: year(number),
    submission: 1,
    standing: 'approved',
    madeUp: false,
    figures,
  };
}

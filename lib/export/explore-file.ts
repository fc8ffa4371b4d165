import type { ExploreTable } from '@/lib/domain/explore/explore';
import { withoutUnit } from '@/lib/domain/summary/words';
import { messages } from '@/lib/i18n/messages';
import { writeExcel } from './excel/write-excel';
import { fileName } from './file-name';
import type { Grid } from './grid';
import type { ExportedFile } from './write-summary-file';
import { writeCsv } from './write-csv';

const { explore: words, files } = messages['zh-CN'];

export type ExploreFile = {
  tables: readonly ExploreTable[];
  units: readonly { code: string; name: string }[];
  years: readonly number[];
  view: keyof typeof words.views;
  madeUp: boolean;
};

/** What was asked for as Excel, a sheet for each indicator, or CSV. */
export async function writeExploreFile(
  format: 'xlsx' | 'csv',
  file: ExploreFile,
): Promise<ExportedFile> {
  const title = `${words.title}：${words.views[file.view]}`;
  const grids = file.tables.map((table) => gridOf(table, file));
  const name = fileName(title, format);
  if (format === 'csv')
    return {
      name,
      type: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(writeCsv(grids)),
    };
  const lines = [words.notes[file.view], ...(file.madeUp ? [files.sources.madeUp] : [])];
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeExcel({ title, lines, grids }),
  };
}

function gridOf({ indicator, lines }: ExploreTable, { units, years }: ExploreFile): Grid {
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return {
    name: indicator.name,
    unit,
    columns: [
      { head: words.unit, kind: 'text', width: 24 },
      ...years.map((year) => ({
        head: words.year.replace('{year}', String(year)),
        kind: 'number' as const,
      })),
    ],
    groups: [
      {
        name: null,
        rows: lines.map(({ unit: code, cells }) => [
          { text: names.get(code) ?? code },
          ...cells.map(({ text, why, number, figures }) => ({
            text: why ? words.why[why] : text === null ? '—' : withoutUnit(text, unit),
            figures,
            ...(number ? { number } : {}),
          })),
        ]),
      },
    ],
    notes: [],
  };
}

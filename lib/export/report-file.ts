import { fingerprintGroups } from '@/lib/domain/report/fingerprint';
import { round } from '@/lib/domain/figure/number';
import type { Origin } from '@/lib/domain/figure/origin';
import { labelOf } from '@/lib/domain/tree/period';
import type { ReportStatus } from '@/lib/domain/report/report';
import { messages } from '@/lib/i18n/messages';
import { writeExcel } from './excel/write-excel';
import { fileName } from './file-name';
import { reportGrid, type ReportTable } from './report-grid';
import type { ExportedFile } from './write-summary-file';
import { writeCsv } from './write-csv';

const { files, common } = messages['zh-CN'];

export const reportFormats = [
  { address: 'excel', kind: 'xlsx' },
  { address: 'csv', kind: 'csv' },
  { address: 'json', kind: 'json' },
] as const;
export type ReportFormat = (typeof reportFormats)[number]['kind'];

/** `fingerprint`: that of a signed submission, as its cover bears it. */
export type ReportFile = {
  table: ReportTable;
  origins: Origin[];
  title: string;
  status: ReportStatus;
  signedBy: string | null;
  approvedBy: string | null;
  fingerprint: string | null;
};

/** A report with its figures as a file: every field of the form, also the blank ones. */
export async function writeReportFile(
  format: ReportFormat,
  report: ReportFile,
): Promise<ExportedFile> {
  const { table, title, origins } = report;
  const grid = reportGrid(table);
  const name = fileName(title, format);
  if (format === 'xlsx')
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeExcel({ title, lines: linesOf(report), grids: [grid], origins }),
    };
  if (format === 'csv')
    return {
      name,
      type: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(writeCsv([grid])),
    };
  return {
    name,
    type: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(`${JSON.stringify(dataOf(report), null, 2)}\n`),
  };
}

/** Who reported what, in the lines under the title. */
function linesOf({ table, status, signedBy, approvedBy, fingerprint }: ReportFile): string[] {
  const { unit, period, state, signed, approved } = files.reportHead;
  const facts = [
    `${unit}${table.unit.name}`,
    `${period}${labelOf(table.period, 'zh-CN')}`,
    files.submission.replace('{number}', String(table.submission)),
    `${state}${common.status[status]}`,
    `${signed}${signedBy ?? '—'}`,
    `${approved}${approvedBy ?? '—'}`,
  ];
  return [
    facts.join('　'),
    ...(fingerprint
      ? [`${files.reportHead.fingerprint}${fingerprintGroups(fingerprint).join(' ')}`]
      : []),
    ...(table.madeUp ? [files.sources.madeUp] : []),
  ];
}

/** What programs read: values as exact decimals in the indicator's base unit, and how they are printed. */
function dataOf({ table, status, signedBy, approvedBy, fingerprint }: ReportFile): object {
  const grid = reportGrid(table);
  const printed = new Map(
    grid.groups.flatMap(({ rows }) => rows).map((cells) => [cells[0]!.text, cells]),
  );
  return {
    unit: { code: table.unit.code, name: table.unit.name },
    period: table.period.code,
    submission: table.submission,
    status,
    signedBy,
    approvedBy,
    fingerprint,
    madeUp: table.madeUp,
    figures: table.rows.map(({ indicator, figure, previous }) => {
      const cells = printed.get(indicator.name)!;
      const number = cells[2]!.number;
      return {
        indicator: indicator.code,
        name: indicator.name,
        answer: figure?.answer ?? 'blank',
        value: figure?.value ?? null,
        unit: indicator.unit,
        printed:
          figure?.value === null || !figure
            ? null
            : {
                text: cells[2]!.text,
                value: number ? round(number.value, number.decimals) : null,
                unit: cells[1]!.text,
              },
        previous: previous?.value ?? null,
        note: figure?.note ?? null,
      };
    }),
  };
}

// npm run import: looks at tables without a browser, and writes what needs no answer. Nothing but the answer goes to
// standard output.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidError } from '@/lib/domain/access/errors';
import { withDatabase } from './embedded.mjs';
import { linesOf, refusedLine, textOf, type ImportLine } from './import-lines';

const help = `Looks at tables, or writes what they hold into the reports of a unit.

  npm run -s import -- FILE… --unit 320925 [--format json|text] [--write [--as ACCOUNT]]

  FILE       .xlsx, .xls, .et, .ods, .csv or .txt
  --unit     code of the unit that imports
  --format   json (per cell: file, sheet, cell, unit, period, indicator, value, verdict, asks) or text
  --write    writes what needs no answer and does not stand out (verdict "odd"), and says of the rest what is asked
  --as       account of the reporter who writes; may be left out where the unit has one reporter

With DATABASE_URL set that database is used, otherwise the embedded one, which is started and stopped
when nobody runs it.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unit: { type: 'string' },
    format: { type: 'string', default: 'json' },
    write: { type: 'boolean', default: false },
    as: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(help);
else if (!values.unit || positionals.length === 0 || !['json', 'text'].includes(values.format))
  fail(2, 'Which files, and of which unit? npm run -s import -- --help says more.');
else await withDatabase(() => run(values.unit!, positionals));

async function run(unit: string, files: readonly string[]): Promise<void> {
  const { disconnect } = await import('@/lib/data/database/client');
  try {
    const { findReporter } = await import('@/lib/data/people/find-reporter');
    const { findSystemViewer } = await import('@/lib/data/database/system-viewer');
    const viewer = values.write
      ? await findReporter(unit, values.as)
      : await findSystemViewer(unit);
    if (!viewer)
      return fail(
        1,
        values.write
          ? `Nobody is the reporter of ${unit}, or several are: name one with --as ACCOUNT.`
          : `There is no unit with the code ${unit}.`,
      );
    const lines: ImportLine[] = [];
    for (const file of files) {
      try {
        lines.push(...(await look(viewer, file)));
      } catch (error) {
        lines.push(refusedLine(file, codeOf(error)));
        process.exitCode = 1;
      }
    }
    process.stdout.write(
      values.format === 'json' ? `${JSON.stringify(lines, null, 1)}\n` : lines.map(textOf).join(''),
    );
  } finally {
    await disconnect();
  }
}

async function look(
  viewer: Parameters<(typeof import('@/lib/data/imports/import-plan'))['planSheets']>[0],
  file: string,
): Promise<ImportLine[]> {
  const { readTableFile } = await import('@/lib/import/read-table-file');
  const { findImportPlan, planSheets } = await import('@/lib/data/imports/import-plan');
  const { openImport } = await import('@/lib/data/imports/imports');
  const { writeImport } = await import('@/lib/data/imports/write');
  const { noDecisions } = await import('@/lib/domain/sheet/mapping');
  const sheets = await readTableFile(basename(file), new Uint8Array(await readFile(file)));
  if (!values.write) {
    const planned = await planSheets(viewer, { sheets, decisions: noDecisions });
    return linesOf(file, planned, null);
  }
  const id = await openImport(viewer, { name: file, sheets });
  const planned = (await findImportPlan(viewer, id))!;
  const written = planned.plan.edits.length > 0 ? await writeImport(viewer, id, planned.mark) : 0;
  return linesOf(file, planned, written > 0 ? id : null);
}

function codeOf(error: unknown): string {
  if (error instanceof InvalidError) return error.code;
  return error instanceof Error ? error.message : String(error);
}

function fail(code: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}

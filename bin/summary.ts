// npm run summary: comparison summaries without a browser. Of one unit to standard output or a file, or of every unit
// below one into a folder. Nothing but the summary goes to standard output.
import { writeFile } from 'node:fs/promises';
import type { SummaryKey } from '@/lib/data/summary/input';
import { officeDay } from '@/lib/domain/tree/office-day';
import { withDatabase } from './embedded.mjs';
import { writeBatch } from './summary-batch';
import { help, readOptions, WrongOption, type SummaryOptions } from './summary-options';

/** What was asked for is not there. */
class NotThere extends Error {}

try {
  const options = readOptions(process.argv.slice(2));
  if (!options) process.stdout.write(help);
  else await withDatabase(() => (options.isBelow ? printBatch(options) : print(options)));
} catch (error) {
  if (error instanceof WrongOption)
    fail(2, `${error.message}\nnpm run summary -- --help says more.`);
  else
    fail(
      1,
      error instanceof NotThere
        ? error.message
        : `The summary could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
}

async function print({
  unit,
  period,
  base,
  areUnits,
  format,
  style,
  file,
  out,
}: SummaryOptions): Promise<void> {
  const { disconnect } = await import('@/lib/data/database/client');
  try {
    const { findSystemViewer } = await import('@/lib/data/database/system-viewer');
    const { listSummaryScopes } = await import('@/lib/data/summary/summaries');
    const { listUnitsScopes } = await import('@/lib/data/summary/units-summary');
    const { makeSummaryFile } = await import('@/lib/make-summary-file');
    const viewer = await findSystemViewer(unit);
    if (!viewer) throw new NotThere(`There is no unit with the code ${unit}.`);
    const made = await makeSummaryFile(viewer, {
      key: { unit, period: period.code, base: base?.code, style },
      areUnits,
      format,
      ...file,
      date: file.date ?? officeDay(new Date()),
    });
    if (!made) {
      const known =
        (areUnits ? await listUnitsScopes(viewer) : await listSummaryScopes(viewer))
          .find((scope) => scope.unit.code === unit)
          ?.periods.map(({ code }) => code) ?? [];
      if (areUnits)
        throw new NotThere(
          `Units below ${viewer.unit.name} (${unit}) have handed in nothing for ${period.code}. ` +
            `${known.length > 0 ? `They have for ${known.join(', ')}.` : 'No two of them have for any period.'}`,
        );
      const right =
        known.length > 0 ? `It has figures for ${known.join(', ')}.` : 'It has no figures yet.';
      throw new NotThere(
        `${viewer.unit.name} (${unit}) has no figures for ${period.code}. ${right}`,
      );
    }
    if (out) await writeFile(out, made.bytes);
    else process.stdout.write(made.bytes);
  } finally {
    await disconnect();
  }
}

async function printBatch({
  unit,
  period,
  base,
  format,
  style,
  file,
  out,
  isForced,
}: SummaryOptions): Promise<void> {
  const { disconnect } = await import('@/lib/data/database/client');
  try {
    const { findSystemViewer } = await import('@/lib/data/database/system-viewer');
    const { listBatchUnits } = await import('@/lib/data/summary/batch-units');
    const { makeIssuedFile } = await import('@/lib/make-summary-file');
    const viewer = await findSystemViewer(unit);
    const found = viewer && (await listBatchUnits(viewer, unit, period.code));
    if (!found) throw new NotThere(`There is no unit with the code ${unit}.`);
    const key: Omit<SummaryKey, 'unit'> = { period: period.code, base: base?.code, style };
    const make = (code: string) =>
      makeIssuedFile(viewer, {
        key: { ...key, unit: code },
        format,
        ...file,
        date: file.date ?? officeDay(new Date()),
      });
    const report = (line: string) => process.stderr.write(`${line}\n`);
    const failed = await writeBatch(
      { units: found.below, period: period.code, format, folder: out!, isForced },
      make,
      report,
    );
    if (failed > 0) process.exitCode = 1;
  } finally {
    await disconnect();
  }
}

function fail(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}

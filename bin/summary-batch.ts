// A file for every unit below one, in a folder. A unit that fails is named and the others go on; a second run makes
// only what is missing, or older than what it states.
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensions, type FileFormat } from '@/lib/export/write-summary-file';

type Unit = { code: string; name: string; hasFigures: boolean; changedAt: Date | null };
export type Batch = {
  units: Unit[];
  period: string;
  format: FileFormat;
  folder: string;
  isForced: boolean;
};

/** Writes the files, reporting each; answers how many failed. A file is there whole or not at all. */
export async function writeBatch(
  { units, period, format, folder, isForced }: Batch,
  make: (code: string) => Promise<{ bytes: Uint8Array } | null>,
  report: (line: string) => void,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const count = { made: 0, kept: 0, nothing: 0 };
  const failed: string[] = [];
  for (const [place, { code, name, hasFigures, changedAt }] of units.entries()) {
    const file = `${code}-${name.replace(/[\\/:*?"<>|]/g, ' ')}-${period}.${extensions[format]}`;
    const say = (what: string) =>
      report(
        `${String(place + 1).padStart(String(units.length).length)}/${units.length}  ${name}  ${what}`,
      );
    if (!isForced && (await isCurrent(join(folder, file), changedAt))) {
      count.kept += 1;
      say(`is there already: ${file}`);
      continue;
    }
    try {
      const made = hasFigures ? await make(code) : null;
      if (!made) {
        count.nothing += 1;
        say(`has no figures for ${period}`);
        continue;
      }
      await writeWhole(join(folder, file), made.bytes);
      count.made += 1;
      say(file);
    } catch (error) {
      failed.push(name);
      say(`failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  report(
    `${count.made} made, ${count.kept} were there, ${count.nothing} without figures, ` +
      `${failed.length} ` +
      `failed${failed.length > 0 ? `: ${failed.join(', ')}. Run the same command again to make these` : ''}.`,
  );
  return failed.length;
}

/** Whether the file is there and was written after everything that it states. */
async function isCurrent(path: string, changedAt: Date | null): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && (changedAt === null || found.mtime > changedAt);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

import 'server-only';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../database/digest';

/** One table of a backup: its columns in order, how many rows it has, and the SHA-256 of its rows as COPY prints them
 *  in the order of the primary key. Two databases with the same hashes hold the same rows, byte for byte. */
export type TableCopy = {
  name: string;
  columns: string[];
  rows: number;
  sha256: string;
  /** SHA-256 of the compressed file. */
  fileSha256: string;
};

/** What a backup folder holds. `takenAt` in ISO 8601 UTC; `migrations` in the order they were applied. */
export type Manifest = {
  format: 'gongbao-backup-1';
  takenAt: string;
  server: string;
  migrations: string[];
  tables: TableCopy[];
};

export const fileOf = (table: string): string => `${table}.copy.gz`;

/** Writes manifest.json and, beside it, its own SHA-256: the last act of a backup. A folder without it is none. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify(manifest, null, 2) + '\n';
  await writeFile(join(folder, 'manifest.sha256'), `${digestOf(text)}  manifest.json\n`);
  await writeFile(join(folder, 'manifest.json'), text);
}

/** Reads the manifest of a folder. Throws BackupError where it is missing or not the one that was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = (name: string) =>
    readFile(join(folder, name), 'utf8').catch(() => {
      throw new BackupError(
        `${folder} 不是完整的备份：缺少 ${name}。`,
        `${folder} is no complete backup: ${name} is missing.`,
      );
    });
  const [text, kept] = [await read('manifest.json'), await read('manifest.sha256')];
  if (!kept.startsWith(digestOf(text)))
    throw new BackupError(
      '备份清单 manifest.json 已被改动或损坏。',
      'manifest.json was changed or damaged.',
    );
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 'gongbao-backup-1')
    throw new BackupError(
      `备份格式 ${manifest.format} 不能由本版读取。`,
      `This edition does not read the backup format ${manifest.format}.`,
    );
  return manifest;
}

/** What stands in the way of a backup or a restore, in Chinese and in English: one line each. */
export class BackupError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'BackupError';
  }
}

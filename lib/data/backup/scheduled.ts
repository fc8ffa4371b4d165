// Backups that a server takes by itself, once a day or as the settings say, into one folder.
import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { takeBackup } from './take-backup';

/** Where backups go, how many hours lie between two, and how many are kept. */
export type BackupPlan = { folder: string; hours: number; keep: number };

/** What the environment says; null where no folder is named, and then nothing is backed up by itself. */
export function backupPlan(
  { BACKUP_FOLDER, BACKUP_HOURS, BACKUP_KEEP }: NodeJS.ProcessEnv = process.env,
): BackupPlan | null {
  if (!BACKUP_FOLDER) return null;
  return {
    folder: BACKUP_FOLDER,
    hours: Number(BACKUP_HOURS || 24),
    keep: Math.max(1, Number(BACKUP_KEEP || 14)),
  };
}

/** When the newest complete backup in a folder was taken; null where there is none. */
export async function newestBackup(folder: string): Promise<Date | null> {
  const newest = (await listBackups(folder)).at(-1);
  return newest ? dateOf(newest) : null;
}

/** Takes a backup where the newest is older than the plan says, and lets the oldest go. Of several servers one does it:
 *  the others find the turn taken, and a minute later the backup there. Answers the new folder, or null. */
export async function backUpWhenDue(
  url: string,
  { folder, hours, keep }: BackupPlan,
  now: Date,
): Promise<string | null> {
  const isDue = async () => {
    const newest = await newestBackup(folder);
    return newest === null || now.getTime() - newest.getTime() >= hours * 3_600_000;
  };
  if (!(await isDue())) return null;
  const turn = new Client({ connectionString: url });
  await turn.connect();
  try {
    await turn.query('BEGIN');
    const { rows } = await turn.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [turns]);
    if (!rows[0].mine || !(await isDue())) return null;
    const taken = await takeBackup(url, folder, now);
    for (const old of (await listBackups(folder)).slice(0, -keep))
      await rm(join(folder, old), { recursive: true, force: true });
    return taken.folder;
  } finally {
    await turn.end();
  }
}

const turns = 20_261_123;
const form = /^gongbao-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Complete backups, oldest first: a folder is renamed to its name when its manifest is written. */
async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const complete = [];
  for (const name of names.filter((one) => form.test(one)).sort())
    if (await stat(join(folder, name, 'manifest.json')).catch(() => null)) complete.push(name);
  return complete;
}

const dateOf = (name: string): Date => new Date(name.replace(form, '$1-$2-$3T$4:$5:$6Z'));

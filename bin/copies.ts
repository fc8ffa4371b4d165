// npm run backup -- [FOLDER] · restore -- BACKUP · verify -- BACKUP · move -- DATABASE_URL
// Copies of the whole database, whether embedded or your own: taken while people work, checked, and put back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup, restoreBackup } from '@/lib/data/backup/restore-backup';
import { BackupError, type Manifest } from '@/lib/data/backup/manifest';
import { applyMigrations } from '@/lib/data/database/migrate';
import { takeBackup } from '@/lib/data/backup/take-backup';
import { withDatabase, withEmptyDatabase } from './embedded.mjs';
import { seeUsable } from './steps/database.mjs';
import { readEnvFile } from './steps/settings.mjs';

const commands: Record<string, (argument: string | undefined) => Promise<void>> = {
  backup,
  restore,
  verify,
  move,
};

readEnvFile();
const [name = '', argument] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command)
    throw new BackupError('没有这个命令。', `Commands: ${Object.keys(commands).join(', ')}`);
  await command(argument);
  // At once: a timer of the migration engine is not waited for.
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function backup(into = process.env.BACKUP_FOLDER || '.data/backups'): Promise<void> {
  const { folder, manifest } = await withDatabase((url) => takeBackup(url, into, new Date()));
  console.log(`${folder}\n${described(manifest)}`);
}

async function restore(folder: string | undefined): Promise<void> {
  if (!folder) throw new BackupError('请给出备份文件夹。', 'Name the folder of the backup.');
  const { migrations } = await checkBackup(folder);
  await withEmptyDatabase((url) => restoreInto(url, folder, migrations));
  console.log('恢复完成，逐行核对一致。Restored and compared row by row: no difference.');
}

async function verify(folder: string | undefined): Promise<void> {
  if (!folder) throw new BackupError('请给出备份文件夹。', 'Name the folder of the backup.');
  console.log(`完好 Sound. ${described(await checkBackup(folder))}`);
}

/** Copies everything into another, empty database: from the embedded one to your own server, or back. */
async function move(target: string | undefined): Promise<void> {
  if (!target)
    throw new BackupError('请给出目标数据库的地址。', 'Name the address of the database to fill.');
  await seeUsable(target);
  const into = mkdtempSync(join(tmpdir(), 'gongbao-move-'));
  try {
    const { folder, manifest } = await withDatabase((url) => takeBackup(url, into, new Date()));
    await restoreInto(target, folder, manifest.migrations);
    console.log(
      `${described(manifest)}\n搬迁完成，逐行核对一致。Moved and compared row by row: no difference.`,
    );
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

/** A backup of an earlier edition is put into the tables of its time; what came since is applied to them afterwards. */
async function restoreInto(
  url: string,
  folder: string,
  migrations: readonly string[],
): Promise<void> {
  await applyMigrations(url, migrations);
  await restoreBackup(folder, url);
  await applyMigrations(url);
}

function described({ takenAt, tables }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${takenAt} · ${tables.length} 张表 tables · ${rows} 行 rows`;
}

// What postmaster.pid says, and whether it still is true: after a kill -9 it outlives its server.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Line 1 is the process, line 4 the port (written once the server listens). Null when there is no such file.
 * @param {string} folder */
export function readPidFile(folder) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whose the process is: this folder's server, another program (numbers are used again), or nobody's.
 * @param {number} pid @param {string} folder @returns {'ours' | 'foreign' | 'gone'} */
export function ownerOf(pid, folder) {
  const command = commandOf(pid).replace(/[\0"]/g, ' ');
  if (command.trim() === '') return 'gone';
  return `${command} `.includes(` ${folder} `) ? 'ours' : 'foreign';
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  const [command, args] = /** @type {[string, string[]]} */ (
    process.platform === 'win32'
      ? [
          'powershell',
          [
            '-NoProfile',
            '-Command',
            `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).CommandLine`,
          ],
        ]
      : ['ps', ['-p', String(pid), '-o', 'command=']]
  );
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}

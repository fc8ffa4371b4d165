// Runs the programs a start consists of. A child ends with its parent (end-with-parent.mjs), also after a kill -9.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './settings.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const leash = pathToFileURL(join(root, 'bin/steps/end-with-parent.mjs')).href;

/** @typedef {{ code: number, output: string, message: unknown }} Outcome `message`: the last the child sent by
 *  process.send */
/** @typedef {{ env?: Record<string, string | undefined>, show?: boolean, nodeArgs?: string[] }} RunOptions */

/** Runs a Node script of this folder to its end. `show` lets its output through, else it is kept.
 * @param {string} script @param {string[]} args @param {RunOptions} [options] @returns {Promise<Outcome>} */
export function runNode(script, args, { env = {}, show = false, nodeArgs = [] } = {}) {
  const pipe = show ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, ['--import', leash, ...nodeArgs, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env, GONGBAO_PARENT: String(process.pid) },
    stdio: ['ignore', pipe, pipe, 'ipc'],
  });
  return follow(child);
}

/** Runs a TypeScript script with the server's view of React packages, as the command-line tools need it.
 * @param {string} script @param {string[]} args @param {RunOptions} [options] */
export function runTypeScript(script, args, options = {}) {
  return runNode(script, args, {
    ...options,
    nodeArgs: ['--conditions=react-server', '--import', 'tsx'],
  });
}

/** Runs any other program. @param {string} command @param {string[]} args @param {RunOptions} [options] */
export function runProgram(command, args, { env = {}, show = false } = {}) {
  const pipe = show ? 'inherit' : 'pipe';
  return follow(
    spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', pipe, pipe],
    }),
  );
}

/** Starts a Node script that serves until it is stopped. In a group of its own: Ctrl-C reaches us, and we stop it in
 *  order.
 * @param {string} script @param {string[]} args @param {{ env?: Record<string, string | undefined>, output?: number |
 * 'inherit' }} [options] */
export function serveNode(script, args, { env = {}, output = 'inherit' } = {}) {
  const child = spawn(process.execPath, ['--import', leash, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env, GONGBAO_PARENT: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** Asks every child that still runs to end, and waits. A server first says for `drain` seconds that it wants no new
 * requests, so that a load balancer turns to others; what it has begun it finishes. After `patience` seconds more it is
 * ended. @param {{ drain?: number, patience?: number }} [times] */
export async function stopChildren({ drain = 0, patience = 10 } = {}) {
  if (running.size === 0) return;
  if (drain > 0) {
    for (const child of running) if (child.connected) child.send('drain');
    await pause(drain * 1000);
  }
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          const last = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
          child.on('close', () => (clearTimeout(last), resolve(undefined)));
          child.kill('SIGTERM');
        }),
    ),
  );
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<Outcome>} */
function follow(child) {
  running.add(child);
  return new Promise((resolve, reject) => {
    let output = '';
    /** @type {unknown} */
    let message;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('message', (sent) => (message = sent));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, message });
    });
  });
}

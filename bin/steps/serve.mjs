// Serves the built application (or the sources, for development) and waits until it answers.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { nextCli } from './build.mjs';
import { portFault } from './explain.mjs';
import { serveNode } from './run.mjs';

const patience = 120_000;

/** PORT when it is set, else 3000 or the next free port. @param {string} host */
export async function choosePort(host) {
  const wanted = Number(process.env.PORT || 3000);
  if (process.env.PORT) {
    const refusal = await refusalOf(wanted, host);
    if (refusal === null) return wanted;
    throw new Error(portFault(wanted, host, refusal));
  }
  for (let port = wanted; port < wanted + 100; port += 1) {
    const refusal = await refusalOf(port, host);
    if (refusal === null) return port;
    if (refusal !== 'EADDRINUSE') throw new Error(portFault(port, host, refusal));
  }
  throw new Error(
    '3000 到 3099 的端口都被占用，请设定 PORT。\nNo port from 3000 to 3099 is free. Set PORT.',
  );
}

/** Starts Next and resolves when it answers.
 * @param {{ mode: 'start' | 'dev', host: string, port: number, env: Record<string, string | undefined>, output?:
 * number | 'inherit' }} options */
export async function serve({ mode, host, port, env, output }) {
  const child = serveNode(nextCli, [mode, '-p', String(port), '-H', host], {
    env: {
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    output,
  });
  let ended = false;
  child.on('close', () => (ended = true));
  const deadline = Date.now() + patience;
  while (!(await answers(port))) {
    if (ended)
      throw new Error('服务没有启动，原因见上。\nThe server ended by itself; the reason is above.');
    if (Date.now() > deadline) throw new Error('服务没有应答。\nThe server does not answer.');
    await pause(100);
  }
  return child;
}

/** @param {number} port */
async function answers(port) {
  try {
    return (
      await fetch(`http://127.0.0.1:${port}/api/health/live`, {
        signal: AbortSignal.timeout(30_000),
      })
    ).ok;
  } catch {
    return false;
  }
}

/** The code of the error that listening meets; null where nothing does. @param {number} port @param {string} host
 *  @returns {Promise<string | null>} */
function refusalOf(port, host) {
  return new Promise((resolve) => {
    const probe = createServer().on('error', (error) =>
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? 'unknown'),
    );
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

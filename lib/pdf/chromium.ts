import 'server-only';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumPath } from '@/lib/env';
import { connect } from './pipe';

/** Why there is no PDF; the screen says the sentence of the code (messages/<locale>/pdf.json). */
export type PdfFaultCode = 'none' | 'busy' | 'slow' | 'failed';
export class PdfFault extends Error {
  constructor(readonly code: PdfFaultCode) {
    super(`no PDF: ${code}`);
  }
}

/** Browsers at once, and pages that wait for one. Milliseconds until one is given up. */
const most = 2;
const mostWaiting = 8;
const patience = 20_000;

let running = 0;
const waiting: (() => void)[] = [];

/** Prints a finished page, as its print CSS wants it. The browser has neither scripts nor network nor a folder that
 *  outlives it. A PdfFault says what went wrong. */
export async function printPdf(html: string, { timeLimit = patience } = {}): Promise<Uint8Array> {
  const program = chromiumPath();
  if (!program) throw new PdfFault('none');
  await takeTurn();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'gongbao-pdf-'));
    try {
      return await printIn(folder, program, html, timeLimit);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  } finally {
    leave();
  }
}

async function printIn(
  folder: string,
  program: string,
  html: string,
  timeLimit: number,
): Promise<Uint8Array> {
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // Neither secrets nor the server's own options.
    env: {
      HOME: folder,
      TMPDIR: folder,
      LANG: 'zh_CN.UTF-8',
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
    },
    // A group of its own, so that every process of it can be ended.
    detached: process.platform !== 'win32',
  });
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PdfFault('slow')), timeLimit);
  });
  try {
    return await Promise.race([
      drive(child, html),
      late,
      gone.then(() => Promise.reject(new PdfFault('failed'))),
    ]);
  } catch (error) {
    throw error instanceof PdfFault ? error : new PdfFault('failed');
  } finally {
    clearTimeout(timer);
    endGroup(child);
    await gone;
  }
}

async function drive(child: ChildProcess, html: string): Promise<Uint8Array> {
  const send = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const page = (method: string, params: object = {}) => send(method, params, String(sessionId));
  await page('Emulation.setScriptExecutionDisabled', { value: true });
  await page('Network.enable');
  await page('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  });
  const { frameTree } = (await page('Page.getFrameTree')) as {
    frameTree: { frame: { id: string } };
  };
  await page('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  const { data } = await page('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(String(data), 'base64');
}

const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--mute-audio',
  // Whatever were asked for is looked for at a port where nobody listens, this machine's own addresses included.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // As root a Chromium has no sandbox; it is given nothing but a page of ours without scripts.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function takeTurn(): Promise<void> {
  if (running < most) running += 1;
  else if (waiting.length >= mostWaiting) throw new PdfFault('busy');
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Who has waited longest takes the place over. */
function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

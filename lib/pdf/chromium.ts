import 'server-only';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumPath } from '@/lib/env';

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

const turns = pLimit(most);

/** Prints a finished page, as its print CSS wants it. The browser has neither scripts nor network nor a folder that
 *  outlives it. A PdfFault says what went wrong. */
export async function printPdf(html: string, { timeLimit = patience } = {}): Promise<Uint8Array> {
  const program = chromiumPath();
  if (!program) throw new PdfFault('none');
  if (turns.pendingCount >= mostWaiting) throw new PdfFault('busy');
  return turns(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongbao-pdf-'));
    try {
      return await printIn(folder, program, html, AbortSignal.timeout(timeLimit));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });
}

async function printIn(
  folder: string,
  program: string,
  html: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new PdfFault('slow')));
  });
  const opening = puppeteer.launch({
    executablePath: program,
    pipe: true,
    ignoreDefaultArgs: true,
    args: [...flags, `--user-data-dir=${folder}`, 'about:blank'],
    // Neither secrets nor the server's own options.
    env: {
      HOME: folder,
      TMPDIR: folder,
      LANG: 'zh_CN.UTF-8',
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
    },
    signal,
  });
  try {
    return await Promise.race([opening.then((browser) => drive(browser, html)), late]);
  } catch (error) {
    throw error instanceof PdfFault ? error : new PdfFault('failed');
  } finally {
    await opening.then((browser) => browser.close()).catch(() => undefined);
  }
}

async function drive(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setContent(html);
  return page.pdf({
    printBackground: true,
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
  });
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

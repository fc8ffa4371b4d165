import 'server-only';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { cleanValue } from '@/lib/domain/figure/clean-text';

/** Megabytes for the objects of the process that reads, and seconds until it is ended. */
const heap = 192;
const patience = 20;
const longestAnswer = 24 * 1024 * 1024;

/** Two files at a time, so that many uploads at once take no more memory than two. */
const turns = pLimit(2);

/** What a script of this folder made of the file, or the code of why it could not; `peak` is the most memory it had. */
export type Apart<Result> = Partial<Result> & { fault?: string; peak: number };

/** A file that somebody sent, read by a process of its own, whose memory and time are limited. */
export function readApart<Result>(
  script: 'parse-workbook.mjs' | 'parse-document.mjs',
  options: string[],
  bytes: Uint8Array,
): Promise<Apart<Result>> {
  return turns(() => run<Result>(script, options, bytes));
}

function run<Result>(script: string, options: string[], bytes: Uint8Array): Promise<Apart<Result>> {
  return new Promise<Apart<Result>>((resolve) => {
    // The path is put together at run time, so that the file stays as it is, outside of any bundle.
    const path = join(process.cwd(), ...['lib', 'import', script]);
    const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, path, ...options], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Neither secrets nor the server's own options.
      env: { NODE_ENV: 'production' },
      timeout: patience * 1000,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > longestAnswer) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(faulty<Result>('file-broken')));
    child.on('close', (code) =>
      resolve(
        code === 0 && size <= longestAnswer
          ? answerOf<Result>(chunks)
          : faulty<Result>('file-too-much'),
      ),
    );
    // The process may end before it has taken everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

function answerOf<Result>(chunks: Buffer[]): Apart<Result> {
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'), cleanValue) as Apart<Result>;
  } catch {
    return faulty<Result>('file-broken');
  }
}

const faulty = <Result>(fault: string): Apart<Result> => ({ fault, peak: 0 }) as Apart<Result>;

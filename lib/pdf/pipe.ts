// The DevTools protocol over two pipes: one JSON message after the other, each ended by a zero byte.
import type { Readable, Writable } from 'node:stream';

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } };
export type Send = (
  method: string,
  params?: object,
  sessionId?: string,
) => Promise<Record<string, unknown>>;

/** What is no message at all has no number, and nobody waits for it. */
function read(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

/** A function that sends a command and waits for its answer. */
export function connect(to: Writable, from: Readable): Send {
  const open = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  let last = 0;
  let pieces: Buffer[] = [];
  from.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8'));
      pieces = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  });
  // A browser that ends closes both; whoever waits hears of it from the process.
  from.on('error', () => undefined);
  to.on('error', () => undefined);

  function take(text: string): void {
    const { id, result, error } = read(text);
    const waiting = id === undefined ? undefined : open.get(id);
    if (id === undefined || !waiting) return;
    open.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result ?? {});
  }

  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      open.set(id, { resolve, reject });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
}

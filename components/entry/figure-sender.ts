// Sends edits to the server in batches, one request at a time. What the network or a busy server loses is sent again,
// ever more slowly; what the server refuses is not.
import type { Issue } from '@/lib/domain/read-figure';
import type { Content, ServerFigure } from './entry-cell';

export type Edit = { indicator: string; revision: number } & Content;
export type Result = { indicator: string } & (
  | { outcome: 'saved' | 'unchanged' | 'conflict'; figure: ServerFigure }
  | { outcome: 'invalid'; issue: Issue }
);

/** Why the last request brought nothing; `code` is the server's word for a refusal, `number` the one in its log. */
export type Trouble = { kind: 'network' | 'server' | 'signed-out' } | { kind: 'refused'; code: string; number: string | null };

export type Answer = { results: Result[] } | { trouble: Trouble };

const longestDelay = 30_000;

/** Asks the server once. */
export async function sendEdits(address: string, edits: readonly Edit[], keepalive = false): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ edits }),
      keepalive,
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    return { trouble: { kind: 'network' } };
  }
  if (response.ok) return (await response.json()) as { results: Result[] };
  if (response.status === 401) return { trouble: { kind: 'signed-out' } };
  if (response.status >= 500 || response.status === 429) return { trouble: { kind: 'server' } };
  const body = (await response.json().catch(() => ({}))) as { error?: string; number?: string };
  return { trouble: { kind: 'refused', code: body.error ?? String(response.status), number: body.number ?? null } };
}

/** Milliseconds to wait before attempt `attempt` + 1. */
export function delayAfter(attempt: number): number {
  return Math.min(longestDelay, 1000 * 2 ** attempt);
}

// One request that saves something while somebody types, what its answer means for what was typed, and when to ask
// again.

/** Why a request brought nothing; `code` is the server's word for a refusal, `number` the one in its log. */
export type Trouble =
  | { kind: 'network' | 'server' | 'signed-out' }
  | { kind: 'refused'; code: string; number: string | null; params: Record<string, string> };

export type PatchAnswer<T> = { body: T } | { trouble: Trouble };

const longestDelay = 30_000;

/** Where a page saves to, and whose it is. */
export type SaveTo = { address: string; personId: string };

/** Says whose page it is that saves: with another person's session in the browser nothing is written. */
export const personHeader = (personId: string): Record<string, string> => ({
  'gongbao-person': personId,
});

/** Asks the server once. Where another person has signed in in this browser meanwhile, nothing is written. */
export async function sendPatch<T>(
  { address, personId }: SaveTo,
  content: object,
): Promise<PatchAnswer<T>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...personHeader(personId) },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(20_000),
    });
    // A line that breaks in the middle of the answer is as good as none.
    if (response.ok) return { body: (await response.json()) as T };
  } catch {
    return { trouble: { kind: 'network' } };
  }
  if (response.status === 401) return { trouble: { kind: 'signed-out' } };
  if (response.status >= 500 || response.status === 429) return { trouble: { kind: 'server' } };
  const refusal = (await response.json().catch(() => ({}))) as {
    error?: string;
    number?: string;
    params?: Record<string, string>;
  };
  return {
    trouble: {
      kind: 'refused',
      code: refusal.error ?? String(response.status),
      number: refusal.number ?? null,
      params: refusal.params ?? {},
    },
  };
}

/** What came of a turn: nothing more to send, more at once, or the same again after a while. */
export type Turn = 'idle' | 'more' | 'again';

/** Takes turns at sending, one at a time; while the network or the server is away, ever more slowly. */
export class Sending {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;
  private attempt = 0;

  constructor(private turn: () => Promise<Turn>) {}

  /** There is something to send. While the server is away it waits for the next attempt. */
  plan(delay: number): void {
    if (this.attempt === 0 || this.timer === undefined) this.schedule(delay);
  }

  /** Sends at once, whatever the waiting time. */
  now(): void {
    this.attempt = 0;
    this.schedule(0);
  }

  stop = (): void => clearTimeout(this.timer);

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    if (this.isBusy) return;
    this.isBusy = true;
    const came = await this.turn();
    this.isBusy = false;
    if (came === 'again') this.schedule(Math.min(longestDelay, 1000 * 2 ** this.attempt++));
    else {
      this.attempt = 0;
      if (came === 'more') this.schedule(0);
    }
  }
}

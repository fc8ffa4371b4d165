// Saves the text while it is written: to the browser at once, to the server a moment later, and again until it is there.
// Another person's save is never written over unseen.
import { personHeader, type SaveTo } from '@/components/entry/saving/send-patch';
import { Listeners } from '@/components/ui/observable';
import { canonicalJson } from '@/lib/domain/desk/edition';
import type { Block } from '@/lib/domain/desk/manuscript';
import { keepCopy, readCopy } from './manuscript-copy';

export type Theirs = { revision: number; savedBy: string; savedAt: string; blocks: Block[] };
export type SaverState =
  | { kind: 'saved' | 'waiting' | 'saving'; at: string; revision: number }
  | { kind: 'offline' | 'signed-out' }
  | { kind: 'refused'; code: string }
  | { kind: 'conflict'; theirs: Theirs };

type Answer =
  | { outcome: 'saved'; revision: number; savedAt: string; loosened: number }
  | ({ outcome: 'conflict' } & Theirs);
type Place = SaveTo & { copyName: string };

const pause = 700;
const mostKeepalive = 60_000;

export class ManuscriptSaver {
  private unsent: Block[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private attempt = 0;
  private isReplacing = false;
  private recovery: Promise<Block[] | null> | null = null;
  private readonly window = crypto.randomUUID();
  private listeners = new Listeners();
  private current: SaverState;

  constructor(
    private place: Place,
    private revision: number,
    savedAt: string,
  ) {
    this.current = { kind: 'saved', at: savedAt, revision };
  }

  private onLoosened = (): void => undefined;

  state = (): SaverState => this.current;
  subscribe = this.listeners.subscribe;

  /** Listens to the browser; answers how to stop. `loosened` is called when the server could not vouch for a number. */
  start(loosened: () => void): () => void {
    this.onLoosened = loosened;
    const again = () => {
      this.attempt = 0;
      void this.send();
    };
    const leave = () => this.leave();
    addEventListener('online', again);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('online', again);
      removeEventListener('pagehide', leave);
      this.leave();
    };
  }

  /** The text as it was left unsent the last time; null where nothing was. Over another revision both are shown. */
  recover(standing: Theirs): Promise<Block[] | null> {
    // However often the page asks, there is one answer.
    return (this.recovery ??= this.readUnsent(standing));
  }

  private async readUnsent(standing: Theirs): Promise<Block[] | null> {
    const copy = await readCopy(this.place.copyName);
    if (!copy || this.unsent || canonicalJson(copy.blocks) === canonicalJson(standing.blocks))
      return null;
    this.unsent = copy.blocks;
    if (copy.revision === standing.revision) {
      this.become({ kind: 'waiting', at: standing.savedAt, revision: standing.revision });
      this.schedule();
    } else this.become({ kind: 'conflict', theirs: standing });
    return copy.blocks;
  }

  change(blocks: Block[]): void {
    this.unsent = blocks;
    clearTimeout(this.copyTimer);
    this.copyTimer = setTimeout(() => this.keep(), 100);
    if (this.current.kind === 'saved') this.become({ ...this.current, kind: 'waiting' });
    if (this.current.kind !== 'conflict') this.schedule();
  }

  /** Mine instead of theirs, knowingly. */
  keepMine(theirs: Theirs): void {
    this.revision = theirs.revision;
    this.isReplacing = true;
    this.become({ kind: 'waiting', at: theirs.savedAt, revision: this.revision });
    void this.send();
  }

  /** Theirs instead of mine. */
  takeTheirs(theirs: Theirs): void {
    this.revision = theirs.revision;
    this.unsent = null;
    void keepCopy(this.place.copyName, null);
    this.become({ kind: 'saved', at: theirs.savedAt, revision: this.revision });
  }

  private schedule(after = pause): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), after);
  }

  private async send(): Promise<void> {
    if (this.isSending || !this.unsent || this.current.kind === 'conflict') return;
    const sent = this.unsent;
    this.isSending = true;
    if (this.current.kind === 'waiting') this.become({ ...this.current, kind: 'saving' });
    const answer = await this.ask(sent);
    this.isSending = false;
    if (typeof answer === 'string') return this.failed(answer);
    this.attempt = 0;
    if (answer.outcome === 'conflict') return this.become({ kind: 'conflict', theirs: answer });
    this.revision = answer.revision;
    this.isReplacing = false;
    if (this.unsent === sent) {
      this.unsent = null;
      clearTimeout(this.copyTimer);
      void keepCopy(this.place.copyName, null);
      this.become({ kind: 'saved', at: answer.savedAt, revision: this.revision });
    } else {
      this.keep();
      this.become({ kind: 'waiting', at: answer.savedAt, revision: this.revision });
      this.schedule();
    }
    if (answer.loosened > 0) this.onLoosened();
  }

  private async ask(blocks: Block[]): Promise<Answer | string> {
    try {
      const response = await fetch(this.place.address, {
        ...this.request(blocks),
        signal: AbortSignal.timeout(20_000),
      });
      if (response.ok) return (await response.json()) as Answer;
      if (response.status >= 500 || response.status === 429) return 'offline';
      if (response.status === 401) return 'signed-out';
      return (
        ((await response.json().catch(() => ({}))) as { error?: string }).error ??
        String(response.status)
      );
    } catch {
      return 'offline';
    }
  }

  private request(blocks: Block[]): RequestInit & { body: string } {
    const body = JSON.stringify({
      revision: this.revision,
      from: this.window,
      replace: this.isReplacing,
      blocks,
    });
    return {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...personHeader(this.place.personId) },
      body,
    };
  }

  private failed(why: string): void {
    this.keep();
    if (why !== 'offline' && why !== 'signed-out')
      return this.become({ kind: 'refused', code: why });
    this.become({ kind: why });
    this.schedule(Math.min(30_000, 1000 * 2 ** (this.attempt += 1)));
  }

  private keep(): void {
    if (this.unsent)
      void keepCopy(this.place.copyName, {
        revision: this.revision,
        blocks: this.unsent,
        at: Date.now(),
      });
  }

  /** The tab goes: the browser has the text, and the server too where it is short enough to be sent on the way out. */
  private leave(): void {
    clearTimeout(this.timer);
    if (!this.unsent || this.current.kind === 'conflict') return;
    this.keep();
    const request = this.request(this.unsent);
    if (request.body.length < mostKeepalive / 3)
      void fetch(this.place.address, { ...request, keepalive: true }).catch(() => undefined);
  }

  private become(state: SaverState): void {
    this.current = state;
    this.listeners.notify();
  }
}

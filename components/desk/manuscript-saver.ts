// Saves the text while it is written: to the browser at once, to the server a moment later, and again until it is
// there. What another person saved meanwhile is merged into it, and never written over unseen.
import { personHeader, type SaveTo } from '@/components/entry/saving/send-patch';
import { Listeners } from '@/components/ui/observable';
import { canonicalJson } from '@/lib/domain/desk/edition';
import type { Block } from '@/lib/domain/desk/manuscript';
import { mergeBlocks, takeTheirs, type Collision } from '@/lib/domain/desk/merge-blocks';
import { keepCopy, readCopy } from './manuscript-copy';

export type Theirs = { revision: number; savedBy: string; savedAt: string; blocks: Block[] };
export type SaverState =
  | { kind: 'saved' | 'waiting' | 'saving'; at: string; revision: number }
  | { kind: 'offline' | 'signed-out' }
  | { kind: 'refused'; code: string }
  | { kind: 'conflict'; theirs: Theirs; collisions: Collision[] };

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
  private recovery: Promise<readonly Block[] | null> | null = null;
  private readonly window = crypto.randomUUID();
  private listeners = new Listeners();
  private current: SaverState;

  private revision: number;
  /** The text as the server has it: what both sides of a merge began with. */
  private base: readonly Block[];

  constructor(
    private place: Place,
    { revision, savedAt, blocks }: Theirs,
  ) {
    this.revision = revision;
    this.base = blocks;
    this.current = { kind: 'saved', at: savedAt, revision };
  }

  private onLoosened = (): void => undefined;
  private onMerged: (blocks: readonly Block[], by: string) => void = () => undefined;

  state = (): SaverState => this.current;
  subscribe = this.listeners.subscribe;

  /** Listens to the browser; answers how to stop. `loosened` is called when the server could not vouch for a number,
   *  `merged` when somebody else's changes are in the text now. */
  start(loosened: () => void, merged: (blocks: readonly Block[], by: string) => void): () => void {
    this.onLoosened = loosened;
    this.onMerged = merged;
    const again = () => {
      this.attempt = 0;
      void this.send();
    };
    const leave = () => this.leave();
    const guard = (event: BeforeUnloadEvent) => {
      if (this.unsent && !['waiting', 'saving', 'saved'].includes(this.current.kind))
        event.preventDefault();
    };
    addEventListener('online', again);
    addEventListener('beforeunload', guard);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('online', again);
      removeEventListener('beforeunload', guard);
      removeEventListener('pagehide', leave);
      this.leave();
    };
  }

  /** The text as it was left unsent the last time, with what others saved since; null where nothing was. */
  recover(standing: Theirs): Promise<readonly Block[] | null> {
    // However often the page asks, there is one answer.
    return (this.recovery ??= this.readUnsent(standing));
  }

  private async readUnsent(standing: Theirs): Promise<readonly Block[] | null> {
    const copy = await readCopy(this.place.copyName);
    if (!copy || this.unsent || canonicalJson(copy.blocks) === canonicalJson(standing.blocks))
      return null;
    this.unsent = copy.blocks;
    if (copy.revision === standing.revision) {
      this.become({ kind: 'waiting', at: standing.savedAt, revision: standing.revision });
      this.schedule();
    } else {
      this.base = copy.base ?? [];
      this.meet(standing);
    }
    return this.unsent;
  }

  change(blocks: Block[]): void {
    this.unsent = blocks;
    clearTimeout(this.copyTimer);
    this.copyTimer = setTimeout(() => this.keep(), 100);
    if (this.current.kind === 'saved') this.become({ ...this.current, kind: 'waiting' });
    if (this.current.kind !== 'conflict') this.schedule();
  }

  /** Goes on after a collision: theirs in the blocks that are named, mine in the others. */
  settle(theirs: Theirs, takenIds: readonly string[]): void {
    const { blocks, collisions } = mergeBlocks(this.base, this.unsent ?? this.base, theirs.blocks);
    const taken = collisions.filter(({ id }) => takenIds.includes(id));
    this.goOn(theirs, taken.reduce(takeTheirs, blocks));
  }

  /** Somebody saved meanwhile: both changes are in the text from here on, unless they were to the same place. */
  private meet(theirs: Theirs): void {
    const { blocks, collisions } = mergeBlocks(this.base, this.unsent ?? this.base, theirs.blocks);
    if (collisions.length > 0) this.become({ kind: 'conflict', theirs, collisions });
    else this.goOn(theirs, blocks);
  }

  private goOn(theirs: Theirs, blocks: Block[]): void {
    this.revision = theirs.revision;
    this.base = theirs.blocks;
    this.unsent = blocks;
    this.keep();
    this.become({ kind: 'waiting', at: theirs.savedAt, revision: this.revision });
    this.onMerged(blocks, theirs.savedBy);
    this.schedule();
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
    if (answer.outcome === 'conflict') return this.meet(answer);
    this.revision = answer.revision;
    this.base = sent;
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
        base: this.base,
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

// Saves one text while it is being written: after a pause, and at once when the field is left. One request at a time;
// what the network loses is sent again, ever more slowly; what somebody else wrote meanwhile is shown, never
// overwritten.
import { personHeader, type SaveTo } from '@/components/entry/saving/send-patch';

export type SavedNote = { text: string; revision: number; by: string; at: Date | string };
export type NoteState =
  | { kind: 'idle' | 'editing' | 'saving' | 'saved' | 'lost' }
  | { kind: 'refused'; code: string }
  | { kind: 'conflict'; theirs: SavedNote; submission: number };

/** `submission`: the one in which the note stands. */
type Answer = {
  outcome: 'saved' | 'unchanged' | 'conflict';
  note: SavedNote;
  submission: number;
};
/** What the person saw when the writing began. */
type Seen = Pick<SavedNote, 'text' | 'revision'> & { submission: number };

const pause = 1500;
const longestDelay = 30_000;

export class NoteSaver {
  state: NoteState = { kind: 'idle' };
  private text: string;
  private saved: string;
  private revision: number;
  private submission: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private isBusy = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly to: SaveTo,
    private readonly place: { section: string; kind: string },
    seen: Seen,
  ) {
    this.text = this.saved = seen.text;
    this.revision = seen.revision;
    this.submission = seen.submission;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  read = (): NoteState => this.state;

  /** Whether something is not on the server. */
  get isUnsaved(): boolean {
    return this.text.trim() !== this.saved;
  }

  write(text: string): void {
    this.text = text;
    if (this.state.kind === 'conflict') return;
    this.show({ kind: 'editing' });
    this.plan(pause);
  }

  /** What stands in the field when the page comes alive: words typed before that are saved like the rest. */
  catchUp(text: string): void {
    if (text.trim() !== this.text.replaceAll('\r\n', '\n').trim()) this.write(text);
  }

  /** Sends what is not sent; the page may be going away (`keepalive`). */
  async send(keepalive = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.isBusy || this.state.kind === 'conflict') return;
    if (!this.isUnsaved) {
      if (this.state.kind === 'editing') this.show({ kind: 'idle' });
      return;
    }
    this.isBusy = true;
    this.show({ kind: 'saving' });
    const sent = this.text;
    const answer = await this.ask(sent, keepalive);
    this.isBusy = false;
    if (answer === null) {
      this.show({ kind: 'lost' });
      this.plan(Math.min(longestDelay, 1000 * 2 ** this.attempt++));
      return;
    }
    this.attempt = 0;
    if (typeof answer === 'string') return this.show({ kind: 'refused', code: answer });
    const { note, submission } = answer;
    if (answer.outcome === 'conflict')
      return this.show({ kind: 'conflict', theirs: note, submission });
    this.saved = note.text;
    this.revision = note.revision;
    this.submission = submission;
    // Something was typed while the request was on its way.
    if (this.text !== sent) return this.write(this.text);
    this.show({ kind: 'saved' });
  }

  /** After a conflict: the own text over theirs, or theirs. Answers what then stands in the field. */
  settle(keep: 'mine' | 'theirs'): string {
    if (this.state.kind !== 'conflict') return this.text;
    const { theirs, submission } = this.state;
    this.submission = submission;
    this.revision = theirs.revision;
    this.saved = theirs.text;
    if (keep === 'theirs') this.text = theirs.text;
    this.show({ kind: 'editing' });
    void this.send();
    return this.text;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }

  /** The server's answer, its word for a refusal, or null where there was none. */
  private async ask(text: string, keepalive: boolean): Promise<Answer | string | null> {
    try {
      const body = JSON.stringify({
        ...this.place,
        text,
        revision: this.revision,
        submission: this.submission,
      });
      const response = await fetch(this.to.address, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...personHeader(this.to.personId) },
        body,
        keepalive,
        signal: AbortSignal.timeout(20_000),
      });
      if (response.ok) return (await response.json()) as Answer;
      if (response.status >= 500 || response.status === 429) return null;
      return (
        ((await response.json().catch(() => ({}))) as { error?: string }).error ??
        String(response.status)
      );
    } catch {
      return null;
    }
  }

  private show(state: NoteState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

// Sends cells to the server in batches. What the network or a busy server loses is sent again, what the server refuses
// is not; nothing counts as saved before the server said so.
import { Listeners, type ObservableMap } from '@/components/ui/observable';
import type { FigureContent, FigureEdit, SaveResult } from '@/lib/domain/entry/figure-edit';
import { contentOf, isAtRest, isSameContent, type Cell } from '../cells/entry-cell';
import { Sending, sendPatch, type SaveTo, type Trouble, type Turn } from './send-patch';
import type { UnsentPlace } from './unsent-figures';

/** `submission`: the one the page shows. */
export type Place = SaveTo & UnsentPlace;

const largestBatch = 100;

export class Outbox {
  trouble: Trouble | null = null;
  /** When the server last took something. */
  savedAt: Date | null = null;
  private queue = new Set<string>();
  /** What the request that is under way carries. */
  private onItsWay = new Map<string, FigureContent>();
  /** The submission that the person has seen, by this page or by a conflict that they settled. */
  private seen: number;
  /** The one in which the figure stands that the last conflict named. */
  private standing: number;
  private sending = new Sending(() => this.send());
  private listeners = new Listeners();

  constructor(
    private place: Place,
    private cells: ObservableMap<Cell>,
  ) {
    this.seen = this.standing = place.submission;
  }

  isOnItsWay = (code: string): boolean => this.onItsWay.has(code);
  /** Notifies when a request came back, one way or the other. */
  subscribe = this.listeners.subscribe;
  /** Asks again at once, whatever the waiting time. */
  sendNow = (): void => this.sending.now();

  add(code: string): void {
    this.cells.update(code, { state: 'waiting', before: null });
    this.queue.add(code);
    this.sending.plan(30);
  }

  drop(code: string): void {
    this.queue.delete(code);
  }

  /** After a conflict the person saw what stands: the next edit is over that. */
  settle(code: string): void {
    const theirs = this.cells.get(code)?.theirs;
    if (!theirs) return;
    this.seen = this.standing;
    this.cells.update(code, { saved: theirs, seen: theirs.revision, theirs: null });
  }

  private async send(): Promise<Turn> {
    const codes = [...this.queue].slice(0, largestBatch);
    if (codes.length === 0) return 'idle';
    const edits = codes.map((indicator): FigureEdit => {
      const { seen, content } = this.cells.get(indicator)!;
      return { indicator, submission: this.seen, revision: seen, ...content };
    });
    this.onItsWay = new Map(codes.map((code) => [code, this.cells.get(code)!.content]));
    for (const code of codes) {
      this.queue.delete(code);
      this.cells.update(code, { state: 'saving' });
    }
    const answer = await sendPatch<{ results: SaveResult[] }>(this.place, { edits });
    const sent = this.onItsWay;
    this.onItsWay = new Map();
    if ('trouble' in answer) this.fail(codes, answer.trouble);
    else {
      this.trouble = null;
      for (const result of answer.body.results) this.apply(result, sent.get(result.indicator)!);
    }
    this.listeners.notify();
    if (this.queue.size === 0) return 'idle';
    return 'trouble' in answer ? 'again' : 'more';
  }

  private fail(codes: readonly string[], trouble: Trouble): void {
    this.trouble = trouble;
    for (const code of codes) {
      if (trouble.kind !== 'refused') this.queue.add(code);
      if (this.cells.get(code)!.state === 'saving')
        this.cells.update(code, { state: trouble.kind === 'refused' ? 'failed' : 'waiting' });
    }
  }

  private apply(result: SaveResult, sent: FigureContent): void {
    const { indicator: code } = result;
    const cell = this.cells.get(code)!;
    const isAsSent = isSameContent(cell.content, sent) && !this.queue.has(code);
    if (result.outcome === 'invalid') {
      if (isAsSent) this.cells.update(code, { state: 'invalid', issue: result.issue });
      return;
    }
    const { figure } = result;
    if (result.outcome === 'conflict') {
      this.drop(code);
      this.standing = result.submission;
      this.cells.update(code, { state: 'conflict', theirs: figure });
      return;
    }
    this.savedAt = new Date();
    const content = contentOf(figure, cell.row.indicator);
    this.cells.update(code, {
      saved: figure,
      seen: figure.revision,
      ...(isAsSent && { state: 'saved', content }),
    });
    // Somebody typed on while it was on its way: that goes off by itself, on top of what was saved.
    if (!isAsSent && isAtRest(cell)) this.add(code);
  }
}

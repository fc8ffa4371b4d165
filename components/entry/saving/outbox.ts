// What is to be sent: in batches, one request at a time, and again while the network or the server is away.
import type { Content } from '../grid/entry-cell';
import { sendEdits, type Edit, type Result } from './figure-sender';
import { delayAfter, type SaveTo, type Trouble } from './send-patch';

/** Whose cells these are. */
export type Sender = {
  /** The edit a cell stands for at this moment. */
  editOf(code: string): { submission: number; revision: number; content: Content };
  began(codes: readonly string[]): void;
  answered(result: Result, sent: Content): void;
  failed(codes: readonly string[], trouble: Trouble): void;
  /** A request came back, one way or the other. */
  settled(): void;
};

const largestBatch = 100;

export class Outbox {
  trouble: Trouble | null = null;
  private queue = new Set<string>();
  /** What the request that is under way carries. */
  private onItsWay = new Map<string, Content>();
  private isSending = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private to: SaveTo,
    private sender: Sender,
  ) {}

  has = (code: string): boolean => this.queue.has(code);
  isOnItsWay = (code: string): boolean => this.onItsWay.has(code);

  add(code: string): void {
    this.queue.add(code);
    if (!this.trouble) this.schedule(30);
    else if (this.timer === undefined) this.schedule(0);
  }

  drop(code: string): void {
    this.queue.delete(code);
  }

  /** Asks again at once, whatever the waiting time. */
  sendNow(): void {
    this.attempt = 0;
    this.schedule(0);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, delay);
  }

  private async flush(): Promise<void> {
    if (this.isSending || this.queue.size === 0) return;
    this.isSending = true;
    const sent = (this.onItsWay = new Map<string, Content>());
    const edits = [...this.queue].slice(0, largestBatch).map((code): Edit => {
      const { content, ...seen } = this.sender.editOf(code);
      sent.set(code, content);
      this.queue.delete(code);
      return { indicator: code, ...seen, ...content };
    });
    this.sender.began([...sent.keys()]);
    const answer = await sendEdits(this.to, edits);
    this.isSending = false;
    this.onItsWay = new Map();
    if ('body' in answer) {
      this.attempt = 0;
      this.trouble = null;
      for (const result of answer.body.results)
        this.sender.answered(result, sent.get(result.indicator)!);
      if (this.queue.size > 0) this.schedule(0);
    } else this.fail(answer.trouble, [...sent.keys()]);
    this.sender.settled();
  }

  private fail(trouble: Trouble, codes: string[]): void {
    this.trouble = trouble;
    if (trouble.kind !== 'refused') for (const code of codes) this.queue.add(code);
    this.sender.failed(codes, trouble);
    if (this.queue.size > 0) this.schedule(delayAfter(this.attempt++));
  }
}

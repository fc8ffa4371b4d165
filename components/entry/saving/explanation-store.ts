// What is being written of checks in the grid, outside React: every text is in the browser before it is sent, goes off by
// itself when its field is left and the figures it is about are saved, and goes again when the network is back.
import { Listeners, NamedListeners } from '@/components/ui/listeners';
import { isRealExplanation, shortestExplanation } from '@/lib/domain/checks/checks';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Issue } from '@/lib/domain/access/errors';
import type { WrittenExplanation } from '../checks/check-setup';
import { delayAfter, sendPatch, type Trouble } from './send-patch';
import type { UnsentPlace } from './unsent-figures';
import { keepText, readTexts } from './unsent-texts';

/** A text that the server does not hold. kept: from a former visit; held: its figures are not saved yet. `over`: what the
 *  person saw written there. */
export type Writing = {
  text: string;
  over: string;
  state: 'editing' | 'kept' | 'held' | 'waiting' | 'saving' | 'refused';
  issue: Issue | null;
};

/** What the store asks of the checks of the page. */
export type Explainable = {
  settledValues(check: string): CheckValues | null;
  /** What is written of a check that is told on this page, empty where nothing is; undefined where it is not told. */
  writtenOf(check: string): string | undefined;
  explain(check: string, written: WrittenExplanation | null): void;
};

type Place = { address: string } & UnsentPlace;
type Answer = { explanation: Omit<WrittenExplanation, 'check'> | null };

export class ExplanationStore {
  private writings = new Map<string, Writing>();
  private listeners = new NamedListeners();
  private countListeners = new Listeners();
  private isSending = false;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  trouble: Trouble | null = null;
  /** When the server last took something. */
  savedAt: Date | null = null;

  constructor(
    private place: Place,
    private checks: Explainable,
  ) {}

  at = (check: string): Writing | undefined => this.writings.get(check);
  /** How many texts the server does not hold; of a former visit's only those that have their field here. */
  count = (): number =>
    [...this.writings].filter(
      ([check, { state }]) => state !== 'kept' || this.checks.writtenOf(check) !== undefined,
    ).length;
  subscribe = this.listeners.add;
  subscribeCount = this.countListeners.add;

  type(check: string, text: string): void {
    this.put(check, { text, over: this.overOf(check), state: 'editing', issue: null });
  }

  /** The field was left: what says something goes off, what does not stays and says why. */
  leave(check: string, written: string): void {
    const writing = this.writings.get(check);
    if (!writing || writing.state === 'saving') return;
    const text = writing.text.trim();
    if (text === written) this.put(check, null);
    else this.save(check, text);
  }

  /** Saves a text as it is; an empty one withdraws what was written. */
  save(check: string, text: string): void {
    const saysNothing = text !== '' && !isRealExplanation(text);
    if (saysNothing)
      this.put(check, {
        text,
        over: this.overOf(check),
        state: 'refused',
        issue: { code: 'explanation-says-nothing', params: { least: String(shortestExplanation) } },
      });
    else {
      this.put(check, { text, over: this.overOf(check), state: 'waiting', issue: null });
      this.schedule(0);
    }
  }

  /** Back to what was written before. */
  cancel = (check: string): void => this.put(check, null);

  /** Figures were saved, or the network is back. */
  sendNow = (): void => {
    this.attempt = 0;
    if ([...this.writings.values()].some(({ state }) => state === 'waiting' || state === 'held'))
      this.schedule(0);
  };

  /** Reads what this browser kept; the person decides what becomes of it by leaving its field. */
  async recall(): Promise<void> {
    for (const [check, kept] of Object.entries(await readTexts(this.place, 'check'))) {
      if (this.checks.writtenOf(check) === kept.text.trim())
        void keepText(this.place, 'check', check, null);
      else if (!this.writings.has(check)) this.put(check, { ...kept, state: 'kept', issue: null });
    }
  }

  stop = (): void => clearTimeout(this.timer);

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async flush(): Promise<void> {
    if (this.isSending) return;
    const [check, writing] = this.nextDue() ?? [];
    if (!check || !writing) return;
    const values = this.checks.settledValues(check)!;
    this.isSending = true;
    this.put(check, { ...writing, state: 'saving' });
    const { text, over } = writing;
    const seen = { submission: this.place.submission, values, text: over };
    const answer = await sendPatch<Answer>(this.place, { check, text, seen });
    this.isSending = false;
    const now = this.writings.get(check);
    const isAsSent = now?.text === writing.text;
    if ('body' in answer) {
      const { explanation } = answer.body;
      this.attempt = 0;
      this.trouble = null;
      this.savedAt = new Date();
      if (isAsSent) this.put(check, null);
      this.checks.explain(check, explanation && { ...explanation, check });
    } else if (answer.trouble.kind === 'refused') {
      const { code, params } = answer.trouble;
      // What stands there is told now: the next time it is written over knowingly.
      const told = code === 'explanation-changed' ? params.text! : over;
      if (isAsSent) this.put(check, { text, over: told, state: 'refused', issue: answer.trouble });
    } else {
      this.trouble = answer.trouble;
      if (isAsSent) this.put(check, { ...writing, state: 'waiting' });
      return this.schedule(delayAfter(this.attempt++));
    }
    this.schedule(0);
  }

  /** The next text whose figures are as the server holds them. */
  private nextDue(): [string, Writing] | undefined {
    for (const [check, writing] of this.writings) {
      if (writing.state !== 'waiting' && writing.state !== 'held') continue;
      if (this.checks.settledValues(check)) return [check, writing];
      if (writing.state === 'waiting') this.put(check, { ...writing, state: 'held' });
    }
    return undefined;
  }

  private overOf = (check: string): string =>
    this.writings.get(check)?.over ?? this.checks.writtenOf(check) ?? '';

  private put(check: string, writing: Writing | null): void {
    const before = this.writings.get(check);
    if (writing) this.writings.set(check, writing);
    else this.writings.delete(check);
    if (before?.text !== writing?.text && writing?.state !== 'kept')
      void keepText(this.place, 'check', check, writing);
    this.listeners.tell(check);
    this.countListeners.tell();
  }
}

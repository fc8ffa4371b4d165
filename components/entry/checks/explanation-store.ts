// What is being written of checks in the grid, outside React: every text is in the browser before it is sent, goes off
// by itself when its field is left and the figures it is about are saved, and goes again when the network is back.
import { Listeners, ObservableMap } from '@/components/ui/observable';
import { isRealExplanation, shortestExplanation } from '@/lib/domain/checks/checks';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Issue } from '@/lib/domain/access/errors';
import type { WrittenExplanation } from './check-setup';
import type { Place } from '../saving/outbox';
import { Sending, sendPatch, type Trouble, type Turn } from '../saving/send-patch';
import { keepText, readTexts } from '../saving/unsent-texts';

/** A text that the server does not hold. kept: from a former visit; held: its figures are not saved yet. `over`: what
 *  the person saw written there. */
export type Writing = {
  text: string;
  over: string;
  state: 'editing' | 'kept' | 'held' | 'waiting' | 'saving' | 'refused';
  issue: Issue | null;
};

/** What the store asks of the checks of the page. */
export type Explainable = {
  settledValues(check: string): CheckValues | null;
  /** What is written of a check that is shown on this page, empty where nothing is; undefined where it is not shown. */
  writtenOf(check: string): string | undefined;
  explain(check: string, written: WrittenExplanation | null): void;
};

type Answer = { explanation: Omit<WrittenExplanation, 'check'> | null };

export class ExplanationStore {
  readonly writings = new ObservableMap<Writing>([]);
  private listeners = new Listeners();
  private sending = new Sending(() => this.send());
  trouble: Trouble | null = null;
  /** When the server last took something. */
  savedAt: Date | null = null;

  constructor(
    private place: Place,
    private checks: Explainable,
  ) {}

  /** How many texts the server does not hold; of a former visit's only those that have their field here. */
  count = (): number =>
    this.writings
      .keys()
      .filter(
        (check) =>
          this.writings.get(check)!.state !== 'kept' || this.checks.writtenOf(check) !== undefined,
      ).length;
  subscribe = this.listeners.subscribe;

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
      this.sending.plan(0);
    }
  }

  /** Back to what was written before. */
  cancel = (check: string): void => this.put(check, null);

  /** Figures were saved, or the network is back. */
  sendNow = (): void => {
    if (this.writings.all().some(({ state }) => state === 'waiting' || state === 'held'))
      this.sending.now();
  };

  /** Reads what this browser kept; the person decides what becomes of it by leaving its field. */
  async recall(): Promise<void> {
    for (const [check, kept] of Object.entries(await readTexts(this.place, 'check'))) {
      if (this.checks.writtenOf(check) === kept.text.trim())
        void keepText(this.place, 'check', check, null);
      else if (!this.writings.get(check)) this.put(check, { ...kept, state: 'kept', issue: null });
    }
  }

  stop = (): void => this.sending.stop();

  private async send(): Promise<Turn> {
    const [check, writing] = this.nextDue() ?? [];
    if (!check || !writing) return 'idle';
    const { text, over } = writing;
    const values = this.checks.settledValues(check)!;
    this.put(check, { ...writing, state: 'saving' });
    const answer = await sendPatch<Answer>(this.place, {
      check,
      text,
      seen: { submission: this.place.submission, values, text: over },
    });
    const isAsSent = this.writings.get(check)?.text === text;
    if ('body' in answer) {
      const { explanation } = answer.body;
      this.trouble = null;
      this.savedAt = new Date();
      if (isAsSent) this.put(check, null);
      this.checks.explain(check, explanation && { ...explanation, check });
    } else if (answer.trouble.kind === 'refused') {
      const { code, params } = answer.trouble;
      // What stands there is shown now: the next time it is written over knowingly.
      const seen = code === 'explanation-changed' ? params.text! : over;
      if (isAsSent) this.put(check, { text, over: seen, state: 'refused', issue: answer.trouble });
    } else {
      this.trouble = answer.trouble;
      if (isAsSent) this.put(check, { ...writing, state: 'waiting' });
      return 'again';
    }
    return 'more';
  }

  /** The next text whose figures are as the server holds them. */
  private nextDue(): [string, Writing] | undefined {
    for (const check of this.writings.keys()) {
      const writing = this.writings.get(check)!;
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
    this.listeners.notify();
  }
}

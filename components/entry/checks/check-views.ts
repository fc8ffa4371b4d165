import { KeyedListeners, type Delivery } from '@/components/ui/observable';
import type { CellVerdicts } from './page-checks';

/** What is said at each figure, with those to be notified of what is new. */
export class CheckViews {
  private views = new Map<string, CellVerdicts>();
  private changed = new Set<string>();
  private listeners = new KeyedListeners();

  constructor(private delivery: Delivery | undefined) {}

  subscribe = this.listeners.subscribe;
  at = (code: string): CellVerdicts => this.views.get(code) ?? nothing;

  set(code: string, view: CellVerdicts): void {
    this.views.set(code, view);
    this.changed.add(code);
  }

  /** Everything is said anew. */
  clear(): void {
    for (const code of this.views.keys()) this.changed.add(code);
    this.views.clear();
  }

  notify(): void {
    const news = [...this.changed];
    this.changed.clear();
    for (const code of news)
      if (this.delivery) this.delivery.notify(this.listeners, code);
      else this.listeners.notify(code);
  }
}

const nothing: CellVerdicts = { verdicts: [], hint: null, isStale: false };

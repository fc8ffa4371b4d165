// Which rows are in the viewport or close to it. They are notified at once of what changes; all others a moment later,
// a few at a time, so that a paste over a thousand rows shows where the person looks and the next key does not wait
// for the rest.
import type { Delivery, KeyedListeners } from '@/components/ui/observable';

const pause = 50;
const slice = 20;

export class Viewport implements Delivery {
  private far = new Set<string>();
  private waiting = new Map<KeyedListeners, Set<string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Notifies those who follow this figure. */
  notify(listeners: KeyedListeners, code: string): void {
    if (!this.far.has(code)) return listeners.notify(code);
    const codes = this.waiting.get(listeners) ?? new Set();
    this.waiting.set(listeners, codes.add(code));
    this.timer ??= setTimeout(this.notifySome, pause);
  }

  /** The rows of a block came into the viewport, or left it. */
  place(codes: readonly string[], isFar: boolean): void {
    for (const code of codes) {
      if (isFar) this.far.add(code);
      else this.far.delete(code);
    }
    if (isFar) return;
    for (const [listeners, waiting] of this.waiting)
      for (const code of codes) if (waiting.delete(code)) listeners.notify(code);
  }

  /** Follows an element that holds the rows of these figures. */
  watch(block: HTMLElement, codes: readonly string[]): () => void {
    const observer = new IntersectionObserver(
      ([...entries]) => this.place(codes, !entries.at(-1)!.isIntersecting),
      { rootMargin: '100% 0px' },
    );
    observer.observe(block);
    return () => {
      observer.disconnect();
      this.place(codes, false);
    };
  }

  private notifySome = (): void => {
    this.timer = undefined;
    const news = [...this.waiting].flatMap(([listeners, codes]) =>
      [...codes].map((code) => ({ listeners, code })),
    );
    for (const { listeners, code } of news.slice(0, slice)) {
      this.waiting.get(listeners)!.delete(code);
      listeners.notify(code);
    }
    if (news.length > slice) this.timer = setTimeout(this.notifySome, 0);
  };
}

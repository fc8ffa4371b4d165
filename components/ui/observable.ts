// State outside React that rows and bars follow by themselves (useSyncExternalStore).

/** Who is notified of something. */
export class Listeners<News = void> {
  private all = new Set<(news: News) => void>();

  /** Notifies from now on; answers how to stop. */
  subscribe = (listener: (news: News) => void): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };

  notify = (news: News): void => this.all.forEach((listener) => listener(news));
}

/** The same for each key by itself, so that a row is notified of its own cell only. */
export class KeyedListeners {
  private all = new Map<string, Listeners>();

  subscribe = (key: string, listener: () => void): (() => void) => {
    const those = this.all.get(key) ?? new Listeners();
    this.all.set(key, those);
    return those.subscribe(listener);
  };

  notify = (key: string): void => this.all.get(key)?.notify();
  notifyAll = (): void => this.all.forEach((those) => those.notify());
}

/** One value that is followed. */
export class Observable<T> {
  private listeners = new Listeners();

  constructor(private value: T) {}

  read = (): T => this.value;
  subscribe = this.listeners.subscribe;

  set(value: T): void {
    this.value = value;
    this.listeners.notify();
  }
}

/** When the listeners of a key are notified. */
export type Delivery = { notify(listeners: KeyedListeners, key: string): void };

const atOnce: Delivery = { notify: (listeners, key) => listeners.notify(key) };

/** Values by key, each followed by itself, and all of them together. */
export class ObservableMap<T extends object> {
  private values: Map<string, T>;
  private listeners = new KeyedListeners();
  private watchers = new Listeners<T>();

  constructor(
    entries: Iterable<readonly [string, T]>,
    private delivery = atOnce,
  ) {
    this.values = new Map(entries);
  }

  get = (key: string): T | undefined => this.values.get(key);
  keys = (): string[] => [...this.values.keys()];
  all = (): T[] => [...this.values.values()];
  subscribe = this.listeners.subscribe;
  /** Notifies at once of every value that changes. */
  watch = this.watchers.subscribe;

  set(key: string, value: T): void {
    this.values.set(key, value);
    this.delivery.notify(this.listeners, key);
    this.watchers.notify(value);
  }

  delete(key: string): void {
    this.values.delete(key);
    this.delivery.notify(this.listeners, key);
  }

  /** Changes a part of a value; nothing where there is none. */
  update(key: string, change: Partial<T>): void {
    const value = this.values.get(key);
    if (value) this.set(key, { ...value, ...change });
  }
}

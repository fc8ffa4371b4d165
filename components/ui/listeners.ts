// Who hears of changes in a store outside React (useSyncExternalStore).

export class Listeners<News = void> {
  private all = new Set<(news: News) => void>();

  /** Hears from now on; answers how to stop. */
  add = (listener: (news: News) => void): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };

  tell = (news: News): void => this.all.forEach((listener) => listener(news));
}

/** The same for each name by itself, so that a row hears of its own cell only. */
export class NamedListeners {
  private all = new Map<string, Listeners>();

  add = (name: string, listener: () => void): (() => void) => {
    const those = this.all.get(name) ?? new Listeners();
    this.all.set(name, those);
    return those.add(listener);
  };

  tell = (name: string): void => this.all.get(name)?.tell();
  tellAll = (): void => this.all.forEach((those) => those.tell());
}

import type { FigureStore } from './figure-store';

/** Keeps what is unsent when the page goes away, and sends when the network or the person is back. */
export function watchPage(store: FigureStore): () => void {
  void store.recall();
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
  const warn = (event: BeforeUnloadEvent) => {
    const { unsent, saving, invalid, conflicts } = store.status();
    if (unsent + saving + invalid + conflicts > 0) event.preventDefault();
  };
  const saveKey = (event: globalThis.KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      store.saveNow();
    }
  };
  const keep = () => void store.keep();
  const online = () => store.saveNow();
  // Whoever signed in again in another window comes back to this one.
  const back = () => {
    if (store.status().trouble) store.saveNow();
  };
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', keep);
  window.addEventListener('online', online);
  window.addEventListener('focus', back);
  document.addEventListener('keydown', saveKey);
  return () => {
    keep();
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('pagehide', keep);
    window.removeEventListener('online', online);
    window.removeEventListener('focus', back);
    document.removeEventListener('keydown', saveKey);
  };
}

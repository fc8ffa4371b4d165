import { decodePart } from '@/lib/paths';
import type { ExplanationStore } from './saving/explanation-store';
import type { FigureStore } from './saving/figure-store';

/** Keeps what is unsent when the page goes away, and sends when the network or the person is back. */
export function watchPage(store: FigureStore, explanations: ExplanationStore): () => void {
  void store.recall();
  void explanations.recall();
  document.getElementById(decodePart(location.hash.slice(1)))?.focus();
  const warn = (event: BeforeUnloadEvent) => {
    const { unsent, saving, invalid, conflicts } = store.status();
    if (unsent + saving + invalid + conflicts + explanations.count() > 0) event.preventDefault();
  };
  const saveKey = (event: globalThis.KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      sendNow();
    }
  };
  const sendNow = () => {
    store.saveNow();
    explanations.sendNow();
  };
  const keep = () => void store.keep();
  // Whoever signed in again in another window comes back to this one.
  const back = () => {
    if (store.status().trouble || explanations.trouble) sendNow();
  };
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', keep);
  window.addEventListener('online', sendNow);
  // An explanation waits for the figures it is about.
  const end = store.watch(({ state }) => state === 'saved' && explanations.sendNow());
  window.addEventListener('focus', back);
  document.addEventListener('keydown', saveKey);
  return () => {
    keep();
    end();
    explanations.stop();
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('pagehide', keep);
    window.removeEventListener('online', sendNow);
    window.removeEventListener('focus', back);
    document.removeEventListener('keydown', saveKey);
  };
}

import { decodePart } from '@/lib/paths';
import type { ExplanationStore } from '../checks/explanation-store';
import type { EntrySession } from '../saving/entry-session';

/** Keeps what is unsent when the page goes away, and sends when the network or the person is back. */
export function watchPage(
  { cells, copy, editor, status }: EntrySession,
  explanations: ExplanationStore,
): () => void {
  void copy.recall();
  void explanations.recall();
  document.getElementById(decodePart(location.hash.slice(1)))?.focus();
  const warn = (event: BeforeUnloadEvent) => {
    const { unsent, saving, invalid, conflicts } = status.read();
    if (unsent + saving + invalid + conflicts + explanations.count() > 0) event.preventDefault();
  };
  const saveKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      sendNow();
    }
  };
  const sendNow = () => {
    editor.saveNow();
    explanations.sendNow();
  };
  const keep = () => void copy.write();
  // Whoever signed in again in another window comes back to this one.
  const back = () => {
    if (status.read().trouble || explanations.trouble) sendNow();
  };
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', keep);
  window.addEventListener('online', sendNow);
  // An explanation waits for the figures it is about.
  const end = cells.watch(({ state }) => state === 'saved' && explanations.sendNow());
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

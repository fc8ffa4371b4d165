// The text as it stands in this browser until the server has it: it outlives a closed tab and a lost connection.
import { openDB, type IDBPDatabase } from 'idb';
import { isSharedComputer } from '@/components/entry/saving/unsent-figures';
import type { Block } from '@/lib/domain/desk/manuscript';

/** `revision` is the one it was written over, and `base` its text. */
export type Copy = { revision: number; base?: readonly Block[]; blocks: Block[]; at: number };

const maxAge = 30 * 24 * 3600 * 1000;

/** What was left unsent under this name; null where there is nothing, or the browser keeps nothing. */
export async function readCopy(name: string): Promise<Copy | null> {
  const copy = await withDatabase((db) => db.get('copy', name) as Promise<Copy | undefined>);
  return copy && Date.now() - copy.at < maxAge ? copy : null;
}

/** Keeps the text, or releases it when it is null. */
export async function keepCopy(name: string, copy: Copy | null): Promise<void> {
  await withDatabase((db) =>
    copy === null || isSharedComputer()
      ? db.delete('copy', name)
      : db.put('copy', copy, name).then(() => undefined),
  );
}

/** Erases every copy in this browser. */
export async function forgetCopies(): Promise<void> {
  await withDatabase((db) => db.clear('copy'));
}

async function withDatabase<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T | null> {
  try {
    const db = await openDB('gongbao-manuscripts', 1, {
      upgrade: (fresh) => void fresh.createObjectStore('copy'),
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

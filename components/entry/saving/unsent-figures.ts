// Figures that were typed but that the server has not confirmed yet, and texts (unsent-texts.ts). They outlive a reload, a closed tab and an expired
// session in the person's own browser (IndexedDB): only unsent cells, keyed by person, report and indicator, gone once
// confirmed, signed out or 7 days old. On a computer that several people share it can be switched off.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Unsent } from '../grid/entry-cell';

type Place = { personId: string; reportId: string };
type Kept = Place & { indicator: string; unsent: Unsent };
interface Schema extends DBSchema {
  unsent: { key: [string, string, string]; value: Kept };
}

const database = 'gongbao';
const maxAge = 7 * 24 * 3600 * 1000;
const sharedKey = 'gongbao.shared-computer';

/** Unsent figures of one person in one report, by indicator; empty where the browser keeps nothing. */
export async function readUnsent({ personId, reportId }: Place): Promise<Record<string, Unsent>> {
  const all = await withStore('readwrite', async (store) => {
    const kept = await store.getAll();
    const old = kept.filter(({ unsent }) => Date.now() - unsent.at >= maxAge);
    await Promise.all(old.map((one) => store.delete([one.personId, one.reportId, one.indicator])));
    return kept.filter((one) => !old.includes(one));
  });
  const mine = (all ?? []).filter((one) => one.personId === personId && one.reportId === reportId);
  return Object.fromEntries(mine.map(({ indicator, unsent }) => [indicator, unsent]));
}

/** Keeps what is unsent now, and lets go of what is null: one transaction. */
export async function keepUnsent(
  { personId, reportId }: Place,
  changes: Readonly<Record<string, Unsent | null>>,
): Promise<void> {
  await withStore('readwrite', (store) =>
    Promise.all(
      Object.entries(changes).map(([indicator, unsent]) =>
        unsent === null || isSharedComputer()
          ? store.delete([personId, reportId, indicator])
          : store.put({ personId, reportId, indicator, unsent }),
      ),
    ),
  );
}

/** Erases everything unsent of everybody in this browser. */
export async function forgetUnsent(): Promise<void> {
  await withStore('readwrite', (store) => store.clear());
}

/** Whether nothing is to be left in this browser. */
export function isSharedComputer(): boolean {
  return globalThis.localStorage?.getItem(sharedKey) === '1';
}

export async function shareComputer(isShared: boolean): Promise<void> {
  if (!isShared) localStorage.removeItem(sharedKey);
  else {
    localStorage.setItem(sharedKey, '1');
    await forgetUnsent();
  }
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** A browser that refuses (private windows, a full disk) keeps nothing; the figures stay on the page all the same. */
async function withStore<T>(
  mode: 'readwrite',
  work: (store: ReturnType<typeof storeOf>) => Promise<T>,
): Promise<T | null> {
  try {
    opening ??= openDB<Schema>(database, 1, {
      upgrade: (db) =>
        void db.createObjectStore('unsent', { keyPath: ['personId', 'reportId', 'indicator'] }),
      terminated: () => (opening = undefined),
    });
    return await work(storeOf(await opening, mode));
  } catch {
    opening = undefined;
    return null;
  }
}

const storeOf = (db: IDBPDatabase<Schema>, mode: 'readwrite') =>
  db.transaction('unsent', mode).store;

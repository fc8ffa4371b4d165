// Figures that were typed but that the server has not confirmed yet, and texts (unsent-texts.ts). They outlive a
// reload, a closed tab and an expired session in the person's own browser (IndexedDB): only unsent cells, keyed by
// person, report, indicator and submission, gone once confirmed, signed out or 7 days old. What was typed for an
// earlier submission of the report is read with the later one: it names the revision it was typed over. On a computer
// that several people share it can be switched off.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Unsent } from '../cells/entry-cell';

export type UnsentPlace = { personId: string; reportId: string; submission: number };
type Kept = UnsentPlace & { indicator: string; unsent: Unsent };
interface Schema extends DBSchema {
  unsent: { key: [string, string, string, number]; value: Kept };
}

const database = 'gongbao';
const maxAge = 7 * 24 * 3600 * 1000;
const sharedKey = 'gongbao.shared-computer';

/** Unsent figures of one person in one report, up to this submission, by indicator; empty where the browser keeps
 *  nothing. */
export async function readUnsent({
  personId,
  reportId,
  submission,
}: UnsentPlace): Promise<Record<string, Unsent>> {
  const all = await withStore('readwrite', async (store) => {
    const kept = await store.getAll();
    const old = kept.filter(({ unsent }) => Date.now() - unsent.at >= maxAge);
    await Promise.all(old.map((one) => store.delete(keyOf(one, one.indicator))));
    return kept.filter((one) => !old.includes(one));
  });
  const mine = (all ?? [])
    .filter(
      (one) =>
        one.personId === personId && one.reportId === reportId && one.submission <= submission,
    )
    .toSorted((a, b) => a.submission - b.submission);
  return Object.fromEntries(mine.map(({ indicator, unsent }) => [indicator, unsent]));
}

/** Keeps what is unsent now, and deletes what is null: one transaction. */
export async function keepUnsent(
  { personId, reportId, submission }: UnsentPlace,
  changes: Readonly<Record<string, Unsent | null>>,
): Promise<void> {
  const place = { personId, reportId, submission };
  await withStore('readwrite', (store) =>
    Promise.all(
      Object.entries(changes).map(([indicator, unsent]) =>
        unsent === null || isSharedComputer()
          ? store.delete(
              IDBKeyRange.bound(
                keyOf({ ...place, submission: 0 }, indicator),
                keyOf(place, indicator),
              ),
            )
          : store.put({ ...place, indicator, unsent }),
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
    opening ??= openDB<Schema>(database, 2, {
      upgrade: async (db, version, _to, transaction) => {
        const kept = version > 0 ? await transaction.objectStore('unsent').getAll() : [];
        if (version > 0) db.deleteObjectStore('unsent');
        const store = db.createObjectStore('unsent', {
          keyPath: ['personId', 'reportId', 'indicator', 'submission'],
        });
        // Of before copies named their submission: older than any.
        for (const one of kept) void store.put({ ...one, submission: 0 });
      },
      terminated: () => (opening = undefined),
    });
    return await work(storeOf(await opening, mode));
  } catch {
    opening = undefined;
    return null;
  }
}

const keyOf = (
  { personId, reportId, submission }: UnsentPlace,
  indicator: string,
): [string, string, string, number] => [personId, reportId, indicator, submission];

const storeOf = (db: IDBPDatabase<Schema>, mode: 'readwrite') =>
  db.transaction('unsent', mode).store;

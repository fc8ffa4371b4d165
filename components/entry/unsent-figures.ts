// Figures that were typed but that the server has not confirmed yet. They outlive a reload and an expired session in
// the person's own browser: only unsent cells, keyed by person and report, gone once confirmed, signed out or 7 days old.

export type Unsent = { typed: string; revision: number; at: number } | {
  answer: 'not_applicable' | 'not_available';
  note: string | null;
  revision: number;
  at: number;
};

const prefix = 'gongbao.unsent.';
const maxAge = 7 * 24 * 3600 * 1000;

/** Unsent figures of one person in one report, by indicator. */
export function readUnsent(personId: string, reportId: string): Record<string, Unsent> {
  const stored = localStorage.getItem(keyOf(personId, reportId));
  if (!stored) return {};
  const all = JSON.parse(stored) as Record<string, Unsent>;
  return Object.fromEntries(Object.entries(all).filter(([, { at }]) => Date.now() - at < maxAge));
}

/** Keeps what is unsent now; an empty set leaves nothing in the browser. */
export function keepUnsent(personId: string, reportId: string, unsent: Record<string, Unsent>): void {
  const key = keyOf(personId, reportId);
  if (Object.keys(unsent).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(unsent));
}

/** Erases everything unsent of everybody in this browser. */
export function forgetUnsent(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key);
  }
}

function keyOf(personId: string, reportId: string): string {
  return `${prefix}${personId}.${reportId}`;
}

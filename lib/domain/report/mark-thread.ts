// What reviewer and unit said about one marked figure, and whose turn it is. The last word decides; nothing is stored.

/** `marked`, `replied` and `settled` are the reviewer's words, `answered` the unit's. */
export type ThreadWord = {
  kind: 'marked' | 'answered' | 'replied' | 'settled';
  text: string | null;
  by: string;
  at: Date;
};
export type Thread = { indicator: string; words: readonly ThreadWord[] };

/** `waits-for-unit`: marked or replied to last; `waits-for-reviewer`: answered last. */
export type ThreadStanding = 'waits-for-unit' | 'waits-for-reviewer' | 'settled';

/** Where a thread stands; `words` in the order they were written, the first a mark. */
export function threadStanding(words: readonly Pick<ThreadWord, 'kind'>[]): ThreadStanding {
  const last = words.at(-1)?.kind;
  if (last === 'settled') return 'settled';
  return last === 'answered' ? 'waits-for-reviewer' : 'waits-for-unit';
}

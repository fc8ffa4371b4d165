import { diffArrays } from 'diff';

/** What is stated alike in two lists: pairs of places [in a, in b], in order, as many as there can be. */
export function match<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(a.map(keyOf), b.map(keyOf))) {
    if (added) j += count;
    else if (removed) i += count;
    else for (let left = count; left > 0; left -= 1) pairs.push([i++, j++]);
  }
  return pairs;
}

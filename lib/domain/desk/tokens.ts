// The longest common subsequence of two lists (Myers' O(ND) way): what is told alike in two texts.

/** Pairs of places [in a, in b] that are matched, in order. */
export function match<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
): [number, number][] {
  const [left, right] = [a.map(keyOf), b.map(keyOf)];
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    left.at(-1 - tail) === right.at(-1 - tail)
  )
    tail += 1;
  const middle = search(
    left.slice(head, left.length - tail),
    right.slice(head, right.length - tail),
  );
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, at): [number, number] => [
      left.length - tail + at,
      right.length - tail + at,
    ]),
  ];
}

/** Furthest reaching paths, one step of difference at a time; then the way back. */
function search(a: string[], b: string[]): [number, number][] {
  const most = a.length + b.length;
  const reached = new Int32Array(2 * most + 2);
  const steps: Int32Array[] = [];
  for (let distance = 0; distance <= most; distance += 1) {
    steps.push(reached.slice());
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = isDown(reached, diagonal, distance, most)
        ? reached[most + diagonal + 1]!
        : reached[most + diagonal - 1]! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached[most + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length)
        return walkBack(a.length, b.length, steps, most);
    }
  }
  return [];
}

const isDown = (reached: Int32Array, diagonal: number, distance: number, most: number): boolean =>
  diagonal === -distance ||
  (diagonal !== distance && reached[most + diagonal - 1]! < reached[most + diagonal + 1]!);

function walkBack(
  endX: number,
  endY: number,
  steps: Int32Array[],
  most: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let distance = steps.length - 1; distance >= 0; distance -= 1) {
    const before = steps[distance]!;
    const diagonal = x - y;
    const from = isDown(before, diagonal, distance, most) ? diagonal + 1 : diagonal - 1;
    const startX = distance === 0 ? 0 : before[most + from]!;
    const startY = distance === 0 ? 0 : startX - from;
    while (x > startX && y > startY) pairs.push([(x -= 1), (y -= 1)]);
    if (distance > 0) [x, y] = [startX, startY];
  }
  return pairs.reverse();
}

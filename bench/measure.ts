// Several ways of doing the same work, taken in turns so that whatever else the machine does falls on all of them.

export type Work = () => Promise<unknown>;

/** Median milliseconds of each, after warming up. */
export async function measureInTurns<Way extends string>(
  works: Record<Way, Work>,
  runs = 150,
): Promise<Record<Way, number>> {
  const ways = Object.keys(works) as Way[];
  for (let run = 0; run < Math.min(30, runs); run += 1) for (const way of ways) await works[way]();
  const times = Object.fromEntries(ways.map((way) => [way, [] as number[]])) as Record<
    Way,
    number[]
  >;
  for (let run = 0; run < runs; run += 1) {
    for (const at of ways.keys()) {
      const way = ways[(run + at) % ways.length]!;
      const start = performance.now();
      await works[way]();
      times[way].push(performance.now() - start);
    }
  }
  return Object.fromEntries(ways.map((way) => [way, median(times[way])])) as Record<Way, number>;
}

/** How often per second `clients` at once get it done. */
export async function measureRate(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await work(client);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - start) / 1000);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

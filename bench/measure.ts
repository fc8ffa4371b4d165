// Two ways of doing the same work, taken in turns so that whatever else the machine does falls on both.

export type Work = () => Promise<unknown>;
export type Pair = { product: number; plain: number };

/** Median milliseconds of each, after warming up. */
export async function measurePair(product: Work, plain: Work, runs = 150): Promise<Pair> {
  for (let run = 0; run < Math.min(30, runs); run += 1) {
    await product();
    await plain();
  }
  const times: Record<keyof Pair, number[]> = { product: [], plain: [] };
  for (let run = 0; run < runs; run += 1) {
    const turn = run % 2 === 0 ? (['product', 'plain'] as const) : (['plain', 'product'] as const);
    for (const which of turn) {
      const start = performance.now();
      await (which === 'product' ? product() : plain());
      times[which].push(performance.now() - start);
    }
  }
  return { product: median(times.product), plain: median(times.plain) };
}

/** How often per second `clients` at once get it done. */
export async function measureRate(clients: number, seconds: number, work: (client: number) => Promise<unknown>): Promise<number> {
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

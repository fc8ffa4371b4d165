// What reading an old report costs, as a multiple of looking for every name of the catalogue in the same text; of a
// report of 10,000 characters and of one of 200 pages.
import { join } from 'node:path';
import { readMarkedTexts } from '@/bin/reading-truth';
import { makeReportReader } from '@/lib/domain/old-report/read-report';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { measureInTurns } from './measure';

const budgets: [characters: number, milliseconds: number, runs: number][] = [
  [10_000, 300, 30],
  [160_000, 5000, 3],
];

/** Prints the medians; answers whether both are within their budgets. */
export async function measureReading(): Promise<boolean> {
  const { indicators } = standardCatalogue;
  const texts = readMarkedTexts(join(import.meta.dirname, '../lib/domain/old-report/texts'));
  const all = texts.map(({ text }) => text).join('\n');
  const read = makeReportReader(standardCatalogue);
  const names = indicators.flatMap(({ name, aliases }) => [name, ...aliases]);
  let isWithin = true;
  console.log(`\nReading an old report against ${indicators.length} indicators (medians)`);
  for (const [characters, budget, runs] of budgets) {
    const text = all.repeat(Math.ceil(characters / all.length)).slice(0, characters);
    let found = 0;
    const times = await measureInTurns(
      {
        product: async () => (found = read(text, '2021').length),
        plain: async () => names.map((name) => text.split(name).length),
      },
      runs,
    );
    if (found < characters / 100) throw new Error('The report was hardly read.');
    isWithin &&= times.product <= budget;
    console.log(
      `  ${String(characters).padStart(7)} characters, ${found} numbers: ${times.product.toFixed(0)} ms, ` +
        `${(times.product / times.plain).toFixed(1)} × (${times.plain.toFixed(1)} ms)   ` +
        `budget ${budget} ms${times.product > budget ? ', MISSED' : ''}`,
    );
  }
  return isWithin;
}

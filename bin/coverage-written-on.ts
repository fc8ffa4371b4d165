// npm run coverage:written-on -- FOLDER [SETS]: how earlier texts are written on. Of the documents of a folder with
// inventories: whether each comes out as it is when it is written on for its own period, and how many of its numbers
// are linked; then over random figures of the period after (25 sets a document): the share of sentences kept,
// reworded and set aside, and what the independent reader finds false. Fails where a text is altered or a sentence
// lies.
import fc from 'fast-check';
import { isChip, textOf, blocksOf } from '@/lib/domain/desk/manuscript';
import { numbersOf } from '@/lib/domain/desk/numbers';
import { paragraphsOf } from '@/lib/domain/desk/paragraphs';
import type { SourceReport, SummaryInput } from '@/lib/domain/comparison/source';
import { cleanReport } from '@/lib/domain/old-report/clean';
import { makeReportReader, type ReadFigure } from '@/lib/domain/old-report/read-report';
import { verifyText } from '@/lib/domain/reader/verify/verify-text';
import { summarise } from '@/lib/domain/summary/summarise';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { notesOf } from '@/lib/domain/written-on/bind';
import { readSentences } from '@/lib/domain/written-on/read-sentences';
import { shiftBetween, shiftCode, type Shift } from '@/lib/domain/written-on/shift-years';
import { writeOn } from '@/lib/domain/written-on/write-on';
import { documentScopes } from '@/prisma/world/document-scopes';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { readInventories } from './reading-truth';

const [folder, sets = '25'] = process.argv.slice(2);
if (!folder) throw new Error('npm run coverage:written-on -- FOLDER [SETS]');
const read = makeReportReader(catalogue);
const indicators = new Map(catalogue.indicators.map((one) => [one.code, one]));
const scopes = documentScopes(catalogue);

/** The way in which all figures of a new period follow from the old ones. */
const newValues = fc.record({
  way: fc.constantFrom('any', 'same', 'falling', 'rising', 'halves'),
  factors: fc.array(fc.constantFrom('0', '0.001', '0.5', '0.97', '1', '1.004', '1.3', '2', '100'), {
    minLength: 11,
    maxLength: 11,
  }),
});

for (const { name, text } of readInventories(folder)) {
  const found = scopes
    .map(({ input }) => ({ input, figures: read(text, input.scope.period.code, input.unit.code) }))
    .map((one) => ({
      ...one,
      same: written(text, one.figures, one.input, one.input.scope.period.code),
    }))
    .sort((a, b) => b.same.linked - a.same.linked)[0];
  if (!found) continue;
  const { input, figures, same } = found;
  const isSame = same.text === cleanReport(text).text;
  console.log(
    `${name}: ${isSame ? 'the same' : 'ALTERED'}, ${same.linked} of ${figures.length} numbers linked`,
  );
  if (!isSame) process.exitCode = 1;
  const after = shiftCode(input.scope.period.code, spanOf(input));
  const shares = { kept: 0, reworded: 0, aside: 0 };
  const lies = new Set<string>();
  for (const values of fc.sample(newValues, { numRuns: Number(sets), seed: 7 })) {
    const later = laterInput(input, after, values);
    const now = written(text, figures, later, input.scope.period.code);
    shares.kept += now.kept;
    shares.reworded += now.reworded;
    shares.aside += now.asides.length;
    for (const { sentence, words, why } of verifyText(paragraphsOf(now), later).lies)
      lies.add(`  false: ${sentence} (${words}: ${why})`);
  }
  const all = shares.kept + shares.reworded + shares.aside;
  const percent = (count: number) => `${((100 * count) / all).toFixed(1)}%`;
  console.log(
    `  ${sets} sets: kept ${percent(shares.kept)}, reworded ${percent(shares.reworded)}, aside ${percent(shares.aside)}, ${lies.size} false`,
  );
  for (const lie of [...lies].slice(0, 12)) console.log(lie);
  if (lies.size > 0) process.exitCode = 1;
}

function written(text: string, figures: readonly ReadFigure[], input: SummaryInput, then: string) {
  const summary = summarise(input);
  const numbers = new Map(numbersOf(input, summary).map((number) => [number.ref, number]));
  const shift = shiftBetween(then, input.scope.period.code) as Shift;
  const sentences = readSentences(text, figures, {
    unit: input.unit.code,
    shift,
    numbers,
    indicators,
    accepted: new Map(),
    notes: notesOf(input.reports),
  });
  const one = writeOn(sentences, shift, { numbers, generated: blocksOf(summary) });
  return {
    ...one,
    sources: Object.fromEntries([...numbers].map(([ref, { source }]) => [ref, source])),
    linked: one.blocks.flatMap(({ parts }) => parts.filter(isChip)).length,
    text: one.blocks
      .map(({ opens, parts }, place) => `${opens && place > 0 ? '\n' : ''}${textOf(parts)}`)
      .join(''),
  };
}

/** By how many years the period after is later. */
function spanOf({ scope: { period } }: SummaryInput): number {
  return period.kind === 'term'
    ? Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))
    : 1;
}

type Values = { way: string; factors: string[] };

/** The old reports with that of the period after, whose figures follow from the old ones. */
function laterInput(input: SummaryInput, after: string, { way, factors }: Values): SummaryInput {
  const period = parsePeriodCode(after)!;
  const told = input.reports.find((one) => one.period.code === input.scope.period.code)!;
  const figures = told.figures
    .filter((_, place) => way !== 'halves' || place % 2 === 0)
    .map((figure, place) => {
      if (figure.value === null || figure.measure !== 'level' || way === 'same') return figure;
      const factor =
        way === 'falling' ? 0.8 : way === 'rising' ? 1.2 : Number(factors[place % factors.length]);
      const isRate = indicators.get(figure.indicator)?.unit === '%';
      const value = isRate
        ? Math.min(100, Number(figure.value) * factor).toFixed(1)
        : String(Math.round(Number(figure.value) * factor));
      return { ...figure, value, shown: null, qualifier: '' as const, asOf: null };
    });
  const report: SourceReport = { ...told, period, figures };
  return {
    ...input,
    scope: { ...input.scope, period },
    reports: [...input.reports, report],
  };
}

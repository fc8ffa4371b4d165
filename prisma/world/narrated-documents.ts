// What the tests of the desk stand on: the summary of a published report, and the same report with figures corrected.
import { blocksOf, type Block, type Part } from '@/lib/domain/desk/manuscript';
import type { Today } from '@/lib/domain/desk/merge';
import { numbersOf, type DeskNumber } from '@/lib/domain/desk/numbers';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import type { SummaryInput } from '@/lib/domain/comparison/source';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { documentScopes } from './document-scopes';

const scopes = new Map(documentScopes(catalogue).map(({ document, input }) => [document, input]));

export type Narrated = Today & {
  summary: Summary;
  input: SummaryInput;
  blocks: Block[];
  numbers: Map<string, DeskNumber>;
  sentences: Map<string, Part[]>;
};

/** The summary of a document's scope; `corrected` gives figures of the narrated period another value. */
export function narrate(
  document: string,
  corrected: Readonly<Record<string, string>> = {},
): Narrated {
  const input = structuredClone(scopes.get(document)!);
  const report = input.reports.find(({ period }) => period.code === input.scope.period.code)!;
  for (const figure of report.figures) {
    const value = corrected[figure.indicator];
    if (value !== undefined && figure.measure === 'level' && figure.value !== null)
      Object.assign(figure, { value, shown: null, qualifier: '' });
  }
  if (Object.keys(corrected).length > 0) report.submission += 1;
  const summary = summarise(input);
  const blocks = blocksOf(summary);
  return {
    summary,
    input,
    blocks,
    numbers: new Map(numbersOf(input, summary).map((number) => [number.ref, number])),
    sentences: new Map(blocks.map(({ id, parts }) => [id, parts])),
  };
}

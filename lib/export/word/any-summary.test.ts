// Any summary as Word: the text taken from the XML is the text of the page, whatever the data and whatever staff wrote.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { Qualifier } from '@/lib/domain/figure/figure';
import { scope, type Values } from '@/lib/domain/narrative/test-input';
import { situations } from '@/lib/domain/narrative/test-situations';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { toText } from '@/lib/domain/summary/text';
import { writeSummaryWord } from './summary-word';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
});
type Node = { [tag: string]: Node[] } & { '#text'?: string };

const pieces = (nodes: Node[], inside = false): string =>
  nodes
    .map((node) =>
      '#text' in node
        ? inside
          ? String(node['#text'])
          : ''
        : Object.keys(node)
            .filter((tag) => tag !== ':@')
            .map((tag) => pieces(node[tag]!, tag === 'w:t'))
            .join(''),
    )
    .join('');

function paragraphs(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    Object.keys(node)
      .filter((tag) => tag !== ':@' && tag !== '#text')
      .flatMap((tag) => (tag === 'w:p' ? [pieces(node[tag]!)] : paragraphs(node[tag]!))),
  );
}

async function expectSameText(summary: Summary): Promise<void> {
  const bytes = await writeSummaryWord(
    { ...summary, charts: [] },
    { sections: catalogue.sections, signature: null, fonts: 'official' },
  );
  const written = paragraphs(
    parser.parse(strFromU8(unzipSync(bytes)['word/document.xml']!)) as Node[],
  );
  const expected = toText(summary)
    .trimEnd()
    .split('\n\n')
    .map((line) => line.trimStart());
  expect(written.slice(0, expected.length)).toEqual(expected);
}

test.each(Object.keys(situations))('%s', async (name) => {
  await expectSameText(summarise(situations[name]!));
});

const codes = catalogue.indicators
  .filter(({ nature }) => nature === 'flow' || nature === 'stock' || nature === 'ratio')
  .map(({ code }) => code);
const value = fc.oneof(
  fc.nat(200_000).map(String),
  fc.constantFrom('0', '1', '99999999999', null),
  fc.tuple(fc.nat(9999).map(String), fc.constantFrom<Qualifier>('余', '近', '约', '以上')),
);
const values = fc.dictionary(fc.constantFrom(...codes), value as fc.Arbitrary<Values[string]>, {
  minKeys: 2,
  maxKeys: 12,
});
const style = fc.record<SummaryStyle>({
  length: fc.constantFrom('brief', 'standard', 'detailed'),
  headings: fc.constantFrom('plain', 'four', 'couplet'),
  falls: fc.constantFrom('told', 'table'),
  numbers: fc.constantFrom('as-entered', '万', 'digits'),
});
const words = fc.constantFrom(
  '开展<b>宣讲</b>',
  '“五比一创”&amp;竞赛',
  '=1+1',
  '走访 慰问  职工',
  ']]>完',
  '𠮷林“两新”',
);

test('of any figures, style and own words', async () => {
  await fc.assert(
    fc.asyncProperty(
      values,
      values,
      style,
      words,
      fc.constantFrom(...catalogue.sections.map(({ code }) => code)),
      async (before, now, chosen, text, section) => {
        const input = {
          ...scope('2021', { '2020': before, '2021': now }),
          style: chosen,
          notes: [{ section, kind: 'measures' as const, text, by: '陈晓燕' }],
        };
        await expectSameText(summarise(input));
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

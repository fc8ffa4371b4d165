// Golden texts: read the files in golden/ as a reader would; `npx vitest run lib/domain/narrative/golden -u` writes
// them anew.
import { describe, expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import { summarise } from '../summary/summarise';
import type { Summary } from '../summary/summary';
import { isStated } from './is-stated';
import { situations } from './test-situations';
import { findUnsourcedNumbers } from '../reader/find-unsourced';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

describe('the five published reports', () => {
  test.each(documentScopes(catalogue).map((scope) => [scope.document, scope] as const))(
    '%s',
    async (document, { input, printed }) => {
      const summary = summarise(input);
      await expect(proseOf(summary)).toMatchFileSnapshot(`./golden/${document}.md`);
      expect(printed.filter(({ key, forms }) => !isStated(summary.paragraphs, key, forms))).toEqual(
        [],
      );
      expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]);
    },
  );
});

describe('made-up situations', () => {
  test.each(Object.entries(situations))('%s', async (name, input) => {
    const summary = summarise(input);
    await expect(proseOf(summary)).toMatchFileSnapshot(`./golden/${name}.md`);
    expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]);
  });

  test('the same data give the same text', () => {
    for (const input of Object.values(situations))
      expect(summarise(structuredClone(input))).toEqual(summarise(input));
  });
});

function proseOf({ paragraphs }: Summary): string {
  const marks = { title: '# ', heading: '## ', body: '' };
  return `${paragraphs.map(({ kind, segments }) => marks[kind] + segments.map(({ text }) => text).join('')).join('\n\n')}\n`;
}

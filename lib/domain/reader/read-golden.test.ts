// The narratives of the five published reports and of the made-up situations are read back: with their links, and from
// their words alone.
import { describe, expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import { situations } from '../narrative/test-situations';
import { summarise } from '../summary/summarise';
import type { SummaryInput } from '../comparison/source';
import { verifyText } from './verify/verify-text';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const stated: [string, SummaryInput][] = [
  ...documentScopes(catalogue).map(({ document, input }): [string, SummaryInput] => [
    document,
    input,
  ]),
  ...Object.entries(situations),
];

describe.each([true, false])('links %s', (links) => {
  test.each(stated)('%s', (_, input) => {
    const { lies, unread, statements } = verifyText(summarise(input).paragraphs, input, { links });
    expect({ lies, unread }).toEqual({ lies: [], unread: [] });
    expect(statements).toBeGreaterThan(0);
  });
});

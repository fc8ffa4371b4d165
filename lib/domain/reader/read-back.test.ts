// Whatever the data are, what is read back from the text is true of them. GONGBAO_READ_BACK=20000 reads that many
// random data sets instead of the usual number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarise } from '../summary/summarise';
import { inputs } from './test-inputs';
import { verifyText } from './verify/verify-text';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const runs = Number(process.env.GONGBAO_READ_BACK ?? 2000);

describe('for any data', () => {
  const samples = fc
    .sample(inputs, { numRuns: runs, seed: 20211231 })
    .map((input) => ({ input, paragraphs: summarise(input).paragraphs }));

  test('everything that is read back is true, and no number escapes', () => {
    // Every finding of the run, not the first.
    const found = samples.flatMap(({ input, paragraphs }) => {
      const { lies, unread } = verifyText(paragraphs, input);
      return [...lies, ...unread];
    });
    expect(found).toEqual([]);
  });

  test('no list has more than six items, and no verb opens three clauses running', () => {
    const verbs = [...new Set(catalogue.indicators.flatMap(({ verb }) => verb ?? []))].filter(
      (verb) => verb.length > 1,
    );
    for (const { paragraphs } of samples) {
      for (const { kind, segments } of paragraphs) {
        const text = segments.map((segment) => segment.text).join('');
        if (kind !== 'body') continue;
        expect(text).not.toMatch(/(?:[^，；。、]*\d[^，；。、]*、){6}[^，；。、]*\d/);
        const opened = text
          .split(/[，；。]/)
          .map(
            (clause) =>
              verbs.find((verb) =>
                clause.replace(/^(?:同时|此外|其中|全年)/, '').startsWith(verb),
              ) ?? '',
          );
        opened.forEach((verb, at) =>
          expect([text, verb !== '' && opened[at + 1] === verb && opened[at + 2] === verb]).toEqual(
            [text, false],
          ),
        );
      }
    }
  });
});

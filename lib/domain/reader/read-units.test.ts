// The texts about units side by side are read back: those of the made-up situations, with their links and from their
// words alone, and those of random data. GONGBAO_READ_BACK=20000 reads that many random data sets instead of the usual
// number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../summary/summary';
import { summariseUnits } from '../units-summary/summarise-units';
import { anyUnits } from '../units-summary/test-units-inputs';
import { situations } from '../units-summary/test-units-situations';
import { verifyUnits } from './verify/verify-units';

const runs = Number(process.env.GONGBAO_READ_BACK ?? 2000);

describe('the made-up situations', () => {
  test.each(Object.entries(situations))('%s', (_, input) => {
    const { paragraphs } = summariseUnits(input) as Summary;
    const { lies, unread, statements } = verifyUnits(paragraphs, input);
    expect({ lies, unread }).toEqual({ lies: [], unread: [] });
    expect(statements).toBeGreaterThan(4);
    expect(verifyUnits(paragraphs, input, { links: false })).toMatchObject({
      lies: [],
      unread: [],
    });
  });
});

describe('for any data', () => {
  const samples = fc.sample(anyUnits, { numRuns: runs, seed: 20211231 }).flatMap((input) => {
    const summary = summariseUnits(structuredClone(input));
    return summary ? [{ input, paragraphs: summary.paragraphs }] : [];
  });

  test('everything that is read back is true, and no number escapes', () => {
    expect(samples.length).toBeGreaterThan(runs / 2);
    for (const { input, paragraphs } of samples) {
      const { lies, unread } = verifyUnits(paragraphs, input);
      expect({ lies, unread }).toEqual({ lies: [], unread: [] });
    }
  });

  test('no sentence has more than 120 characters, and no list more than six numbers', () => {
    for (const { paragraphs } of samples) {
      for (const { kind, segments } of paragraphs) {
        const text = segments.map((segment) => segment.text).join('');
        if (kind !== 'body') continue;
        for (const sentence of text.split('。'))
          expect([sentence, sentence.length <= 120]).toEqual([sentence, true]);
        expect(text).not.toMatch(/(?:[^，；。、]*\d[^，；。、]*、){6}[^，；。、]*\d/);
      }
    }
  });
});

import { expect, test } from 'vitest';
import { keyText } from '@/lib/domain/figure/origin';
import { summarise } from '@/lib/domain/summary/summarise';
import { scope } from '@/lib/domain/narrative/test-input';

test('a count names each of its figures once, though a rate follows from two that are counted too', () => {
  const { paragraphs } = summarise(
    scope('2021', {
      '2020': { HT002: '100', HT003: '80', JG001: '5' },
      '2021': { HT002: '110', HT003: '90', JG001: '9' },
    }),
  );
  const counts = paragraphs.flatMap(({ segments }) =>
    segments.filter(({ computed }) => computed?.kind === 'count'),
  );
  expect(counts.map(({ text }) => text)).toEqual(['4项']);
  for (const { figures = [] } of counts)
    expect(new Set(figures.map(keyText)).size).toBe(figures.length);
});

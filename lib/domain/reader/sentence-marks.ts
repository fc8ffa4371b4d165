// The places of a sentence that say something: its numbers, and words that claim something without one.
import type { FoundNumber } from './find-numbers';
import { baseName } from './read-words';

/** A number, or words that claim something without one. `lead` are the words since the last mark, `after` those up to
 *  the next. */
export type Mark = {
  start: number;
  end: number;
  number: FoundNumber | null;
  word: string;
  lead: string;
  after: string;
};

const wordMarks = new RegExp(
  `与(?:${baseName})(?:(?:基本)?持平|相同)|再次(?=荣?获)|翻(?:了)?[一两三]番|全部(?!门|类|工作|总|经)`,
  'g',
);

/** The marks of a sentence that begins at `start` of the text, in their order. */
export function marksOf(text: string, start: number, numbers: FoundNumber[]): Mark[] {
  const words = [...text.matchAll(wordMarks)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    number: null,
    word,
  }));
  const stated = numbers.filter(
    (number) => !words.some((word) => word.start <= number.start && number.end <= word.end),
  );
  const marks = [
    ...stated.map((number) => ({ start: number.start, end: number.end, number, word: '' })),
    ...words.filter(
      (word) => !stated.some((number) => number.start <= word.start && word.start < number.end),
    ),
  ];
  marks.sort((one, other) => one.start - other.start);
  return marks.map((one, place) => ({
    ...one,
    lead: text.slice((marks[place - 1]?.end ?? start) - start, one.start - start),
    after: afterOf(place),
  }));

  /** The words up to the next mark; of two numbers side by side (5方面20条措施) those behind both. */
  function afterOf(place: number): string {
    const { end } = marks[place] as { end: number };
    const next = marks[place + 1];
    return next?.start === end
      ? afterOf(place + 1)
      : text.slice(end - start, (next?.start ?? start + text.length) - start);
  }
}

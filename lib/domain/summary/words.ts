// How parts of a summary are said the same way on the page and in files.
import type { Chart } from './summary';

/** The unit stands once, in its own column; a number in another unit (十万人次 beside 人) keeps its own. */
export function withoutUnit(text: string, unit: string): string {
  const number = text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  return /\d$/.test(number) ? number : text;
}

/** What a screen reader says of a chart's picture: the numbers, series by series. */
export function describeChart({ categories, series, reference }: Chart): string {
  const line = reference ? `；${reference.name}${reference.text}` : '';
  return (
    series
      .map(
        ({ name, texts }) =>
          `${name}：${texts.map((text, point) => `${categories[point]}${text ?? '—'}`).join('，')}`,
      )
      .join('；') + line
  );
}

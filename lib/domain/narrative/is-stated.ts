// Whether a narrative states a figure: a segment that points at it must hold exactly its printed form.
import type { FigureKey } from '../figure/figure';
import type { Paragraph } from '../comparison/source';

/** Whether one of the forms stands in a segment that points at the figure. */
export function isStated(paragraphs: Paragraph[], key: FigureKey, forms: string[]): boolean {
  return paragraphs.some(({ segments }) =>
    segments.some(
      ({ text, figures }) =>
        figures?.some((one) => isSameKey(one, key)) === true &&
        forms.some((form) => text.includes(form)),
    ),
  );
}

export function isSameKey(a: FigureKey, b: FigureKey): boolean {
  return (
    a.unit === b.unit &&
    a.period === b.period &&
    a.indicator === b.indicator &&
    a.submission === b.submission &&
    a.measure === b.measure
  );
}

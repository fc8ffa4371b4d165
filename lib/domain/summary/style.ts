// How an office wants its summary written, as an address or a command line says it: ?length=brief&headings=four.
import { usualStyle, type SummaryStyle } from '../comparison/source';

/** What may be chosen, the usual first. */
export const styleChoices: { [K in keyof SummaryStyle]: readonly SummaryStyle[K][] } = {
  length: ['standard', 'brief', 'detailed'],
  headings: ['plain', 'four', 'couplet'],
  falls: ['told', 'table'],
  numbers: ['as-entered', '万', 'digits'],
};

/** The style a query asks for; what it does not say, or says wrongly, is as usual. */
export function readStyle(
  query: Readonly<Record<string, string | string[] | undefined>>,
): SummaryStyle {
  const read = <K extends keyof SummaryStyle>(name: K): SummaryStyle[K] =>
    styleChoices[name].find((choice) => choice === query[name]) ?? usualStyle[name];
  return {
    length: read('length'),
    headings: read('headings'),
    falls: read('falls'),
    numbers: read('numbers'),
  };
}

/** The query that asks for a style: only what is not as usual. */
export function styleQuery(style: SummaryStyle): Partial<Record<keyof SummaryStyle, string>> {
  return Object.fromEntries(
    Object.entries(style).filter(
      ([name, choice]) => choice !== usualStyle[name as keyof SummaryStyle],
    ),
  );
}

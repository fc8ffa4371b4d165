// What stands on a unit's form: the catalogue's core indicators, the optional ones the unit chose, and whatever
// already has a figure. Asked for are the core and the chosen ones, except a rate whose numerator and denominator both
// stand on the form: it follows from them. What merely has a figure is kept, not asked for.
import { ratePartsOf, type Check, type Indicator } from './indicator';

/** Indicators on the form, in the catalogue's order. `extra`: chosen ones and those with a figure. */
export function formIndicators(indicators: Indicator[], extra: ReadonlySet<string>): Indicator[] {
  return indicators.filter(({ code, core }) => core || extra.has(code));
}

/** Codes that need an answer, in the catalogue's order. `withFigure`: indicators that have an answer of any kind. */
export function askedCodes(
  indicators: Indicator[],
  chosen: ReadonlySet<string>,
  withFigure: ReadonlySet<string>,
): string[] {
  const onForm = new Set(
    formIndicators(indicators, new Set([...chosen, ...withFigure])).map(({ code }) => code),
  );
  return indicators
    .filter((one) => (one.core || chosen.has(one.code)) && !isWorkedOut(one, onForm))
    .map(({ code }) => code);
}

/** Codes that need an answer on every form, whatever else stands on it. */
export function alwaysAsked(indicators: Indicator[]): string[] {
  return indicators
    .filter((indicator) => indicator.core && !ratePartsOf(indicator))
    .map(({ code }) => code);
}

/** Checks all of whose indicators stand on the form. */
export function checksOn(checks: Check[], form: ReadonlySet<string>): Check[] {
  return checks.filter(({ left, right }) =>
    [...left, ...right].every(({ code }) => code === null || form.has(code)),
  );
}

function isWorkedOut(indicator: Indicator, onForm: ReadonlySet<string>): boolean {
  const parts = ratePartsOf(indicator);
  return parts !== null && onForm.has(parts.numerator) && onForm.has(parts.denominator);
}

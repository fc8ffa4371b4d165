// An explanation answers a check for the figures it was written for; when one of them changes it is out of date
// and has to be written again.
import type { Check } from '../catalogue/indicator';

/** Value of every term of a check at the time, by "code@period". */
export type CheckValues = Record<string, string | null>;
export type Values = ReadonlyMap<string, string>;

/** The figures a check looks at, as they are now. */
export function checkValues(
  { left, right }: Check,
  current: Values,
  previous: Values | null,
): CheckValues {
  const values: CheckValues = {};
  for (const { code, period } of [...left, ...right]) {
    if (code !== null)
      values[`${code}@${period}`] = (period === 0 ? current : previous)?.get(code) ?? null;
  }
  return values;
}

/** Whether a figure of the check is no longer what it was when the explanation was written. */
export function isOutOfDate(
  check: Check,
  written: CheckValues,
  current: Values,
  previous: Values | null,
): boolean {
  return !isSameValues(written, checkValues(check, current, previous));
}

export function isSameValues(written: CheckValues, current: CheckValues): boolean {
  const now = Object.entries(current);
  return (
    now.length === Object.keys(written).length &&
    now.every(([key, value]) => written[key] === value)
  );
}

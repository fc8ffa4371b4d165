// What the addresses of the interface take. Messages are codes of sentences.
import { z } from 'zod';

/** The code of a unit, such as 320925. */
export const unitCode = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,40}$/, 'bad-unit-code')
  .meta({ example: '320925' });

/** A year, a part of a year, or a term: 2021, 2021-01..2021-06, 2017..2021. */
export const periodCode = z
  .string()
  .regex(/^\d{4}(-\d{2}\.\.\d{4}-\d{2}|\.\.\d{4})?$/, 'bad-period-code')
  .meta({ example: '2021' });

export const indicatorCode = z
  .string()
  .regex(/^[0-9A-Za-z]{1,20}$/, 'bad-indicator-code')
  .meta({ example: 'SX001' });

export const nothing = z.strictObject({});

/** How many items a page has, and where it goes on; `shape` is what the place consists of. */
export function paging<S extends z.ZodType>(place: S) {
  return {
    limit: z
      .string()
      .regex(/^([1-9]\d{0,2}|1000)$/, 'bad-limit')
      .optional()
      .meta({ example: '200' }),
    cursor: z
      .string()
      .max(500, 'bad-cursor')
      .optional()
      .transform((text, context): z.output<S> | null => {
        if (text === undefined) return null;
        const read = place.safeParse(parseCursor(text));
        if (read.success) return read.data;
        context.addIssue({ code: 'custom', message: 'bad-cursor' });
        return z.NEVER;
      }),
  };
}

/** How many items are asked for, 200 unless it is said. */
export const limitOf = ({ limit }: { limit?: string }): number => Number(limit ?? '200');

/** A page out of one item more than it shows: with it, it is known whether there are others. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  placeOf: (item: T) => unknown,
): { items: T[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next:
      found.length > limit && last !== undefined
        ? Buffer.from(JSON.stringify(placeOf(last))).toString('base64url')
        : null,
  };
}

function parseCursor(text: string): unknown {
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64url')),
    );
  } catch {
    return undefined;
  }
}

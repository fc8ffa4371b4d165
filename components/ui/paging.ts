/** Rows of a long list on one page. */
const perPage = 200;

export type Page<T> = { shown: T[]; page: number; pages: number };

/** The part of a list that an address asks for by number, counted from 1; a number that is none or too large is the
 *  nearest page there is. */
export function pageOf<T>(rows: readonly T[], asked: string | undefined): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked ?? '', 10) || 1));
  return { shown: rows.slice((page - 1) * perPage, page * perPage), page, pages };
}

/** The page numbers to offer: the first, the last and those around the one shown; null where some are left out
 *  between. */
export function offeredPages(page: number, pages: number): (number | null)[] {
  const numbers = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  );
  return numbers.flatMap((one, at) => (at > 0 && one - numbers[at - 1]! > 1 ? [null, one] : [one]));
}

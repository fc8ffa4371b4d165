import { useLocale, useTranslations } from 'next-intl';
import { printClipboard } from '@/lib/domain/entry/clipboard';
import { nameOf } from '@/lib/i18n/name-of';
import { contentOf } from '../cells/entry-cell';
import { useContentText } from '../row/content-text';
import type { EntrySession } from '../saving/entry-session';

/** Chosen cells as a table that a spreadsheet takes: with its head, in the units of the fields. */
export function useCopyText(
  { cells }: EntrySession,
  labels: { current: string; previous: string },
): (codes: readonly string[]) => string {
  const print = useTranslations('entryTools.print.columns');
  const textOf = useContentText();
  const locale = useLocale();
  return (codes) => {
    const rows = codes.flatMap((code) => {
      const cell = cells.get(code);
      if (!cell) return [];
      const { indicator, previous } = cell.row;
      return [
        [
          code,
          nameOf(indicator, locale),
          indicator.display.moneyUnit ?? indicator.unit,
          textOf(contentOf(previous, indicator)),
          textOf(cell.content),
        ],
      ];
    });
    return printClipboard([
      [print('code'), print('indicator'), print('measure'), labels.previous, labels.current],
      ...rows,
    ]);
  };
}

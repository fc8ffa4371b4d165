'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';
import { absolute, change, compare, sum } from '@/lib/domain/figure/number';
import { printInput } from '@/lib/domain/figure/print';
import { CellButton } from '../cells/cell-button';
import { valueOf, type Cell } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';

/** What the parts of a whole add up to as they stand, and whether the whole agrees. */
export function PartsSum({
  session,
  cell,
  parts,
}: {
  session: EntrySession;
  cell: Cell;
  parts: string;
}) {
  const t = useTranslations('entryTools.sum');
  const total = useTotal(session.cells, parts);
  if (total === null) return null;
  const { indicator } = cell.row;
  const print = (value: string) => printInput({ value, shown: null, qualifier: '' }, indicator);
  const value = valueOf(cell);
  if (value !== null && compare(value, total) === 0)
    return <span className="text-ink-2">{t('equal', { sum: print(total) })}</span>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className={value === null ? 'text-ink-2' : 'text-attention'}>
        {value === null ? null : <span aria-hidden="true">▲ </span>}
        {value === null
          ? t('open', { sum: print(total) })
          : t('differs', { sum: print(total), difference: print(absolute(change(value, total))) })}
      </span>
      <CellButton onClick={() => session.editor.choose(indicator.code, { typed: print(total) })}>
        {t('take')}
      </CellButton>
    </span>
  );
}

/** Null while one of them has no number. */
function useTotal(cells: EntrySession['cells'], parts: string): string | null {
  const codes = parts.split(',');
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = parts.split(',').map((code) => cells.subscribe(code, listener));
      return () => ends.forEach((end) => end());
    },
    [cells, parts],
  );
  const read = () => {
    const values = codes.map((code) => (cells.get(code) ? valueOf(cells.get(code)!) : null));
    return values.every((value) => value !== null) ? sum(values) : null;
  };
  return useSyncExternalStore(subscribe, read, read);
}

'use client';

import { useTranslations } from 'next-intl';
import { printInput } from '@/lib/domain/figure/print';
import type { UnitSlip } from '@/lib/domain/figure/unit-slip';
import { CellButton } from '../cells/cell-button';
import { valueOf, type Cell } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';

type Props = { session: EntrySession; cell: Cell; slip: UnitSlip; id: string };

/** Asks whether a number was typed in another unit, and converts it at one press. */
export function UnitQuestion({ session: { editor, cells }, cell, slip, id }: Props) {
  const t = useTranslations('entryTools.slip');
  const { indicator } = cell.row;
  const suggested = printInput(
    { value: slip.suggested, shown: null, qualifier: '' },
    { ...indicator, display: { ...indicator.display, decimals: decimalsOf(slip.suggested) } },
  );
  return (
    <div className="py-1 text-left text-table">
      <p id={id} className="text-attention">
        <span aria-hidden="true">▲ </span>
        {t(slip.times)}
      </p>
      <p className="no-print mt-1 flex flex-wrap gap-2">
        <CellButton onClick={() => editor.choose(indicator.code, { typed: suggested })}>
          {t('convert', { value: suggested })}
        </CellButton>
        <CellButton onClick={() => cells.update(indicator.code, { acceptedValue: valueOf(cell) })}>
          {t('accept')}
        </CellButton>
      </p>
    </div>
  );
}

// Enough for 元 in a field of 亿元.
const decimalsOf = (value: string): number => Math.min(8, (value.split('.')[1]?.length ?? 0) + 4);

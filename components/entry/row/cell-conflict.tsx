'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { CellButton } from '../cells/cell-button';
import { contentOf, type Cell } from '../cells/entry-cell';
import type { CellEditor } from '../saving/cell-editor';
import { useContentText } from './content-text';

/** Says whose figure stands after two people wrote into one cell, and asks which is to stay. */
export function CellConflict({ editor, cell, id }: { editor: CellEditor; cell: Cell; id: string }) {
  const t = useTranslations('entry.conflict');
  const textOf = useContentText();
  const format = useFormatter();
  const { theirs, row, content } = cell;
  if (!theirs) return null;
  const blank = t('blank');
  const mine = textOf(content) || blank;
  const other = textOf(contentOf(theirs, row.indicator)) || blank;
  const at = format.dateTime(new Date(theirs.enteredAt), 'clock');
  return (
    <div className="py-1 text-left text-table">
      <p id={id} className="text-wrong">
        {t('text', { who: theirs.enteredBy, at, theirs: other, mine })}
      </p>
      <p className="mt-1 flex flex-wrap gap-2">
        <CellButton onClick={() => editor.resolve(row.indicator.code, 'mine')}>
          {t('mine', { value: mine })}
        </CellButton>
        <CellButton onClick={() => editor.resolve(row.indicator.code, 'theirs')}>
          {t('theirs', { value: other })}
        </CellButton>
      </p>
    </div>
  );
}

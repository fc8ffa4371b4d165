'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { legend } from '../cells/cell-looks';
import { isSharedComputer, shareComputer } from '../saving/unsent-figures';

const keys = [
  ['enter', 'Enter / Shift+Enter'],
  ['tab', 'Tab / Shift+Tab'],
  ['arrows', '↑ ↓ ← →'],
  ['escape', 'Esc'],
  ['edit', 'F2'],
  ['ends', 'Ctrl+Home / Ctrl+End'],
  ['range', 'Shift+↑ / Shift+↓'],
  ['all', 'Ctrl+A'],
  ['clear', 'Delete'],
  ['copy', 'Ctrl+C / Ctrl+X'],
  ['paste', 'Ctrl+V'],
  ['undo', 'Ctrl+Z / Ctrl+Y'],
  ['save', 'Ctrl+S'],
  ['empty', 'Ctrl+↓ / Ctrl+↑'],
  ['flagged', 'Alt+↓ / Alt+↑'],
  ['answer', 'Alt+N'],
  ['details', 'Shift+F2'],
  ['help', 'F1'],
] as const;

/** The keys of the entry page, what the signs in the cells mean, and what this browser keeps. */
export function EntryHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('entry.keys');
  const cells = useTranslations('entry.legend');
  const common = useTranslations('entryTools');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <table className="table">
        <tbody>
          {keys.map(([key, name]) => (
            <tr key={key}>
              <th scope="row" className="w-56 py-1!">
                <kbd className="font-sans font-bold">{name}</kbd>
              </th>
              <td className="py-1!">{t(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="mt-4">{cells('title')}</h3>
      <ul className="my-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {legend.map(({ name, shape, look }) => (
          <li key={name} className="flex items-baseline gap-3">
            <span className={`w-6 text-center ${look}`} aria-hidden="true">
              {shape}
            </span>
            {cells(name)}
          </li>
        ))}
      </ul>
      <SharedComputer />
      <div className="no-print mt-4 flex gap-3">
        <Button type="button" kind="primary" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
    </Dialog>
  );
}

function SharedComputer() {
  const t = useTranslations('entryTools');
  const [isShared, setShared] = useState(isSharedComputer);
  return (
    <label className="no-print mt-3 flex items-start gap-2">
      <input
        type="checkbox"
        checked={isShared}
        onChange={(event) => {
          setShared(event.target.checked);
          void shareComputer(event.target.checked);
        }}
        className="mt-1 size-4"
      />
      <span>{t('shared')}</span>
    </label>
  );
}

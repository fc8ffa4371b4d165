import { InvalidError } from '@/lib/domain/access/errors';
import type { CameBack, HandedOut } from '@/lib/domain/entry/offline-form';
import {
  fingerprintMark,
  fingerprintSheet,
  offlineColumns as at,
  offlineHead,
} from '@/lib/export/offline-layout';
import type { SheetText } from './read-workbook';

export type ReturnedForm = {
  reportId: string;
  submission: number;
  handedOut: HandedOut[];
  rows: CameBack[];
};

/** The offline form in a workbook; refuses one that was not made here. */
export function readOfflineForm(sheets: readonly SheetText[]): ReturnedForm {
  const [mark, ...made] = sheets.find(({ name }) => name === fingerprintSheet)?.rows ?? [];
  const form = sheets.find(({ name, isHidden }) => name !== fingerprintSheet && !isHidden);
  if (mark?.[0] !== fingerprintMark || !form) throw new InvalidError('offline-not-our-form');
  return {
    reportId: mark[1] ?? '',
    submission: Number(mark[2]),
    handedOut: made.map(([code = '', revision = '0', unit = '', typed = '', note = '']) => ({
      code,
      revision: Number(revision),
      unit,
      typed,
      note,
    })),
    rows: form.rows.slice(offlineHead).flatMap((row, place) => {
      const cell = (column: number) => row[column] ?? '';
      const back = {
        line: offlineHead + place + 1,
        code: cell(at.code),
        label: cell(at.name),
        typed: cell(at.typed),
        note: cell(at.note),
      };
      return back.code === '' && back.typed === '' ? [] : [back];
    }),
  };
}

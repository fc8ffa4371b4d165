// Where things stand in the offline form: who writes it and who reads it back go by the same places.
import { messages } from '@/lib/i18n/messages';

/** What its columns call themselves: they are found by these words, wherever they stand when the form comes back. */
export const offlineHeads = (({ code, name, typed, note }) => ({ code, name, typed, note }))(
  messages['zh-CN'].imports.form,
);

/** Columns of the form, 0 for the first. */
export const offlineColumns = {
  code: 0,
  name: 1,
  unit: 2,
  previous: 3,
  typed: 4,
  note: 5,
  verdict: 6,
  value: 7,
} as const;

/** Rows above the first field: title, whose form it is, advice, head. */
export const offlineHead = 4;

/** The hidden sheet that says for which report the form was made and what stood in it. */
export const fingerprintSheet = 'gongbao';

export const fingerprintMark = 'gongbao-offline-1';

import { isDay, officeDay } from '@/lib/domain/tree/office-day';
import { readStyle } from '@/lib/domain/summary/style';
import type { FileFormat } from '@/lib/export/write-summary-file';
import { fontSets } from '@/lib/export/word/official-format';
import type { AskedFile } from '@/lib/make-summary-file';

/** The format that an address names; null for any other word. */
export function formatOfAddress(name: string): FileFormat | null {
  const formats: Partial<Record<string, FileFormat>> = {
    word: 'docx',
    excel: 'xlsx',
    csv: 'csv',
    json: 'json',
  };
  return Object.hasOwn(formats, name) ? formats[name]! : null;
}

type Choice = Omit<AskedFile, 'key' | 'format'> & {
  query: Omit<AskedFile['key'], 'unit' | 'period'>;
};

/** How a file is wanted; what the query does not say, or says wrongly, is as usual. */
export function readFileChoice(query: URLSearchParams): Choice {
  return {
    query: { base: query.get('base') || undefined, style: readStyle(Object.fromEntries(query)) },
    date: readDay(query) ?? officeDay(new Date()),
    fonts: fontSets.find((set) => set === query.get('fonts')) ?? 'official',
    startsWithPoints: query.get('points') === 'first',
    listsSources: query.get('sources') === 'listed',
  };
}

/** The day of issue that the query names. */
export function readDay(query: URLSearchParams): string | null {
  const date = query.get('date');
  return isDay(date) ? date : null;
}

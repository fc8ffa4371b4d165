import { attachmentHeader } from '@/lib/export/file-name';

/** A file as an answer: to be saved under its name, kept by nobody on the way. */
export function downloadOf({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...downloadHeaders(name, type), 'content-length': String(bytes.byteLength) } });
}

export const downloadHeaders = (name: string, type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': attachmentHeader(name),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/** Today in the offices, as a date input takes it. */
export function officeToday(): string {
  return dayOf(new Date());
}

/** The day that a moment is in the offices. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export const isDay = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);

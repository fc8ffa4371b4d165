import { attachmentHeader } from './export/file-name';

/** A file as an answer: to be saved under its name, kept by nobody on the way. */
export function downloadOf({
  name,
  type,
  bytes,
}: {
  name: string;
  type: string;
  bytes: Uint8Array;
}): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...downloadHeaders(name, type), 'content-length': String(bytes.byteLength) },
  });
}

export const downloadHeaders = (name: string, type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': attachmentHeader(name),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

import 'server-only';
import { evidenceTypes, type EvidenceType } from '@/lib/domain/report/evidence';

/** A file that somebody uploaded, to be kept and not to be shown: it runs nowhere near our pages. */
export function answerFile({
  name,
  type,
  content,
}: {
  name: string;
  type: EvidenceType;
  content: Uint8Array<ArrayBuffer>;
}): Response {
  return new Response(content, {
    headers: {
      'content-type': evidenceTypes[type],
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="file.${type}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

import type { EvidenceItem } from '../cells/entry-cell';
import { personHeader, type SaveTo } from './send-patch';

export type EvidenceAnswer =
  { item: EvidenceItem } | { error: string; params?: Record<string, string> };

/** Puts a file behind a figure; a refusal comes with what its sentence says (the largest size, the most files). */
export async function sendEvidence(
  { address, personId }: SaveTo,
  file: File,
): Promise<EvidenceAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: file,
      headers: {
        'x-file-name': encodeURIComponent(file.name),
        'content-type': 'application/octet-stream',
        ...personHeader(personId),
      },
    });
    return (await response.json()) as EvidenceAnswer;
  } catch {
    return { error: 'network' };
  }
}

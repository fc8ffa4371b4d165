// What the fingerprint (指纹) of a submission is worked out from, and how it is printed and typed. The fingerprint is
// the SHA-256 of the canonical text: the same contents give the same text, whatever order they were read in.
import type { Figure } from '../figure/figure';

/** Everything that is frozen with a submission. `signedAt` in milliseconds; `evidence` by the SHA-256 of each file. */
export type SubmissionContents = {
  unit: string;
  period: string;
  number: number;
  signedAt: number;
  signedBy: string;
  /** The first of two signatures. */
  cosignedBy: string | null;
  figures: readonly Figure[];
  notes: readonly { section: string; kind: string; text: string }[];
  explanations: readonly { check: string; text: string }[];
  evidence: readonly { indicator: string; name: string; sha256: string }[];
};

/** The text that is hashed: lists within lists, every list in an order of its own. The first word names this
 *  arrangement; one that differs needs another word. */
export function canonicalText({
  unit,
  period,
  number,
  signedAt,
  signedBy,
  cosignedBy,
  figures,
  notes,
  explanations,
  evidence,
}: SubmissionContents): string {
  return JSON.stringify([
    ...(cosignedBy === null ? ['gongbao-submission-1'] : ['gongbao-submission-2', cosignedBy]),
    unit,
    period,
    number,
    signedAt,
    signedBy,
    sorted(figures.map(figureParts)),
    sorted(notes.map(({ section, kind, text }) => [section, kind, text])),
    sorted(explanations.map(({ check, text }) => [check, text])),
    sorted(evidence.map(({ indicator, name, sha256 }) => [indicator, name, sha256])),
  ]);
}

/** All that a figure says, in an order of its own. */
export const figureParts = ({ shown, ...figure }: Figure): unknown[] => [
  figure.indicator,
  figure.measure,
  figure.answer,
  figure.value,
  figure.qualifier,
  shown && [shown.scale, shown.decimals, shown.unit, shown.text ?? null],
  figure.baseYear,
  figure.asOf,
  figure.from,
  figure.scopeNote,
  figure.note,
];

/** "3F2A 91BC …": sixteen groups of four. */
export const fingerprintGroups = (fingerprint: string): string[] =>
  fingerprint.toUpperCase().match(/.{4}/g) ?? [];

/** One line that a program finds in the text of a file. */
export const fingerprintLine = ({
  unit,
  period,
  number,
  fingerprint,
}: {
  unit: string;
  period: string;
  number: number;
  fingerprint: string;
}): string => `GONGBAO-COVER/1 ${unit} ${period} ${number} SHA256:${fingerprint}`;

/** Whether what somebody read off a sheet is this fingerprint: all of it, or at least its first four groups. */
export function isFingerprint(typed: string, fingerprint: string): boolean {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s\-·.,，。]/g, '')
    .toLowerCase();
  return digits.length >= fewestDigits && fingerprint.startsWith(digits);
}

/** Four groups of four: enough that nobody hits another submission's by chance. */
const fewestDigits = 16;

function sorted(rows: unknown[]): unknown[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

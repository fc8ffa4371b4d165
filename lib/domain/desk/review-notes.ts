// What 亮点 and 举措 say in numbers, held against the figures of the same report before anybody signs them.
import type { WorkNote } from '../comparison/source';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import { findClaims } from '../reader/find-claims';
import { findUnlinked, type Candidate } from '../reader/find-unlinked';

/** `agrees`: the figure says the same; `contradicts`: the words name it and say something else; `claim`: a rank that no
 *  figure says; `unsourced`: a number of nothing that is reported. `figure` is the printed one. */
export type NoteFinding = {
  section: string;
  note: WorkNote['kind'];
  kind: 'agrees' | 'contradicts' | 'claim' | 'unsourced';
  text: string;
  indicator: Indicator | null;
  figure: string | null;
};

type Row = { indicator: Indicator; figure: Figure | null };

/** Every number and every rank that the notes claim, in their order; `names` may hold digits. */
export function reviewNotes(
  notes: readonly WorkNote[],
  rows: readonly Row[],
  names: string[] = [],
): NoteFinding[] {
  const reported = rows.flatMap(({ indicator, figure }) =>
    figure && figure.value !== null ? [{ indicator, figure }] : [],
  );
  const candidates = reported.map(({ indicator, figure }): Candidate => ({
    key: { unit: '', period: '', indicator: indicator.code, submission: 0 },
    figure,
    indicator,
  }));
  const rowOf = new Map(reported.map((row) => [row.indicator.code, row]));
  return notes.flatMap(({ section, kind: note, text }) => {
    const numbers = findUnlinked(text, [], candidates, names);
    const found = numbers.map(({ start, end, text: words, suggestion, contradicts }) => {
      const row = rowOf.get((suggestion ?? contradicts)?.indicator ?? '');
      const kind = suggestion ? 'agrees' : contradicts ? 'contradicts' : 'unsourced';
      return { start, end, kind: kind as NoteFinding['kind'], text: words, row };
    });
    const claims = findClaims(text)
      .filter(({ start, end }) => !found.some((one) => start < one.end && one.start < end))
      .map((claim) => ({ ...claim, kind: 'claim' as const, row: undefined }));
    return [...found, ...claims]
      .toSorted((a, b) => a.start - b.start)
      .map(({ kind, text: words, row }) => ({
        section,
        note,
        kind,
        text: words,
        indicator: row?.indicator ?? null,
        figure: row ? printFigure(row.figure, row.indicator) : null,
      }));
  });
}

// Figures that another system proposes (建议数据). They become what a person would have typed, so that the rules
// for typed figures decide on them, and what was looked at then is compared with what stands when a person looks.
import type { Issue } from '../access/errors';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { divide, plain } from '../figure/number';
import {
  fieldUnit,
  offlineText,
  planOffline,
  type CameBack,
  type HandedOut,
  type OfflinePlan,
} from './offline-form';
import { entryScale, scaleFactors } from '../figure/print';
import { readFigure } from '../figure/read';

/** What is proposed for one indicator: a number in its base unit (money in 元), or why there is none. */
export type ProposedFigure = { indicator: string; note?: string } & (
  { value: string } | { answer: 'not_applicable' | 'not_available' }
);

/** A figure as it is kept with its proposal: what would be typed, and what stood in the field when it was proposed. */
export type KeptFigure = CameBack & { seen: HandedOut };

export type ProposedVerdict = { indicator: string; issue: Issue | null };

type Field = { indicator: Indicator; figure: (Figure & { revision: number }) | null };

/** Judges each proposed figure against the form. The verdict says nothing of what stands in the draft. `kept` has those
 *  that are right, in the order given. */
export function judgeProposal(
  proposed: readonly ProposedFigure[],
  form: readonly Field[],
): { verdicts: ProposedVerdict[]; kept: KeptFigure[] } {
  const fields = new Map(form.map((field) => [field.indicator.code, field]));
  const seen = new Set<string>();
  const kept: KeptFigure[] = [];
  const verdicts = proposed.map((figure, at): ProposedVerdict => {
    const field = fields.get(figure.indicator);
    const isTwice = seen.has(figure.indicator);
    seen.add(figure.indicator);
    if (!field)
      return {
        indicator: figure.indicator,
        issue: { code: 'not-on-form', params: { indicator: figure.indicator } },
      };
    if (isTwice)
      return {
        indicator: figure.indicator,
        issue: { code: 'edited-twice', params: { indicator: figure.indicator } },
      };
    if ('value' in figure && !decimal.test(figure.value))
      return { indicator: figure.indicator, issue: { code: 'not-a-number', params: {} } };
    const typed = 'value' in figure ? typedOf(figure.value, field.indicator) : words[figure.answer];
    const read = readFigure(typed, field.indicator);
    if (!read.ok) return { indicator: figure.indicator, issue: read.issue };
    kept.push(keptOf(at + 1, typed, figure.note, field));
    return { indicator: figure.indicator, issue: null };
  });
  return { verdicts, kept };
}

/** What taking it would change now. A figure that is locked after a return is not changed by a system either. */
export function planProposal(
  kept: readonly KeptFigure[],
  form: Parameters<typeof planOffline>[2],
  locks: { has(code: string): boolean },
): OfflinePlan {
  const { lines, edits } = planOffline(
    kept,
    kept.map(({ seen }) => seen),
    form,
  );
  const writes = new Set(edits.map(({ indicator }) => indicator));
  const issue = { code: 'cell-locked', params: {} };
  return {
    lines: lines.map((line) =>
      writes.has(line.code) && locks.has(line.code) ? { ...line, kind: 'wrong', issue } : line,
    ),
    edits: edits.filter(({ indicator }) => !locks.has(indicator)),
  };
}

/** A number in base units as it is typed into the indicator's field: 15000 元 is 1.5 where the field is in 万元. */
export function typedOf(value: string, { display }: Pick<Indicator, 'display'>): string {
  return divide(plain(value), scaleFactors[entryScale(display)]) as string;
}

// Nothing is guessed of what a program sends: no exponent, no separators, no other digits.
const decimal = /^-?\d+(\.\d+)?$/;

const words = { not_applicable: '不适用', not_available: '无法取得' } as const;

// A note that was not sent leaves the one that stands.
function keptOf(
  line: number,
  typed: string,
  sent: string | undefined,
  { indicator, figure }: Field,
): KeptFigure {
  const standing = figure?.note ?? '';
  const seen = {
    code: indicator.code,
    revision: figure?.revision ?? 0,
    unit: fieldUnit(indicator),
    typed: offlineText(figure, indicator),
    note: standing,
  };
  return { line, code: indicator.code, label: '', typed, note: sent ?? standing, seen };
}

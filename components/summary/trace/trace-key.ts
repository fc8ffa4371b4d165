// How a number in a text stands in an address: "320925~2021~A101~1", a measure after it, several joined by commas;
// a computed number begins with how it was computed: "growth:…,…". A count over dozens of figures is named by a
// short sign of them instead, and found again by it in the text.
import type { FigureKey } from '@/lib/domain/figure/figure';
import type { Computed } from '@/lib/domain/comparison/source';

export type Traceable = { text: string; figures: FigureKey[]; computed?: Computed };
/** The address form of a number's sources. */
export function traceText({ figures, computed }: Pick<Traceable, 'figures' | 'computed'>): string {
  const keys = figures.map(keyText).join(',');
  const named = figures.length > mostKeys ? `${figures.length}-${signOf(keys)}` : keys;
  return computed ? `${computed.kind}:${named}` : named;
}

/** The one reported figure that an address names; null when it names none. */
export function readTrace(text: string): FigureKey | null {
  const [unit, period, indicator, submission, measure, ...rest] = text.split('~');
  if (!unit || !period || !indicator || !/^[1-9]\d{0,4}$/.test(submission ?? '') || rest.length > 0)
    return null;
  if (measure !== undefined && !isChange(measure)) return null;
  return { unit, period, indicator, submission: Number(submission), ...(measure && { measure }) };
}

function keyText({ unit, period, indicator, submission, measure }: FigureKey): string {
  return [unit, period, indicator, submission, measure]
    .filter((part) => part !== undefined)
    .join('~');
}

const changes = [
  'growth',
  'average_growth',
  'gross_new',
  'net_increase',
  'target',
  'limit',
] as const;
const isChange = (measure: string): measure is (typeof changes)[number] =>
  changes.some((known) => known === measure);

const mostKeys = 8;

/** FNV-1a: short and the same everywhere; two numbers of one text with the same sign would need a strange chance. */
function signOf(text: string): string {
  let sign = 0x811c9dc5;
  for (const character of text) sign = Math.imul(sign ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return sign.toString(36);
}

/** The rule by which a number was computed: a sum is one over years, or one over units. */
export function ruleOf<K extends string>(
  kind: K,
  inputs: readonly { key: FigureKey }[],
): K | 'sum-of-units' {
  const units = new Set(inputs.map(({ key }) => key.unit));
  return kind === 'sum' && units.size > 1 ? 'sum-of-units' : kind;
}

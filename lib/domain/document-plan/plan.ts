// The plan of an office's document (文稿提纲): its parts with their headings, what is stated in which, and how it
// begins and ends. It is kept over the years and holds for the units below that have none of their own.

/** One headed part. `id` stays while it is renamed or moved. `sections` of the catalogue are stated in it, in this
 *  order; `indicators` are single ones taken out of theirs. `isThemed`: the first 举措 of the part is its theme. */
export type PlannedPart = {
  id: string;
  heading: string;
  sections: string[];
  indicators: string[];
  isThemed: boolean;
};

/** `honoursFirst`: what was won is stated in the lead. `outlook`: the targets of the next year end the text. `closing`:
 *  a last sentence in the office's own words; empty for none. */
export type DocumentPlan = {
  parts: PlannedPart[];
  honoursFirst: boolean;
  outlook: boolean;
  closing: string;
};

export const fewestParts = 3;
export const mostParts = 8;
export const longestHeading = 30;
export const longestClosing = 300;

/** What keeps a plan from being used; `part` counts from 1. */
export type PlanFault = {
  code: 'count' | 'no-heading' | 'long-heading' | 'empty' | 'twice' | 'unknown' | 'long-closing';
  part: number | null;
};

type Known = {
  sections: readonly { code: string }[];
  indicators: readonly { code: string }[];
};

/** The faults of a plan as it was typed; none where it may be kept. */
export function faultsOf({ parts, closing }: DocumentPlan, catalogue: Known): PlanFault[] {
  const seen = new Set<string>();
  const isTwice = (code: string) => seen.size === seen.add(code).size;
  const known = new Set([...catalogue.sections, ...catalogue.indicators].map(({ code }) => code));
  const ids = new Set(parts.map(({ id }) => id));
  const ofParts = parts.flatMap(({ heading, sections, indicators }, at): PlanFault[] => {
    const codes = [...sections, ...indicators];
    const words = heading.trim();
    const faults: PlanFault['code'][] = [
      ...(words === '' ? (['no-heading'] as const) : []),
      ...(words.length > longestHeading ? (['long-heading'] as const) : []),
      ...(codes.length === 0 ? (['empty'] as const) : []),
      ...(codes.filter(isTwice).length > 0 ? (['twice'] as const) : []),
      ...(codes.some((code) => !known.has(code)) ? (['unknown'] as const) : []),
    ];
    return faults.map((code) => ({ code, part: at + 1 }));
  });
  const isCounted = parts.length >= fewestParts && parts.length <= mostParts;
  return [
    ...(isCounted && ids.size === parts.length ? [] : [{ code: 'count' as const, part: null }]),
    ...ofParts,
    ...(closing.length > longestClosing ? [{ code: 'long-closing' as const, part: null }] : []),
  ];
}

/** The part in which an indicator is stated: its own place goes before that of its section. Undefined where it is left
 *  to the table. */
export function partOf(
  { parts }: Pick<DocumentPlan, 'parts'>,
  { code, section }: { code: string; section: string },
): PlannedPart | undefined {
  return (
    parts.find(({ indicators }) => indicators.includes(code)) ??
    parts.find(({ sections }) => sections.includes(section))
  );
}

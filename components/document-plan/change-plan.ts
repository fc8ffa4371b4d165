// What an editor does to a plan; each answers a new plan.
import { mostParts, type DocumentPlan, type PlannedPart } from '@/lib/domain/document-plan/plan';

/** The part at a place with other words or another mark. */
export function changePart(
  plan: DocumentPlan,
  at: number,
  change: Partial<PlannedPart>,
): DocumentPlan {
  return {
    ...plan,
    parts: plan.parts.map((part, place) => (place === at ? { ...part, ...change } : part)),
  };
}

/** A part from one place to another. */
export function movePart(plan: DocumentPlan, from: number, to: number): DocumentPlan {
  const part = plan.parts[from];
  if (!part || to < 0 || to >= plan.parts.length) return plan;
  return { ...plan, parts: plan.parts.toSpliced(from, 1).toSpliced(to, 0, part) };
}

/** An empty part at the end. */
export function addPart(plan: DocumentPlan): DocumentPlan {
  if (plan.parts.length >= mostParts) return plan;
  const taken = new Set(plan.parts.map(({ id }) => id));
  let number = plan.parts.length + 1;
  while (taken.has(`part-${number}`)) number += 1;
  const part = {
    id: `part-${number}`,
    heading: '',
    sections: [],
    indicators: [],
    isThemed: true,
  };
  return { ...plan, parts: [...plan.parts, part] };
}

/** What was stated in a removed part is left to the table. */
export const removePart = (plan: DocumentPlan, at: number): DocumentPlan => ({
  ...plan,
  parts: plan.parts.toSpliced(at, 1),
});

/** A section, or a single indicator, into the part at a place; null takes it out of all. */
export function put(
  plan: DocumentPlan,
  kind: 'sections' | 'indicators',
  code: string,
  at: number | null,
): DocumentPlan {
  return {
    ...plan,
    parts: plan.parts.map((part, place) => {
      const others = part[kind].filter((one) => one !== code);
      return { ...part, [kind]: place === at ? [...others, code] : others };
    }),
  };
}

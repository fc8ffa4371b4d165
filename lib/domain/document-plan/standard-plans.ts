// The plans that are delivered: their headings name the work and claim no success.
import type { DocumentPlan } from './plan';
import written from './standard-plans.json';

export const standardPlanNames = ['couplets', 'four-words', 'one-word', 'three', 'eight'] as const;
export type StandardPlanName = (typeof standardPlanNames)[number];

/** A delivered plan, to be taken as it is or to begin with. */
export function standardPlan(name: StandardPlanName): DocumentPlan {
  const { parts, ...rest } = written[name];
  return {
    ...rest,
    closing: '',
    parts: Object.entries(parts).map(([heading, sections], at) => ({
      id: `part-${at + 1}`,
      heading,
      sections,
      indicators: [],
      isThemed: true,
    })),
  };
}

import type { Line } from '@/components/document-plan/plan-preview';
import type { Summary } from '@/lib/domain/summary/summary';

/** The text as the page of the plan shows it: what stands where, without the ways to its figures. */
export const linesOf = ({ paragraphs }: Pick<Summary, 'paragraphs'>): Line[] =>
  paragraphs.map(({ kind, segments }) => ({
    kind,
    text: segments.map(({ text }) => text).join(''),
  }));

import { labelOf, type Period } from '@/lib/domain/tree/period';
import type { Locale } from './locales';
import { nameOf } from './name-of';

type Report = { unit: { name: string; nameEn: string }; period: Period };

/** Whose report it is and of when, in the reader's language: what titles and sentences about a report ask for. */
export function unitAndPeriod(
  { unit, period }: Report,
  locale: Locale,
): { unit: string; period: string } {
  return { unit: nameOf(unit, locale), period: labelOf(period, locale) };
}

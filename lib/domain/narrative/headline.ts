// Which indicators stand for their work when units are compared.
import type { Indicator } from '../catalogue/indicator';
import { wordingOf } from './wording';

/** Core, no part of something else, and the first of its chain (the activity, not its reach). */
export function isHeadline(
  { code, core, chain, partOf, nature, direction }: Indicator,
  among: readonly { indicator: Indicator }[],
): boolean {
  if (!core || partOf !== null || !(nature === 'flow' || nature === 'stock' || nature === 'ratio'))
    return false;
  // How many there are to be organised is no work of anybody.
  if (nature === 'stock' && direction === 'neutral') return false;
  if (!chain) return true;
  const first = among
    .filter(({ indicator }) => indicator.core && indicator.chain?.group === chain.group)
    .sort((a, b) => orderOf(a.indicator) - orderOf(b.indicator))[0];
  return first?.indicator.code === code;
}

const orderOf = ({ chain }: Indicator): number => chain?.order ?? 99;

/** The large numbers of an office first (工会会员总数达…), then where more is better; what is driven by demand
 *  comes last. */
export function weightOf(indicator: Indicator): number {
  if (indicator.direction !== 'up') return 2;
  return indicator.nature === 'stock' && wordingOf(indicator).clause.includes('达{}') ? 0 : 1;
}

/** Of each section the two weightiest amounts and the first rate where more is better: those a single unit's rank is
 *  stated of. */
export function rankedCodes(indicators: readonly Indicator[]): Set<string> {
  const bySection = new Map<string, Indicator[]>();
  for (const indicator of indicators)
    bySection.set(indicator.section, [...(bySection.get(indicator.section) ?? []), indicator]);
  const chosen = [...bySection.values()].flatMap((of) => {
    const among = of.map((indicator) => ({ indicator }));
    const able = of
      .filter((indicator) => indicator.direction === 'up' && isHeadline(indicator, among))
      .sort((a, b) => weightOf(a) - weightOf(b));
    return [
      ...able.filter(({ nature }) => nature !== 'ratio').slice(0, 2),
      ...able.filter(({ nature }) => nature === 'ratio').slice(0, 1),
    ];
  });
  return new Set(chosen.map(({ code }) => code));
}

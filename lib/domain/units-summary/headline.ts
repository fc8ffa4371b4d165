// Which indicators stand for their work when units are compared.
import type { Indicator } from '../indicator';

/** Core, no part of something else, and the first of its chain (the activity, not its reach). */
export function isHeadline({ code, core, chain, partOf, nature, direction }: Indicator, among: readonly { indicator: Indicator }[]): boolean {
  if (!core || partOf !== null || !(nature === 'flow' || nature === 'stock' || nature === 'ratio')) return false;
  // How many there are to be organised is no work of anybody.
  if (nature === 'stock' && direction === 'neutral') return false;
  if (!chain) return true;
  const first = among.filter(({ indicator }) => indicator.core && indicator.chain?.group === chain.group).sort((a, b) => orderOf(a.indicator) - orderOf(b.indicator))[0];
  return first?.indicator.code === code;
}

const orderOf = ({ chain }: Indicator): number => chain?.order ?? 99;

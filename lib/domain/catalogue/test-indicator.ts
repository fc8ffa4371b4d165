import type { Indicator } from './indicator';

/** An indicator for tests, of which only what a test is about need be said. */
export const testIndicator = (code: string, said: Partial<Indicator> = {}): Indicator => ({
  code,
  name: code,
  nameEn: code,
  section: 'T',
  unit: '人',
  nature: 'flow',
  direction: 'up',
  display: { scale: 'none', decimals: 0, moneyUnit: null },
  partOf: null,
  partsAddUp: false,
  numerator: null,
  denominator: null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  core: true,
  verb: null,
  aliases: [],
  ...said,
});

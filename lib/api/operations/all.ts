import type { Operation } from '../operation';
import { listFigures } from './figures';
import { listIndicators, listPeriods, listUnits } from './lists';
import { getProposal, propose } from './proposals';
import { getRollUp } from './rollups';
import { getSummary } from './summaries';

/** Every call of the interface, in the order of the description. */
export const operations: readonly Operation[] = [
  listUnits,
  listPeriods,
  listIndicators,
  listFigures,
  getSummary,
  getRollUp,
  propose,
  getProposal,
];

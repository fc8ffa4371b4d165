import type { Samples } from '../database/statement';
import type * as queries from './queries';

export default {
  explanations: [[], 'once'],
  totalExplanations: [[], 'kept'],
} satisfies Samples<typeof queries>;

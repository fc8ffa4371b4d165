import type { Samples } from '../database/statement';
import type * as queries from './queries';

export default {
  openSessionOf: ['', 1],
} satisfies Samples<typeof queries>;

import type * as queries from './queries';
import type { Samples } from './statement';

export default {
  appliedMigrations: [],
  serverTime: [],
  holdRow: ['unit', '00000000-0000-0000-0000-000000000000'],
  takeTurn: [1, 'if-free'],
  insertEvents: ['[]'],
} satisfies Samples<typeof queries>;

import type * as queries from './queries';
import type { Samples } from './statement';

export default {
  appliedMigrations: [],
  serverTime: [],
  holdRow: ['unit', '00000000-0000-0000-0000-000000000000'],
  takeTurn: [1],
  tryTurn: [1],
  insertEvents: ['[]'],
} satisfies Samples<typeof queries>;

import type { Samples } from '../database/statement';
import type * as queries from './queries';

export default {
  takeReminders: [1, 6],
  waitingSingles: [new Date()],
  waitingCollectives: [new Date()],
} satisfies Samples<typeof queries>;

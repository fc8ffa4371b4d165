import type { Samples } from '../database/statement';
import type * as queries from './queries';

export default {
  signedContents: ['00000000-0000-0000-0000-000000000000', 1],
} satisfies Samples<typeof queries>;

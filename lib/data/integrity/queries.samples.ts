import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';

export default {
  signedContents: [[id]],
} satisfies Samples<typeof queries>;

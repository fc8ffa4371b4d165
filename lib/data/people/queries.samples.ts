import type { Samples } from '../database/statement';
import type * as queries from './queries';

export default { openSessionOf: ['', new Date()] } satisfies Samples<typeof queries>;

import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';

export default { importedFigures: [id, id], knownNames: [id, ['会员人数']] } satisfies Samples<
  typeof queries
>;

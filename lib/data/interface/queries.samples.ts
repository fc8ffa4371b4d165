import { systemViewer } from '../database/access';
import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';
const viewer = systemViewer({
  ...{ id, code: 'none', name: '', nameEn: '', level: 'county', lineage: '/none/' },
});

export default {
  approvedFigures: [viewer, {}, { after: ['1', '2021', 'SX001', 'level'], limit: 1 }],
} satisfies Samples<typeof queries>;

import { Prisma } from '@/prisma/generated/client';
import { systemViewer } from '../database/access';
import type { Samples } from '../database/statement';
import type * as queries from './queries';

const viewer = systemViewer({
  ...{
    id: '00000000-0000-0000-0000-000000000000',
    code: 'none',
    name: '',
    nameEn: '',
    level: 'county',
    lineage: '/none/',
  },
});

export default {
  sourcesOf: [viewer, 'none', Prisma.sql`true`],
  figuresOf: [[]],
  nearestPlan: [[]],
  scopesOf: [viewer],
  unitsScopesOf: [viewer],
} satisfies Samples<typeof queries>;

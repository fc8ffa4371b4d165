import { Prisma } from '@/prisma/generated/client';
import { systemViewer } from '../database/access';
import type { Samples } from '../database/statement';
import type * as locks from './lock-queries';
import type * as quality from './quality-queries';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';
const viewer = systemViewer({
  ...{ id, code: 'none', name: '', nameEn: '', level: 'county', lineage: '/none/' },
});

export default {
  states: [viewer, Prisma.sql`false`, { lock: 'report' }],
  listedReports: [viewer, '2021', []],
  oneReport: [viewer, id],
  holdSubmissions: [viewer, id, 'below'],
  holdReports: [viewer, { unit: 'none', period: '2021', withBelow: true }],
  lockNow: [id],
  returnBefore: [id, 1],
  progressBelow: [{ id, lineage: '/none/' }, '2021'],
  qualityBelow: [viewer, '/none/', '2021'],
} satisfies Samples<typeof queries & typeof locks & typeof quality>;

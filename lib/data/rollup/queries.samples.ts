import { Prisma } from '@/prisma/generated/client';
import type { Samples } from '../database/statement';
import * as queries from './queries';

const top = { id: '00000000-0000-0000-0000-000000000000', lineage: '/none/' };
const counted = queries.countedSql([]);

export default {
  expectedReports: [top, ['2021'], { basis: 'then', standing: 'submitted', placed: [] }],
  pathsOf: [top, ['2021']],
  talliesOf: [{ counted, wholeSums: queries.inWholePlaces([]) }],
  partsOf: [
    { counted, wholeRates: Prisma.empty },
    { rates: [], tops: [], bottoms: [] },
  ],
} satisfies Samples<typeof queries>;

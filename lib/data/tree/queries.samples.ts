import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';
export default {
  successionsUntil: ['2021-12-31'],
  writeLineages: [new Date()],
  unitsBelow: [id, '2021', ['2021']],
  leftReports: [id, ['2021']],
} satisfies Samples<typeof queries>;

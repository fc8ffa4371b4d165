import { systemViewer } from '../database/access';
import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';
const viewer = systemViewer({
  ...{ id, code: 'none', name: '', nameEn: '', level: 'county', lineage: '/none/' },
});

export default {
  explanations: [[], 'once'],
  totalExplanations: [[], 'kept'],
  formFigures: [id, 1],
  formerFigures: [id, '2020'],
  formAside: [id, id, 1],
  stampOf: [id, 1],
  originsOf: [viewer, []],
} satisfies Samples<typeof queries>;

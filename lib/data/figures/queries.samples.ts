import type { Samples } from '../database/statement';
import type * as queries from './queries';

const id = '00000000-0000-0000-0000-000000000000';

export default {
  explanations: ['total', [], 'once'],
  formFigures: [id, 1],
  formerFigures: [id, '2020'],
  formAside: [id, id, 1],
  stampOf: [id, 1],
  standingFigures: [id, id, [{ indicator: 'SX001', measure: 'level' }]],
  notesOf: [[]],
  insertFigures: [{ personId: id, reportId: id, submissionId: id }, '[]'],
} satisfies Samples<typeof queries>;

import { z } from 'zod';
import { findRollUp, type RolledColumn, type RolledTotal } from '@/lib/data/rollup/rollup';
import { NotFoundError } from '@/lib/domain/access/errors';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { operation } from '../operation';
import { periodCode, unitCode } from '../parameters';
import { rollUp } from '../schemas';

const query = z.strictObject({
  basis: z.enum(['then', 'today'], { error: 'bad-choice' }).optional(),
  standing: z.enum(['submitted', 'approved'], { error: 'bad-choice' }).optional(),
});

export const getRollUp = operation({
  method: 'GET',
  path: '/api/v1/rollups/{unit}/{period}',
  id: 'getRollUp',
  right: 'read',
  params: z.strictObject({ unit: unitCode, period: periodCode }),
  query,
  answers: { 200: rollUp },
  problems: [400, 404],
  answer: async (
    caller,
    { params: { unit, period }, query: { basis = 'then', standing = 'approved' } },
  ) => {
    const found = await findRollUp(caller, { unit, period, basis, standing });
    const [current, previous] = found?.columns ?? [];
    if (!found || !current) throw new NotFoundError();
    return {
      body: {
        unit,
        period,
        basis,
        standing,
        completeness: completenessOf(current),
        previous: previous ? completenessOf(previous) : null,
        totals: found.rows.map(({ indicator, totals: [now, before], alike }) => ({
          indicator: indicator.code,
          unitOfMeasure: indicator.unit,
          total: bodyOf(now!, indicator),
          previous: before ? bodyOf(before, indicator) : null,
          comparable: alike.map((total) => bodyOf(total, indicator)),
        })),
      },
    };
  },
});

// A unit that has left since still counts in the totals of then; by name it is shown only to those who may see it.
const completenessOf = ({ period, expected, reported }: RolledColumn) => ({
  period: period.code,
  expected: expected.length,
  reported,
  missing: expected
    .filter(({ submissionId, isOpenTo }) => submissionId === null && isOpenTo)
    .map(({ unit }) => unit.code),
});

const bodyOf = (total: RolledTotal, indicator: Indicator) => ({
  value: total.value,
  printed: printRollUp(total, indicator),
  qualifier: total.qualifier,
  units: total.units,
  otherDate: total.otherDate,
  why: total.why,
});

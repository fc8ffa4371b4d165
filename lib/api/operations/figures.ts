import { z } from 'zod';
import {
  approvedPrint,
  listApprovedFigures,
  placeOf,
  type ApprovedFigure,
} from '@/lib/data/interface/approved-figures';
import { cataloguePrint, findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findRolledUnit } from '@/lib/data/rollup/rollup';
import type { Caller } from '@/lib/data/database/access';
import { NotFoundError } from '@/lib/domain/access/errors';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { operation } from '../operation';
import {
  indicatorCode,
  limitOf,
  nothing,
  pageOf,
  paging,
  periodCode,
  unitCode,
} from '../parameters';
import { figurePage } from '../schemas';

const place = z.tuple([unitCode, periodCode, indicatorCode, z.string().regex(/^[a-z_]{1,20}$/)]);
const query = z.strictObject({
  unit: unitCode.optional(),
  period: periodCode.optional(),
  indicator: indicatorCode.optional(),
  ...paging(place),
});

export const listFigures = operation({
  method: 'GET',
  path: '/api/v1/figures',
  id: 'listFigures',
  right: 'read',
  params: nothing,
  query,
  answers: { 200: figurePage },
  problems: [400, 404],
  stateOf: async (caller, { query: { unit, period } }) => {
    await requireUnit(caller, unit);
    return `${await approvedPrint(caller, { unit, period })} ${await cataloguePrint()}`;
  },
  answer: async (caller, { query: { unit, period, indicator, cursor, limit: asked } }) => {
    await requireUnit(caller, unit);
    const limit = limitOf({ limit: asked });
    const [{ indicators }, found] = await Promise.all([
      findCatalogue(),
      listApprovedFigures(caller, { unit, period, indicator }, { after: cursor, limit: limit + 1 }),
    ]);
    const byCode = new Map(indicators.map((one) => [one.code, one]));
    const { items, next } = pageOf(found, limit, placeOf);
    return {
      body: { items: items.map((figure) => bodyOf(figure, byCode.get(figure.indicator)!)), next },
    };
  },
});

// Who entered and approved a figure is the union's own business: what goes out says when, not who.
function bodyOf(figure: ApprovedFigure, indicator: Indicator) {
  const {
    unit,
    period,
    measure,
    submission,
    answer,
    value,
    qualifier,
    baseYear,
    asOf,
    from,
    scopeNote,
    note,
    madeUp,
    signedAt,
    approvedAt,
  } = figure;
  const isRate = measure === 'growth' || measure === 'average_growth';
  return {
    unit,
    period,
    indicator: indicator.code,
    measure,
    submission,
    answer,
    value,
    unitOfMeasure: isRate ? '%' : indicator.unit,
    printed: answer === 'number' ? printFigure(figure, indicator) : answerWords[answer],
    qualifier,
    baseYear,
    asOf,
    from,
    scopeNote,
    note,
    madeUp,
    signedAt,
    approvedAt,
  };
}

const answerWords = { blank: '', not_applicable: '不适用', not_available: '无法取得' } as const;

/** A unit that is asked for by name has to be there; whether there is none or it is another's is not revealed. */
async function requireUnit(caller: Caller, unit: string | undefined): Promise<void> {
  if (unit !== undefined && !(await findRolledUnit(caller, unit))) throw new NotFoundError();
}

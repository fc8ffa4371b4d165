import { z } from 'zod';
import { listPeriodsAfter, listUnitsAfter } from '@/lib/data/interface/lists';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
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
import { indicatorPage, periodPage, unitPage } from '../schemas';

export const listUnits = operation({
  method: 'GET',
  path: '/api/v1/units',
  id: 'listUnits',
  right: 'read',
  params: nothing,
  query: z.strictObject(paging(unitCode)),
  answers: { 200: unitPage },
  problems: [400],
  answer: async (caller, { query }) => {
    const limit = limitOf(query);
    return {
      body: pageOf(
        await listUnitsAfter(caller, query.cursor, limit + 1),
        limit,
        ({ code }) => code,
      ),
    };
  },
});

export const listPeriods = operation({
  method: 'GET',
  path: '/api/v1/periods',
  id: 'listPeriods',
  right: 'read',
  params: nothing,
  query: z.strictObject(paging(periodCode)),
  answers: { 200: periodPage },
  problems: [400],
  answer: async (caller, { query }) => {
    const limit = limitOf(query);
    const { items, next } = pageOf(
      await listPeriodsAfter(caller, query.cursor, limit + 1),
      limit,
      ({ code }) => code,
    );
    return {
      body: {
        items: items.map(({ code, kind, from, to, opensAt, dueAt, lateUntil, closesAt }) => ({
          code,
          kind,
          from,
          to,
          opensAt,
          dueAt,
          lateUntil,
          closesAt,
        })),
        next,
      },
    };
  },
});

export const listIndicators = operation({
  method: 'GET',
  path: '/api/v1/indicators',
  id: 'listIndicators',
  right: 'read',
  params: nothing,
  query: z.strictObject(paging(indicatorCode)),
  answers: { 200: indicatorPage },
  problems: [400],
  answer: async (_caller, { query }) => {
    const [limit, { sections, indicators }] = [limitOf(query), await findCatalogue()];
    const sectionNames = new Map(sections.map(({ code, name }) => [code, name]));
    const rest = [...indicators]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .filter(({ code }) => query.cursor === null || code > query.cursor);
    const { items, next } = pageOf(rest.slice(0, limit + 1), limit, ({ code }) => code);
    return {
      body: {
        items: items.map(
          ({
            code,
            name,
            nameEn,
            section,
            unit,
            nature,
            direction,
            core,
            partOf,
            numerator,
            denominator,
            definition,
            aliases,
          }) => ({
            code,
            name,
            nameEn,
            section,
            sectionName: sectionNames.get(section) ?? section,
            unitOfMeasure: unit,
            nature,
            direction,
            core,
            partOf,
            numerator,
            denominator,
            definition,
            aliases,
          }),
        ),
        next,
      },
    };
  },
});

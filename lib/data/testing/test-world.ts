// A made-up province for the data tests: one top unit, two cities, counties below them, everybody who works there.
// Every world has its own unit codes, so that test files sharing a database do not meet.
import { randomBytes } from 'node:crypto';
import { roles, type Role } from '@/lib/domain/access/policy';
import type { UnitLevel, Viewer } from '../database/access';
import { loadCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { addCoverScan, findCover } from '../submission/covers';
import { saveFigures } from '../figures/save-figures';
import { findForm } from '../figures/form';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const plan = [
  {
    key: 'province',
    name: '云川省总工会',
    nameEn: 'Yunchuan Federation of Trade Unions',
    level: 'province',
    path: ['0'],
  },
  {
    key: 'city',
    name: '青岚市总工会',
    nameEn: 'Qinglan Federation of Trade Unions',
    level: 'city',
    path: ['0', '1'],
  },
  {
    key: 'county',
    name: '柳溪县总工会',
    nameEn: 'Liuxi Federation of Trade Unions',
    level: 'county',
    path: ['0', '1', '11'],
  },
  {
    key: 'neighbour',
    name: '望石县总工会',
    nameEn: 'Wangshi Federation of Trade Unions',
    level: 'county',
    path: ['0', '1', '12'],
  },
  {
    key: 'otherCity',
    name: '白浪市总工会',
    nameEn: 'Bailang Federation of Trade Unions',
    level: 'city',
    path: ['0', '2'],
  },
  {
    key: 'otherCounty',
    name: '竹坞县总工会',
    nameEn: 'Zhuwu Federation of Trade Unions',
    level: 'county',
    path: ['0', '2', '21'],
  },
] as const satisfies {
  key: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  path: string[];
}[];

export type UnitKey = (typeof plan)[number]['key'];
export const unitKeys = plan.map(({ key }) => key);

export type World = {
  unit: Record<UnitKey, Viewer['unit']>;
  /** The one person of a unit with this role. */
  viewer(unit: UnitKey, role: Role): Viewer;
  /** One more person. */
  person(unit: UnitKey, roles: Role[]): Promise<Viewer>;
  /** A report of the unit with its first draft; by default its period takes figures now. */
  report(unit: UnitKey, period: string, dates?: Dates): Promise<string>;
};

/** Days from now at which the period opens, is due, still takes figures, closes. */
export type Dates = readonly [number, number, number, number];
const openNow: Dates = [-5, 10, 20, 90];

/** Builds a world of its own. */
export async function makeWorld(): Promise<World> {
  const name = `t${randomBytes(4).toString('hex')}-`;
  await loadCatalogue(standardCatalogue);
  const unit = {} as World['unit'];
  const people = new Map<string, Viewer>();
  for (const { key, path, ...rest } of plan) {
    const codes = path.map((part) => `${name}${part}`);
    const data = { ...rest, code: codes.at(-1)!, lineage: `/${codes.join('/')}/` };
    const parent = Object.values(unit).find(
      ({ lineage }) => data.lineage === `${lineage}${data.code}/`,
    );
    const placements = parent && {
      create: { parentId: parent.id, validFrom: new Date('2000-01-01') },
    };
    const { id } = await db.unit.create({ data: { ...data, placements }, select: { id: true } });
    unit[key] = { ...data, id };
    for (const role of roles)
      people.set(`${key} ${role}`, await createPerson(unit[key], [role], `${data.code}-${role}`));
  }
  let more = 0;
  return {
    unit,
    viewer: (key, role) => people.get(`${key} ${role}`)!,
    person: (key, wanted) => createPerson(unit[key], wanted, `${unit[key].code}-${(more += 1)}`),
    report: async (key, period, dates = openNow) => {
      const periodId = await periodOf(period, dates);
      const report = await db.report.create({
        data: { unitId: unit[key].id, periodId, submissions: { create: { number: 1 } } },
        select: { id: true },
      });
      return report.id;
    },
  };
}

/** Answers every indicator asked for with `typed`, so that the report can be sent. */
export async function fillAll(viewer: Viewer, reportId: string, typed = '0'): Promise<void> {
  const form = await findForm(viewer, reportId);
  const asked = form!.rows.filter(({ isAsked }) => isAsked).map(({ indicator }) => indicator.code);
  const revisions = new Map(
    form!.rows.map(({ indicator, figure }) => [indicator.code, figure?.revision ?? 0]),
  );
  const results = await saveFigures(
    viewer,
    reportId,
    asked.map((indicator) => ({ indicator, revision: revisions.get(indicator)!, typed })),
  );
  const refused = results.find(({ outcome }) => outcome === 'invalid' || outcome === 'conflict');
  if (refused) throw new Error(JSON.stringify(refused));
}

/** Somebody brings the cover of a report's first submission, with the fingerprint that its own people read off the
 *  sheet. */
export async function bringCover(viewer: Viewer, owner: Viewer, reportId: string): Promise<void> {
  const { fingerprint } = (await findCover(owner, reportId, 1))!;
  await addCoverScan(viewer, reportId, 1, {
    fingerprint,
    file: { name: '封面.pdf', content: new Uint8Array(Buffer.from('%PDF-1.7')) },
  });
}

async function createPerson(
  unit: Viewer['unit'],
  wanted: Role[],
  account: string,
): Promise<Viewer> {
  const name = `${unit.name.slice(0, 2)}${wanted.join()}`;
  const data = {
    account,
    name,
    unitId: unit.id,
    roles: { create: wanted.map((role) => ({ role })) },
  };
  const { id } = await db.person.create({ data, select: { id: true } });
  return { personId: id, account, name, roles: wanted, isDemo: false, unit };
}

/** Periods are the same for all worlds of a database; their dates are set anew. */
async function periodOf(code: string, days: Dates): Promise<string> {
  const [from, to = from] = code.split('..') as [string, string?];
  const month = (text: string, ofYear: string) =>
    new Date(`${text.length === 4 ? `${text}-${ofYear}` : text}-01T00:00:00Z`);
  const [opensAt, dueAt, lateUntil, closesAt] = days.map(
    (day) => new Date(Date.now() + day * 86_400_000),
  ) as [Date, Date, Date, Date];
  const dates = { opensAt, dueAt, lateUntil, closesAt };
  const kind = from.length === 7 ? 'part_year' : from === to ? 'year' : 'term';
  const period = await db.period.upsert({
    where: { code },
    create: { code, kind, fromMonth: month(from, '01'), toMonth: month(to, '12'), ...dates },
    update: dates,
    select: { id: true },
  });
  return period.id;
}

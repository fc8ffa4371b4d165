// The four things people wait for, once through the product's data layer, once in plain SQL, and as requests.
import type pg from 'pg';
import type { Viewer } from '@/lib/data/database/access';
import { saveFigures } from '@/lib/data/figures/save-figures';
import type { FigureEdit, SaveResult } from '@/lib/domain/entry/figure-edit';
import { findProgress } from '@/lib/data/report/progress';
import { findForm } from '@/lib/data/figures/form';
import { listReports } from '@/lib/data/report/reports';
import { findSummarySources, readSummaryInput } from '@/lib/data/summary/input';
import { findSummary } from '@/lib/data/summary/summaries';
import { paths } from '@/lib/paths';
import type { Work } from './measure';
import { boardInSql, compareInSql, openInSql, saveInSql } from './plain-sql';
import { thisYear, type Office, type Province } from './province';
import { progressInSql } from './wide-sql';

const batch = 50;
// Counties before this one are written by the product and in plain SQL.
const forRequests = 10;

/** What one of several clients asks for; `next` makes the body of each request, `isGood` reads the answer. */
export type ClientRequest = {
  office: Office;
  method: 'GET' | 'PATCH';
  path: string;
  next?: () => string;
  isGood?: (body: string) => boolean;
};
export type Task = {
  name: string;
  /** How many times plain SQL the data layer may take; null where no budget was set. */
  budget: number | null;
  product: Work;
  plain: (client: number) => Promise<unknown>;
  /** How often it is measured, where the usual number would take minutes. */
  runs?: number;
  request: ((client: number) => ClientRequest) | null;
};

export type Viewers = (office: Office) => Viewer;

type Bench = { province: Province; viewerOf: Viewers; pool: pg.Pool };

/** Product, plain SQL and requests each have counties of their own; two clients that share one write other figures. */
export function tasksOf(province: Province, viewerOf: Viewers, pool: pg.Pool): Task[] {
  const bench = { province, viewerOf, pool };
  return [savingTask(bench), formTask(bench), ...summaryTasks(bench), ...boardTasks(bench)];
}

function draftOf({ drafts }: Province, group: 'product' | 'plain' | 'request', client = 0): Office {
  const at =
    group === 'product'
      ? 0
      : group === 'plain'
        ? 1 + (client % (forRequests - 1))
        : forRequests + (client % (drafts.length - forRequests));
  const office = drafts[at];
  if (!office) throw new Error('The province has too few counties that still fill in.');
  return office;
}

function savingTask({ province, viewerOf, pool }: Bench): Task {
  const { indicators, drafts } = province;
  const codes = indicators.slice(0, batch);
  const others = indicators.slice(batch, 2 * batch);
  const isSecond = (client: number) => client >= drafts.length - forRequests;
  const own = draftOf(province, 'product');
  let typed = 10_000;
  return {
    name: `save ${batch} figures with their events`,
    budget: 2,
    product: saver(viewerOf(own), own, codes),
    plain: (client) => saveInSql(pool, draftOf(province, 'plain', client), codes, (typed += 1)),
    request: (client) => {
      const office = draftOf(province, 'request', client);
      const { edits, isSaved } = editor(isSecond(client) ? others : codes);
      return {
        office,
        method: 'PATCH',
        path: paths.saveFigures(office.reportId),
        next: () => JSON.stringify({ edits: edits() }),
        isGood: (body) => isSaved((JSON.parse(body) as { results: SaveResult[] }).results),
      };
    },
  };
}

function formTask({ province, viewerOf, pool }: Bench): Task {
  const own = draftOf(province, 'product');
  return {
    name: 'open a form of 100 figures',
    budget: 2,
    product: () => sure(findForm(viewerOf(own), own.reportId)),
    plain: () => openInSql(pool, own),
    request: (client) => {
      const office = draftOf(province, 'request', client);
      return { office, method: 'GET', path: paths.report(office.reportId) };
    },
  };
}

function summaryTasks({ province: { city }, viewerOf, pool }: Bench): Task[] {
  const plain = () => compareInSql(pool, city);
  return [
    {
      name: 'read a city’s comparison with last year',
      budget: 2,
      product: () => sure(readComparison(viewerOf(city), city)),
      plain,
      request: null,
    },
    {
      name: '… and narrate it (cached after the first time)',
      budget: null,
      product: () => sure(findSummary(viewerOf(city), { unit: city.code, period: thisYear })),
      plain,
      request: () => ({ office: city, method: 'GET', path: paths.summary(city.code, thisYear) }),
    },
  ];
}

function boardTasks({ province: { top }, viewerOf, pool }: Bench): Task[] {
  return [
    {
      name: 'progress of 110 units',
      budget: 2,
      product: () => sure(findProgress(viewerOf(top), { unit: top.code, period: thisYear })),
      plain: () => progressInSql(pool, top),
      request: () => ({ office: top, method: 'GET', path: paths.progress({ period: thisYear }) }),
    },
    {
      name: 'the review board of 111 units',
      budget: 2,
      product: () => listReports(viewerOf(top), thisYear),
      plain: () => boardInSql(pool, top),
      request: () => ({ office: top, method: 'GET', path: paths.reports(thisYear) }),
    },
  ];
}

/** Saves the same cells again and again, each time over what it saved before. */
function saver(viewer: Viewer, { reportId }: Office, codes: string[]): Work {
  const { edits, isSaved } = editor(codes);
  return async () => {
    if (!isSaved(await saveFigures(viewer, reportId, edits())))
      throw new Error('A batch was not saved.');
  };
}

/** Batches of edits: new numbers each time, over the revision that the last answer gave; drafts are of submission 1. */
function editor(codes: string[]): {
  edits: () => FigureEdit[];
  isSaved: (results: SaveResult[]) => boolean;
} {
  let revision = 1;
  let typed = 20_000;
  return {
    edits: () => {
      typed += 1;
      return codes.map((indicator) => ({
        indicator,
        submission: 1,
        revision,
        typed: String(typed),
      }));
    },
    isSaved: (results) => {
      const [first] = results;
      if (first && 'figure' in first) revision = first.figure.revision;
      return results.length === codes.length && results.every(({ outcome }) => outcome === 'saved');
    },
  };
}

async function readComparison(viewer: Viewer, { code }: Office): Promise<unknown> {
  const sources = await findSummarySources(viewer, { unit: code, period: thisYear });
  return sources && readSummaryInput(sources);
}

async function sure(found: Promise<unknown>): Promise<unknown> {
  const value = await found;
  if (!value) throw new Error('Nothing found where there should be something.');
  return value;
}

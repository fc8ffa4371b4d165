// Every address of the product. Nothing else spells one out.

const at = (...parts: string[]) => '/' + parts.map(encodeURIComponent).join('/');

export const paths = {
  home: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  invite: (token: string) => at('invite', token),

  reports: (period?: string) =>
    period ? `/reports?period=${encodeURIComponent(period)}` : '/reports',
  report: (reportId: string) => at('reports', reportId),
  section: (reportId: string, section: string, indicator?: string) =>
    at('reports', reportId, 'sections', section) + (indicator ? `#${cellId(indicator)}` : ''),
  formChoice: (reportId: string) => at('reports', reportId, 'form'),
  check: (reportId: string) => at('reports', reportId, 'check'),
  review: (reportId: string, show?: string) =>
    at('reports', reportId, 'review') + (show ? `?show=${encodeURIComponent(show)}` : ''),
  /** One figure of a report with everything said about it; `show`: which figures stand beside it. */
  reportFigure: (reportId: string, indicator: string, show?: string) =>
    at('reports', reportId, 'figures', indicator) +
    (show ? `?show=${encodeURIComponent(show)}` : ''),
  history: (reportId: string, query: { indicator?: string | undefined; page?: string } = {}) =>
    at('reports', reportId, 'history') + queryOf(query),
  compare: (reportId: string, before: number, after: number) =>
    `${at('reports', reportId, 'compare')}?before=${before}&after=${after}`,
  reviewQueue: (period: string) => `/reports/queue?period=${encodeURIComponent(period)}`,
  /** All checks with what they ask, for everybody. */
  checks: (query: CheckQuery = {}) => '/reports/checks' + queryOf(query),
  openWaivers: () => '/reports/waivers',
  waivers: (reportId: string) => at('reports', reportId, 'waivers'),
  submission: (reportId: string, number: number) =>
    at('reports', reportId, 'submissions', String(number)),
  cover: (reportId: string, number: number) =>
    at('reports', reportId, 'submissions', String(number), 'cover'),
  coverScan: (reportId: string, number: number) =>
    at('api', 'reports', reportId, 'covers', String(number)),
  targets: (reportId: string) => at('reports', reportId, 'targets'),
  saveNote: (reportId: string) => at('api', 'reports', reportId, 'notes'),
  allSections: (reportId: string) => at('reports', reportId, 'sections'),
  printForm: (reportId: string, isBlank = false) =>
    at('reports', reportId, 'print') + (isBlank ? '?blank=1' : ''),
  addEvidence: (reportId: string, indicator: string) =>
    at('api', 'reports', reportId, 'evidence') + `?indicator=${encodeURIComponent(indicator)}`,
  evidence: (evidenceId: string) => at('api', 'evidence', evidenceId),
  saveExplanation: (reportId: string) => at('api', 'reports', reportId, 'explanations'),
  saveFigures: (reportId: string) => at('api', 'reports', reportId, 'figures'),

  summaries: (unit?: string) =>
    unit ? `/summaries?unit=${encodeURIComponent(unit)}` : '/summaries',
  summary: (unit: string, period: string, query: SummaryQuery = {}) =>
    at('summaries', unit, period) + summaryQuery(query),
  /** The units below one, side by side. */
  units: (unit: string, period: string, query: SummaryQuery = {}) =>
    at('summaries', unit, period, 'units') + summaryQuery(query),

  whole: (unit: string, period: string, query: SummaryQuery = {}) =>
    at('summaries', unit, period, 'whole') + summaryQuery(query),

  summaryFile: (
    unit: string,
    period: string,
    format: string,
    query: Readonly<Record<string, string | undefined>> = {},
  ) => at('summaries', unit, period, 'files', format) + summaryQuery(query as SummaryQuery),
  rollupFile: (unit: string, period: string, format: string, query: RollUpQuery = {}) =>
    at('rollup', unit, period, 'files', format) + rollUpQuery(query),
  reportFile: (reportId: string, format: string, submission?: number) =>
    at('reports', reportId, 'files', format) +
    (submission === undefined ? '' : `?submission=${submission}`),
  /** A page that offices print, made into a PDF by the server. */
  pdf: (page: string) => `/pdf?page=${encodeURIComponent(page)}`,
  offline: (reportId: string) => at('reports', reportId, 'offline'),
  proposals: (reportId: string) => at('reports', reportId, 'proposals'),
  offlineForm: (reportId: string) => at('reports', reportId, 'offline', 'form'),
  imports: () => '/imports',
  import: (importId: string) => at('imports', importId),
  importCheck: (importId: string, query: { show?: string; page?: string } = {}) =>
    at('imports', importId, 'check') + queryOf(query),
  summariesBelow: (unit: string, period: string) => at('summaries', unit, period, 'below'),
  summariesZip: (unit: string, period: string) => at('summaries', unit, period, 'below', 'zip'),
  rollups: () => '/rollup',
  rollup: (unit: string, period: string, query: RollUpQuery = {}) =>
    at('rollup', unit, period) + rollUpQuery(query),
  rollupCells: (unit: string, period: string, indicator: string, query: RollUpQuery = {}) =>
    at('rollup', unit, period, indicator) + rollUpQuery(query),
  explore: (query: ExploreQuery = {}) => '/explore' + exploreQuery(query),
  exploreFile: (format: string, query: ExploreQuery) =>
    at('explore', 'files', format) + exploreQuery(query),
  progress: (query: ProgressQuery = {}) => '/progress' + queryOf(query),
  reminderRules: () => '/progress/rules',
  reportQuality: (query: { period: string; show?: string | undefined; page?: string }) =>
    '/progress/quality' + queryOf(query),
  reportLocks: (period: string) => `/progress/locks?period=${encodeURIComponent(period)}`,
  extension: (reportId: string) => at('reports', reportId, 'extension'),
  notices: () => '/notices',
  account: () => '/account',
  audit: (query: AuditQuery = {}) => '/audit' + queryOf(query),
  auditFile: (query: AuditQuery) => '/audit/file' + queryOf(query),
  desk: (unit: string, period: string, query: SummaryQuery = {}) =>
    at('summaries', unit, period, 'desk') + summaryQuery(query),
  /** The manuscript written anew in another way. */
  plan: (unit: string, period: string) => at('summaries', unit, period, 'plan'),
  renewal: (unit: string, period: string, query: SummaryQuery = {}) =>
    at('summaries', unit, period, 'desk', 'renewal') + summaryQuery(query),
  /** An earlier text written on for the period: a report of an import, or an edition of another period. */
  writtenOn: (
    unit: string,
    period: string,
    from: { import: string; report: string } | { of: string; edition: string },
  ) => at('summaries', unit, period, 'desk', 'written-on') + queryOf(from),
  versions: (unit: string, period: string, revision?: number) =>
    at('summaries', unit, period, 'desk', 'versions') + (revision ? `?look=${revision}` : ''),
  editions: (unit: string, period: string) => at('summaries', unit, period, 'editions'),
  edition: (unit: string, period: string, number: number) =>
    at('summaries', unit, period, 'editions', String(number)),
  editionFile: (
    unit: string,
    period: string,
    number: number,
    format: string,
    query: Readonly<Record<string, string | undefined>> = {},
  ) =>
    at('summaries', unit, period, 'editions', String(number), 'files', format) +
    summaryQuery(query as SummaryQuery),
  redline: (unit: string, period: string, before?: string, after?: string) =>
    at('summaries', unit, period, 'redline') +
    (before && after
      ? `?before=${encodeURIComponent(before)}&after=${encodeURIComponent(after)}`
      : ''),
  saveManuscript: (unit: string, period: string) =>
    at('api', 'summaries', unit, period, 'manuscript'),

  openapi: () => '/api/v1/openapi.json',

  admin: {
    home: () => '/admin',
    units: () => '/admin/units',
    unit: (code: string) => at('admin', 'units', code),
    people: () => '/admin/people',
    person: (personId: string) => at('admin', 'people', personId),
    checks: (query: Pick<CheckQuery, 'section'> = {}) =>
      '/admin/checks' + (query.section ? `?section=${encodeURIComponent(query.section)}` : ''),
    newCheck: () => '/admin/checks/new',
    check: (code: string) => at('admin', 'checks', code),
    tokens: () => '/admin/tokens',
    interface: () => '/admin/tokens/interface',
    delivery: () => '/admin/delivery',
    periods: () => '/admin/periods',
    period: (code: string) => at('admin', 'periods', code),
  },
};

/** Which events are looked for. */
export type AuditQuery = {
  words?: string | undefined;
  group?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
};

/** Which checks are listed: of a section, of a class, with these words. */
export type CheckQuery = { section?: string; kind?: string; words?: string };

/** `base` is a further year compared with, `length` to `numbers` how it is written, `indicator` the one whose table
 *  of units is shown, `trace` the number whose origin is shown, `at` the place it was chosen at. */
export type SummaryQuery = {
  base?: string;
  length?: string;
  headings?: string;
  falls?: string;
  numbers?: string;
  indicator?: string;
  trace?: string;
  at?: string;
};

/** Which units and submissions a roll-up counts, and the section that is shown alone; the usual ones are left out. */
export type RollUpQuery = {
  basis?: 'then' | 'today';
  standing?: 'submitted' | 'approved';
  section?: string;
  page?: string;
};
export type RollUpChoice = RollUpQuery & {
  basis: 'then' | 'today';
  standing: 'submitted' | 'approved';
};
/** Which indicators, units and years are explored, and how. */
export type ExploreQuery = {
  indicators?: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  level?: string | undefined;
  view?: string | undefined;
  page?: string | undefined;
};

function exploreQuery({ indicators = [], ...rest }: ExploreQuery): string {
  const chosen = indicators.map((code) => `indicator=${encodeURIComponent(code)}`).join('&');
  const others = queryOf(rest);
  return chosen ? `?${chosen}${others.replace('?', '&')}` : others;
}

/** Which part of the progress board is shown. */
export type ProgressQuery = { period?: string; unit?: string; show?: string; page?: string };

const rollUpQuery = ({ basis, standing, section, page }: RollUpQuery): string =>
  queryOf({
    section,
    basis: basis === 'today' ? basis : undefined,
    standing: standing === 'approved' ? standing : undefined,
    page,
  });

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The query alone leads within the page: some hundred links in it need not repeat where they are. */
export function summaryQuery(query: SummaryQuery): string {
  const parts = Object.entries(query).filter(([, value]) => value);
  return parts.length > 0
    ? `?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&')}`
    : '';
}

/** Id of an indicator's input on its section page, so that links can lead to the very cell. */
export function cellId(indicator: string): string {
  return `figure-${indicator}`;
}

/** A part of an address as it was meant. One that is badly encoded stays as it is: nothing is found under it. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Unit and period of an address, as they were meant. */
export function decodeScope({ unit, period }: { unit: string; period: string }): {
  unit: string;
  period: string;
} {
  return { unit: decodePart(unit), period: decodePart(period) };
}

/** An address of this product that somebody asks to be sent to; null for anything that could lead elsewhere. */
export function localPath(wanted: unknown): string | null {
  return typeof wanted === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : null;
}

/** The pages that the server prints. */
const printable = [
  /^\/reports\/[^/]+\/(print|review|compare)$/,
  /^\/reports\/[^/]+\/submissions\/\d+(\/cover)?$/,
  /^\/summaries\/[^/]+\/[^/]+(\/units|\/redline|\/editions\/\d+)?$/,
  /^\/rollup\/[^/]+\/[^/]+(\/[^/]+)?$/,
  /^\/progress$/,
];

/** An address of ours that is printed, as the server asks for it; null for any other. */
export function printablePath(wanted: unknown): string | null {
  const local = localPath(wanted);
  if (local === null || !URL.canParse(local, own)) return null;
  const { origin, pathname, search } = new URL(local, own);
  return origin === own && printable.some((form) => form.test(pathname)) ? pathname + search : null;
}

const own = 'http://own.invalid';

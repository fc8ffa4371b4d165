// The dependency rule (docs: CONTRIBUTING.md): app → components, lib · components → lib/domain, lib/i18n,
// lib/paths · lib/request → lib/auth → lib/data → lib/domain, prisma/generated · lib/domain → decimal.js,
// lib/domain/desk → diff, node-diff3 too.
// Tests, and what they share: test-world.ts, test-input.ts.
const tests = '\\.test\\.tsx?$|/test-[^/]+\\.ts$';
// A package without types of its own is found by its types.
const packages = 'node_modules/(@types/)?';

/** Of its own files, what matches `from` imports nothing but what matches `to`. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^(app|components|lib|prisma|bin|bench|e2e)/', pathNot: to },
});

/** Packages that a layer must not use. */
const without = (name, from, names, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: `${packages}(${names})(/|$)` },
});

/** No packages but these. */
const onlyPackages = (name, from, names) => ({
  name,
  severity: 'error',
  from,
  to: {
    dependencyTypesNot: [
      'local',
      'aliased',
      'aliased-tsconfig',
      'aliased-tsconfig-paths',
      'type-only',
    ],
    pathNot: `${packages}(${names})/`,
  },
});

/** The rooms, and which others of its layer a room may import. Every room of a layer named here has a line. */
const rooms = {
  'lib/domain/tree': [],
  'lib/domain/access': [],
  'lib/domain/catalogue': ['tree'],
  'lib/domain/figure': ['access', 'catalogue', 'tree'],
  'lib/domain/checks': ['access', 'catalogue', 'figure', 'tree'],
  'lib/domain/report': ['access', 'catalogue', 'checks', 'figure', 'tree'],
  'lib/domain/sheet': ['access', 'catalogue', 'figure', 'tree'],
  'lib/domain/entry': ['access', 'catalogue', 'figure', 'sheet'],
  'lib/domain/document-plan': [],
  'lib/domain/comparison': ['catalogue', 'checks', 'document-plan', 'figure', 'report', 'tree'],
  'lib/domain/rollup': ['catalogue', 'comparison', 'figure', 'tree'],
  'lib/domain/narrative': ['catalogue', 'comparison', 'document-plan', 'figure', 'tree'],
  'lib/domain/summary': ['catalogue', 'checks', 'comparison', 'figure', 'narrative'],
  'lib/domain/units-summary': [
    'catalogue',
    'comparison',
    'figure',
    'narrative',
    'report',
    'rollup',
    'summary',
    'tree',
  ],
  'lib/domain/explore': ['catalogue', 'comparison', 'figure', 'tree'],
  'lib/domain/reader': ['catalogue', 'comparison', 'figure', 'tree', 'units-summary'],
  'lib/domain/old-report': ['catalogue', 'figure', 'reader', 'tree'],
  'lib/domain/desk': ['catalogue', 'comparison', 'figure', 'reader', 'summary', 'tree'],
  'lib/domain/written-on': [
    'catalogue',
    'comparison',
    'desk',
    'figure',
    'old-report',
    'reader',
    'tree',
  ],
  'components/ui': [],
  'components/figures': ['ui'],
  'components/checks': ['ui'],
  'components/imports': ['ui'],
  'components/interface': ['ui'],
  'components/targets': ['figures', 'ui'],
  'components/entry': ['figures', 'ui'],
  'components/notes': ['entry', 'ui'],
  'components/desk': ['entry', 'ui'],
  'components/document-plan': ['ui'],
  'components/layout': ['desk', 'entry', 'ui'],
  'components/fields': ['layout', 'ui'],
  'components/admin': ['fields', 'layout', 'ui'],
  'components/board': ['fields', 'layout', 'ui'],
  'components/home': ['board', 'ui'],
  'components/explore': ['layout', 'ui'],
  'components/cover': ['figures', 'ui'],
  'components/paper': ['board', 'figures', 'ui'],
  'components/history': ['board', 'cover', 'layout', 'ui'],
  'components/rollup': ['fields', 'ui'],
  'components/summary': ['layout', 'ui'],
  'components/progress': ['board', 'rollup', 'ui'],
  'components/old-report': ['imports', 'ui'],
  'components/proposals': ['imports', 'ui'],
  'components/review': ['cover', 'entry', 'fields', 'figures', 'history', 'paper', 'rollup', 'ui'],
  'components/checking': ['entry', 'fields', 'figures', 'review', 'ui'],
  'lib/data/database': [],
  'lib/data/backup': ['database'],
  'lib/data/notices': ['database'],
  'lib/data/people': ['database'],
  'lib/data/catalogue': ['database'],
  'lib/data/tree': ['database'],
  'lib/data/reminders': ['database', 'notices'],
  'lib/data/report': ['catalogue', 'database', 'notices', 'tree'],
  'lib/data/figures': ['catalogue', 'database', 'notices', 'report', 'tree'],
  'lib/data/integrity': ['database', 'figures'],
  'lib/data/audit': ['database'],
  'lib/data/rollup': ['catalogue', 'database', 'figures', 'report', 'tree'],
  'lib/data/submission': [
    'database',
    'figures',
    'integrity',
    'notices',
    'report',
    'rollup',
    'tree',
  ],
  'lib/data/review': [
    'catalogue',
    'database',
    'figures',
    'integrity',
    'notices',
    'report',
    'submission',
    'tree',
  ],
  'lib/data/summary': ['catalogue', 'database', 'figures', 'report', 'tree'],
  'lib/data/desk': ['database', 'integrity', 'summary'],
  'lib/data/explore': ['database', 'figures'],
  'lib/data/imports': ['catalogue', 'database', 'figures', 'report', 'tree'],
  'lib/data/interface': ['database', 'figures', 'notices', 'report', 'tree'],
  'lib/data/testing': [],
};

const layerOf = (room) => room.slice(0, room.lastIndexOf('/'));
const layers = [...new Set(Object.keys(rooms).map(layerOf))];
for (const room of Object.keys(rooms)) assertDownhill(room, [room]);

/** A room that is reached from itself would be half of another. */
function assertDownhill(room, way) {
  const layer = layerOf(room);
  for (const name of rooms[room]) {
    const next = `${layer}/${name}`;
    if (!rooms[next]) throw new Error(`${room} may import ${next}, which is no room`);
    if (way.includes(next)) throw new Error(`Rooms in a circle: ${[...way, next].join(' → ')}`);
    assertDownhill(next, [...way, next]);
  }
}

const roomRules = [
  ...Object.entries(rooms).map(([room, imports]) => ({
    name: `room ${room}`,
    comment: 'The table of rooms in .config/layers.mjs says which rooms it may import.',
    severity: 'error',
    from: { path: `^${room}/`, pathNot: tests },
    to: {
      path: `^${layerOf(room)}/`,
      pathNot: `^${layerOf(room)}/(${[room.slice(room.lastIndexOf('/') + 1), ...imports].join('|')})/`,
    },
  })),
  ...layers.map((layer) => ({
    name: `rooms of ${layer}`,
    comment: 'A new room needs a line in the table of rooms.',
    severity: 'error',
    from: {
      path: `^${layer}/[^/]+/`,
      pathNot: Object.keys(rooms).map((room) => `^${room}/`),
    },
    to: {},
  })),
];

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^next-env' },
      to: { couldNotResolve: true },
    },
    only(
      'components-show',
      '^components/',
      '^(components|lib/domain|lib/i18n)/|^lib/paths\\.ts$',
      'Components draw what they are given.',
    ),
    ...roomRules,
    only('domain-is-pure', '^lib/domain/', '^lib/domain/', 'The domain knows nothing but itself.'),
    onlyPackages(
      'domain-uses-decimals-only',
      { path: '^lib/domain/', pathNot: `${tests}|^lib/domain/desk/` },
      'decimal\\.js',
    ),
    onlyPackages(
      'desk-uses-differences-too',
      { path: '^lib/domain/desk/', pathNot: tests },
      'decimal\\.js|diff|node-diff3',
    ),
    only(
      'data-stands-on-domain',
      '^lib/data/',
      '^lib/(data|domain)/|^prisma/(generated|catalogue)/',
      'The data layer knows no screen and no session.',
    ),
    only('auth-stands-on-data', '^lib/auth/', '^lib/(auth|data|domain|i18n)/|^lib/[^/]+\\.ts$'),
    only(
      'requests-stand-on-auth',
      '^lib/request/',
      '^lib/(request|auth|domain)/|^lib/data/database/(access|secrets)\\.ts$|^lib/[^/]+\\.ts$',
    ),
    only(
      'exports-stand-on-domain',
      '^lib/(export|import|chart)/',
      '^lib/(export|import|chart|domain|i18n)/',
    ),
    {
      name: 'prisma-in-data-only',
      comment: 'Only lib/data speaks to the database; the loader of the world beside it.',
      severity: 'error',
      from: { path: '^(app|components|lib|e2e|proxy)', pathNot: '^lib/data/' },
      to: { path: `^prisma/generated/|${packages}(@prisma|pg)(/|$)` },
    },
    {
      name: 'nobody-imports-the-world',
      comment: 'The demo world and its passwords are for loading and for tests.',
      severity: 'error',
      from: { path: '^(app|components|lib|proxy)', pathNot: tests },
      to: { path: '^prisma/world/' },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'route-folders-keep-apart',
      severity: 'error',
      from: { path: '^app/([^/(]+)/' },
      to: { path: '^app/', pathNot: '^app/$1/' },
    },
    {
      name: 'signed-in-folders-keep-apart',
      severity: 'error',
      from: { path: '^app/\\(signed-in\\)/([^/]+)/' },
      to: { path: '^app/', pathNot: '^app/\\(signed-in\\)/$1/' },
    },
    {
      name: 'nobody-imports-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma)/', pathNot: tests },
      to: { path: '^(bin|bench|e2e)/' },
    },
    without(
      'zod-at-the-borders',
      '^(components|lib/domain|lib/data(?!/report/event-schema\\.ts))/',
      'zod',
      'zod guards actions, routes, imports, the environment, and events that older versions recorded.',
    ),
    without(
      'data-without-screens',
      '^lib/(data|domain)/',
      'next|next-auth|next-intl|react|react-dom',
      'No React and no Next below the screens.',
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    exclude: { path: '^(\\.next|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

export default config;

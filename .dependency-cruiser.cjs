// The doors between the rooms: who may import whom. What is not listed is forbidden.
const doors = {
  model: { packages: ['date-fns', 'fastest-levenshtein'] },
  config: { rooms: ['formats', 'model'], packages: ['valibot', 'smol-toml'] },
  formats: { rooms: ['model'] },
  ingest: { rooms: ['formats', 'model'], packages: ['csv-parse', 'node:'] },
  book: { rooms: ['formats', 'model'] },
  forecast: { rooms: ['model'] },
  match: { rooms: ['model'] },
  suppliers: { rooms: ['model'] },
  plan: { rooms: ['forecast', 'match', 'suppliers', 'model'] },
  evaluate: { rooms: ['plan', 'forecast', 'suppliers', 'model'] },
  notices: { rooms: ['plan', 'model'], packages: ['liquidjs'] },
  outputs: {
    rooms: [
      'formats',
      'match',
      'suppliers',
      'plan',
      'forecast',
      'evaluate',
      'notices',
      'book',
      'config',
      'model',
    ],
    packages: ['csv-stringify', 'cli-table3', 'chalk', 'hucre', 'nodemailer', 'vega'],
  },
  disk: { rooms: ['model'], packages: ['node:', 'tinyglobby'] },
  cli: {
    rooms: [
      'config',
      'formats',
      'ingest',
      'book',
      'forecast',
      'match',
      'suppliers',
      'plan',
      'evaluate',
      'notices',
      'outputs',
      'model',
    ],
    packages: ['commander'],
  },
};

const room = (name) => `^src/${name}/`;
const packagePath = (name) =>
  name === 'node:' ? '^(node:)?[a-z_/]+$' : `(^|node_modules/)${name}(/|$)`;

const rules = Object.entries(doors).flatMap(([name, { rooms = [], packages = [] }]) => [
  {
    name: `${name}-doors`,
    comment: `${name} may use only: ${[name, ...rooms].join(', ')}${packages.length ? `; packages: ${packages.join(', ')}` : ''}`,
    severity: 'error',
    from: { path: room(name) },
    to: { pathNot: [...[name, ...rooms].map(room), ...packages.map(packagePath)] },
  },
]);

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'main-doors',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(cli|disk|model)/' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      from: { path: '^src/(?!main\\.ts$)', pathNot: Object.keys(doors).map(room) },
      to: {},
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};

/**
 * The order of the rooms, and of the folders inside the server: each imports only from itself and those before it.
 * `npm run check` holds the code to it, circles of types included.
 */

/** The rooms. The page is on the other side of HTTP: of the server it imports the contract alone. */
const ROOMS = ['corpus', 'embeddings', 'server', 'web']

/** The folders of the server; the programs beside them (`main.ts`, `build-index.ts`) come last. */
const SERVER = [
  'contract',
  'archive',
  'understanding',
  'retrieval',
  'browsing',
  'answer',
  'chat',
  'page',
  'routes',
  'start',
]

const later = (names, index, prefix = '') => `^${prefix}(${names.slice(index + 1).join('|')})/`

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...ROOMS.slice(0, -1).map((room, index) => ({
      name: `room-${room}`,
      comment: `${room}/ imports only from itself and the rooms before it.`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: { path: later(ROOMS, index) },
    })),
    {
      name: 'page-over-http',
      comment: 'Of the server, the page imports the contract alone; of embeddings/, nothing.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(embeddings|server/(?!contract/))' },
    },
    {
      name: 'no-room-imports-tests',
      severity: 'error',
      from: { path: `^(${ROOMS.join('|')})/` },
      to: { path: '^tests/' },
    },
    {
      name: 'unit-tests-open-no-archive',
      comment: 'Tests that open the archive or start programs are named *.archive.test.ts.',
      severity: 'error',
      from: { path: '^tests/.+[.]test[.]ts$', pathNot: '[.]archive[.]test[.]ts$|^tests/e2e/' },
      to: { path: '^tests/(open-test-archive|small-archive|programs)[.]ts$', reachable: true },
    },
    {
      name: 'contract-is-pure',
      comment: 'The contract imports plain zod and corpus/, and of the AI SDK its types.',
      severity: 'error',
      from: { path: '^server/contract/' },
      to: {
        pathNot: '^(server/contract/|corpus/|node_modules/zod/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    ...SERVER.slice(0, -1).map((folder, index) => ({
      name: `server-${folder}`,
      comment: `server/${folder}/ imports only from itself and the folders before it.`,
      severity: 'error',
      from: { path: `^server/${folder}/` },
      to: { path: later(SERVER, index, 'server/') },
    })),
    {
      name: 'server-folders-are-ordered',
      comment: 'A new folder of the server gets its place in the order above.',
      severity: 'error',
      from: {},
      to: { path: `^server/(?!(${SERVER.join('|')})/|[^/]+$)` },
    },
    {
      name: 'nothing-imports-programs',
      severity: 'error',
      from: { path: `^(${ROOMS.join('|')})/` },
      to: { path: '^server/[^/]+$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a circle of types is a circle.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

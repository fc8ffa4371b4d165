// npm run mutation -- PATH…: plants faults in the source at PATH (folders or files) and says which of them no test
// beside it notices; a score below 85 % fails. What stands on the database gets a throw-away one.
import { dirname } from 'node:path';
import { installDependencies } from './steps/dependencies.mjs';
import { runNode, stopChildren } from './steps/run.mjs';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error(
    'npm run mutation -- PATH…, such as lib/domain/access or lib/request/form-action.ts',
  );
  process.exit(2);
}
delete process.env.DATABASE_URL;
await installDependencies();
const isPure = paths.every((path) => path.startsWith('lib/domain/'));
const { openThrowAway } = await import('./steps/throw-away.mjs');
const server = isPure ? null : await openThrowAway();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void close().then(() => process.exit(130)));

const { code } = await runNode(
  'node_modules/@stryker-mutator/core/bin/stryker.js',
  ['run', '.config/stryker.mjs'],
  {
    env: {
      GONGBAO_MUTATION_PATHS: paths.join(' '),
      GONGBAO_MUTATION_TESTS: paths
        .map((path) =>
          path.endsWith('.ts') ? `${dirname(path)}/*.test.ts` : `${path}/**/*.test.ts`,
        )
        .join(' '),
      ...(server ? { DATABASE_URL: server.urlOf('postgres') } : {}),
    },
    show: true,
  },
);
await close();
process.exit(code);

async function close() {
  await stopChildren();
  await server?.close();
}

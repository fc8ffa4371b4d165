// npm test: everything, on a throw-away database, ending with one line "N passed, N failed".
// One part: node bin/test.mjs lint | domain | office | data | e2e [files]
import { installDependencies } from './steps/dependencies.mjs';
import { stopChildren } from './steps/run.mjs';
import { readEnvFile } from './steps/settings.mjs';
import { one } from './steps/tally.mjs';

/** @typedef {import('./steps/tally.mjs').Tally} Tally */

const [part, ...files] = process.argv.slice(2);
/** @type {Promise<import('./steps/postgres-server.mjs').Server> | undefined} */
let opening;
/** @type {Tally[]} */
const tallies = [];

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(
    signal,
    () =>
      void stopChildren()
        .then(closeServer)
        .then(() => process.exit(130)),
  );
}

readEnvFile();
// The tests never touch a database that somebody works with.
delete process.env.DATABASE_URL;
await attempt(installDependencies);
if (tallies.length === 0) {
  const suites = await import('./steps/suites.mjs');
  if (wants('lint')) await attempt(suites.lint);
  if (wants('lint')) await attempt(suites.types);
  if (wants('domain')) await attempt(() => suites.vitest('domain', files));
  if (wants('office')) await attempt(() => suites.office(files));
  if (wants('data'))
    await attempt(async () =>
      suites.vitest('data', files, { DATABASE_URL: (await server()).urlOf('postgres') }),
    );
  if (wants('e2e') && (await attempt(suites.productionBuild)))
    await attempt(async () => suites.e2e(await server(), files));
}
await stopChildren();
await closeServer();

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** @param {string} name */
function wants(name) {
  return part === undefined || part === name;
}

/** Runs a part and counts it; one that breaks counts as failed. @param {() => Promise<Tally[] | void>} work
 * @returns {Promise<boolean>} whether all of it passed */
async function attempt(work) {
  /** @type {Tally[]} */
  let result;
  try {
    result = (await work()) ?? [];
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    result = [one(false)];
  }
  tallies.push(...result);
  return result.every(({ failed: count }) => count === 0);
}

function server() {
  return (opening ??= import('./steps/throw-away.mjs').then(({ openThrowAway }) =>
    openThrowAway(),
  ));
}

async function closeServer() {
  await (await opening?.catch(() => undefined))?.close();
}

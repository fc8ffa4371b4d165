// Runs a TypeScript script: node bin/tsx.mjs <script> [arguments]. Adds nothing to its output and keeps its exit code.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { status } = spawnSync(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', ...process.argv.slice(2)],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' },
);
process.exitCode = status ?? 1;

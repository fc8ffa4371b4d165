// Rules for every file we write, of whatever kind: short enough to read, finished, and no test that cannot fail.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.mjs';

const longest = 300;
// A page shows what it reads and in which order its parts stand; the rest is beside it.
const longestPage = 100;
const mostPageImports = 20;
const page = /(^|\/)page\.tsx$/;
const ownImport = /^(import .*|\} )from '(@\/|\.)|^import '(@\/|\.)/;
// Living documents name files by their paths, which must be there.
const guide = /^(README|CONTRIBUTING|docs\/(house|recipes\/[^/]+))\.md$/;
// Where it says which name stands in which file, the name is there.
const namedIn = /`(\w+)` in `([^`\s]+\.tsx?)`/g;
const namedPath = /`((?:app|bin|bench|components|docs|e2e|lib|prisma)\/[^`\s<>{}*…]+)`/g;
const folders = [
  'app',
  'components',
  'lib',
  'prisma',
  'e2e',
  'bin',
  'bench',
  'docs',
  '.config',
  '.ci',
];
// What these hold the linter sees; here stands what it does not.
const linted = /\.(ts|tsx|mts|js|mjs|cjs)$/;
const kinds = /\.(ts|tsx|mts|js|mjs|cjs|css|md|prisma)$/;
const ignored = /(^|\/)(node_modules|generated)(\/|$)/;
// Written in two halves, so that this file does not break its own rule.
const unfinished = new RegExp(
  ['TO' + 'DO', 'FIX' + 'ME', 'eslint-' + 'disable', '@ts-' + '(ignore|expect-error|nocheck)'].join(
    '|',
  ),
);
const idleTest = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\b/;

/** What breaks the rules, one line each. @returns {string[]} */
export function listBreaches() {
  const files = readdirSync(root).filter((name) => kinds.test(name) || name === '.env.example');
  for (const folder of folders.filter((name) => existsSync(join(root, name))))
    files.push(...filesIn(folder));
  return files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
    const breaches = lines.flatMap((line, index) => {
      const where = `${file}:${index + 1}`;
      if (!linted.test(file) && unfinished.test(line))
        return [`${where}  unfinished or switched off: ${line.trim()}`];
      return idleTest.test(line) ? [`${where}  a test that does not run: ${line.trim()}`] : [];
    });
    const most = page.test(file) ? longestPage : linted.test(file) ? Infinity : longest;
    if (lines.length > most) breaches.push(`${file}  ${lines.length} lines, more than ${most}`);
    const imports = lines.filter((line) => ownImport.test(line)).length;
    if (page.test(file) && imports > mostPageImports)
      breaches.push(`${file}  ${imports} imports of ours, more than ${mostPageImports}`);
    if (guide.test(file))
      for (const [, path] of lines.join('\n').matchAll(namedPath))
        if (!existsSync(join(root, path)))
          breaches.push(`${file}  names ${path}, which is not there`);
    if (guide.test(file))
      for (const [, name, path] of lines.join('\n').matchAll(namedIn))
        if (existsSync(join(root, path)) && !readFileSync(join(root, path), 'utf8').includes(name))
          breaches.push(`${file}  names ${name} in ${path}, which has none`);
    if (file === 'docs/house.md')
      for (const room of roomsOf(['components', 'lib', 'lib/data', 'lib/domain']))
        if (!lines.some((line) => line.includes(`\`${room}\``)))
          breaches.push(`${file}  has no line for ${room}`);
    return breaches;
  });
}

/** The folders of these, each by the name it has in docs/house.md. @param {string[]} layers @returns {string[]} */
function roomsOf(layers) {
  return layers.flatMap((layer) =>
    readdirSync(join(root, layer), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => (layer === 'lib' ? `lib/${name}` : name))
      .filter((name) => name !== 'lib/domain' && name !== 'lib/i18n'),
  );
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (ignored.test(path)) return [];
    if (entry.isDirectory()) return filesIn(path);
    return kinds.test(path) ? [path] : [];
  });
}

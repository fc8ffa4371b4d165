// npm run gallery: every page drawn as PNG, in two widths and both languages, below .data/gallery: after a change it is
// drawn anew and looked through. The pages are those into which the stories look with axe.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './steps/settings.mjs';

const folder = join(dataFolder, 'gallery');
rmSync(folder, { recursive: true, force: true });
process.env.GONGBAO_GALLERY = folder;
process.argv.splice(
  2,
  Infinity,
  'e2e',
  ...['5-every-page', '7-', '8-units', '14-history'].map((name) => `e2e/${name}`),
);
console.log(`→ ${folder}`);
await import('./test.mjs');

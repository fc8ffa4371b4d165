// Runs as a process of its own (see read-workbook.ts): a workbook comes in on standard input, its sheets go
// out as text. What goes wrong here, from a broken file to a full memory, ends this process and nothing else.
import { openZip, repack } from './zip-parts.mjs';
import { readSheets, readOldSheets } from './sheet-text.mjs';

const limits = { rows: Number(process.argv[2]), columns: Number(process.argv[3]) };

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const bytes = Buffer.concat(chunks);

function answer(result) {
  process.stdout.write(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS * 1024 }));
}

try {
  answer(await sheetsOf(bytes));
} catch (error) {
  answer({ fault: /password|encrypt/i.test(String(error)) ? 'file-encrypted' : 'file-broken' });
}

/** The sheets of a workbook, whichever of the three kinds it is. */
async function sheetsOf(file) {
  if (file[0] === 0xd0 && file[1] === 0xcf) return readOldSheets(file, limits);
  const parts = openZip(file);
  if (parts === null) return { fault: 'file-unsafe' };
  if (parts.has('xl/workbook.xml')) return readSheets(repack(parts), limits, showsSpecially(parts));
  return readOldSheets(file, limits);
}

/** Whether any format of the workbook shows a number otherwise than it is kept: per cent, in thousands,
 *  with 万 behind it, or not at all. */
function showsSpecially(parts) {
  const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
  return /formatCode="[^"]*(?:%|[万亿千百]|,[^#0?,]*"|[!\\]\.|;;)|numFmtId="(?:9|10)"/.test(styles);
}

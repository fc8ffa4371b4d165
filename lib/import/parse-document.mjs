// Runs as a process of its own (see read-document.ts): a report comes in on standard input, its text goes out.
// What goes wrong here, from a broken file to a full memory, ends this process and nothing else.
import { unzipSync } from 'fflate';

const [kind, mostPages] = [process.argv[2], Number(process.argv[3])];
const largestUnpacked = 20 * 1024 * 1024;

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const bytes = Buffer.concat(chunks);

const readers = { docx: readWord, doc: readOldWord, pdf: readPdf, html: readPage };

try {
  answer(await readers[kind]());
} catch {
  answer({ fault: 'document-broken' });
}

function answer(result) {
  process.stdout.write(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS * 1024 }));
}

async function readWord() {
  let unpacked = 0;
  // Looks at the directory alone, and refuses what would unpack to more than a text can hold.
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      return false;
    },
  });
  if (unpacked > largestUnpacked) return { fault: 'file-too-much' };
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  return { text: value.replace(/\n{2,}/g, '\n') };
}

async function readOldWord() {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(bytes);
  return { text: document.getBody() };
}

async function readPdf() {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  if (document.numPages > mostPages) return { fault: 'document-too-many-pages' };
  const { text } = await extractText(document, { mergePages: false });
  // A scan holds pictures; a page number or a stamp is no text.
  const isScan = text.join('').replace(/\s/g, '').length < 20 * document.numPages;
  return isScan ? { fault: 'document-is-scan' } : { text: text.join('\n') };
}

/** The words of a page as its paragraphs; what is no text of it (scripts, navigation, forms) is left out. */
async function readPage() {
  const { parse } = await import('node-html-parser');
  const page = parse(bytes.toString('utf8'), { comment: false });
  for (const part of page.querySelectorAll(
    'script, style, noscript, nav, footer, form, select, button, template, svg, iframe, title',
  ))
    part.remove();
  return { text: page.structuredText };
}

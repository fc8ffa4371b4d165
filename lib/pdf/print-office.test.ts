// Pages printed in a real Chromium and read back; where there is none the tests say so.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printPdf } from './chromium';
import { standalone } from './standalone';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-test-'));
beforeAll(() => {
  process.env.GONGBAO_CHROMIUM = process.env.CHROMIUM_PATH;
});
afterAll(() => {
  delete process.env.GONGBAO_CHROMIUM;
  rmSync(folder, { recursive: true, force: true });
});

const page = (body: string, css = '') =>
  standalone(`<!doctype html><html><head><title>表</title></head><body>${body}</body></html>`, [
    `@page { size: A4; margin: 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); } } ${css}`,
  ]);
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gongbao-pdf-'));
const textOf = (bytes: Uint8Array) => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, bytes);
  return {
    text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }),
    info: execFileSync('pdfinfo', [path], { encoding: 'utf8' }),
  };
};

describe('in a Chromium', () => {
  test('a page becomes A4 with page numbers, and nothing is left behind', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, at) => `<tr><th>职工书屋数</th><td>${at}</td></tr>`,
    ).join('');
    const bytes = await printPdf(
      page(`<h1>试点县</h1><table><thead><tr><th>指标</th><th>数</th></tr></thead>${rows}</table>`),
    );
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const { text, info } = textOf(bytes);
    expect(info).toMatch(/Page size: +59[45][.\d]* x 84[12][.\d]* pts \(A4\)/);
    expect(text).toMatch(/1 ?\/ ?\d/);
    expect(text).toContain('试点县');
    // The head stands on every page.
    expect(text.match(/指标/g)!.length).toBe(Number(/Pages: +(\d+)/.exec(info)![1]));
    expect(left()).toEqual([]);
  }, 60_000);

  test('the document stands first: no word that scripts are off, which they are', async () => {
    const notice = '<noscript><div><p>本页面没有运行脚本</p></div></noscript>';
    const bytes = await printPdf(
      page(
        `<main>${notice}<h1>工作报表封面</h1><p>正文<noscript>同上</noscript></p></main>`,
        readFileSync('app/print.css', 'utf8'),
      ),
    );
    expect(textOf(bytes).text.split(/\s+/)[0]).toBe('工作报表封面');
    expect(textOf(bytes).text).not.toMatch(/脚本|同上/);
  }, 60_000);

  test('a page reaches neither a server nor a file, and runs nothing', async () => {
    let asked = 0;
    const server = createServer((_request, response) => response.end(String((asked += 1))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    writeFileSync(join(folder, 'secret.txt'), 'SECRET');
    const urls = [
      `http://127.0.0.1:${port}/x`,
      `http://localhost:${port}/x`,
      `file://${folder}/secret.txt`,
    ];
    // Without the policy of the page, so that the browser itself is what keeps it in.
    const html = `<!doctype html><body><p id="p">still</p>${urls.map((url) => `<img src="${url}"><iframe src="${url}"></iframe><link rel="stylesheet" href="${url}">`).join('')}<script>document.getElementById('p').textContent = 'ran'</script></body>`;
    const { text } = textOf(await printPdf(html));
    expect(text).toContain('still');
    expect(text).not.toMatch(/ran|SECRET/);
    expect(asked).toBe(0);
    server.close();
  }, 60_000);

  test('two at once, and further requests are refused', async () => {
    const wave = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => printPdf(page(`<p>${at}</p>`), { timeLimit: 1 })),
    );
    const codes = wave.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : 'done',
    );
    expect(codes.filter((code) => code === 'busy')).toHaveLength(2);
    expect(left()).toEqual([]);
    expect((await printPdf(page('<p>again</p>'))).length).toBeGreaterThan(1000);
  }, 120_000);
});

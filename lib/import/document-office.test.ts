// Reports as an office program saves them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, expect, it } from 'vitest';
import { readDocument } from './read-document';

const lines = ['云溪县总工会2021年工作总结', '全年举办劳动竞赛55场，参赛职工1.2万人次。'];
const folder = mkdtempSync(join(tmpdir(), 'gongbao-document-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(['pdf', 'doc'])(
  'reads .%s',
  async (kind) => {
    const document = new Document({
      sections: [{ children: lines.map((text) => new Paragraph({ text })) }],
    });
    writeFileSync(join(folder, 'a.docx'), await Packer.toBuffer(document));
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      kind,
      '--outdir',
      folder,
      join(folder, 'a.docx'),
    ]);
    const text = await readDocument(`a.${kind}`, readFileSync(join(folder, `a.${kind}`)));
    expect(text.replace(/\s+/g, '')).toBe(lines.join(''));
  },
  120_000,
);

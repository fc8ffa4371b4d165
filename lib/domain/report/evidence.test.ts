import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { evidenceName, evidenceTypeOf } from './evidence';

const text = (content: string) => new TextEncoder().encode(content);
const office = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, text('x'.repeat(300))])));

describe('evidence', () => {
  it.each([
    ['a PDF', '台账.pdf', text('%PDF-1.7 …'), 'pdf'],
    ['a photograph', '现场.JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    [
      'a picture',
      'a.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      'png',
    ],
    ['a workbook', 'a.xlsx', office('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['a document', 'a.docx', office('[Content_Types].xml', 'word/document.xml'), 'docx'],
    [
      'a workbook with a program',
      'a.xlsx',
      office('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
      null,
    ],
    ['a page that calls itself a picture', 'a.png', text('<html><script>'), null],
    ['a PDF that calls itself a picture', 'a.png', text('%PDF-1.7'), null],
    ['a zip that calls itself a document', 'a.docx', office('readme.txt'), null],
    ['a page', 'a.html', text('<html>'), null],
    ['no ending', 'pdf', text('%PDF-1.7'), null],
    ['nothing', 'a.pdf', new Uint8Array(), null],
  ])('%s', (_case, name, content, type) => {
    expect(evidenceTypeOf(name, content)).toBe(type);
  });

  it.each([
    ['C:\\fakepath\\合同台账.pdf', '合同台账.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a"b\u202e\nc.pdf', 'abc.pdf'],
    [`${'长'.repeat(200)}.xlsx`, `${'长'.repeat(100)}.xlsx`],
  ])('%s is kept as %s', (name, kept) => {
    expect(evidenceName(name)).toBe(kept);
  });
});

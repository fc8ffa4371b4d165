import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const lines = ['云溪县总工会2021年工作总结', '全年举办劳动竞赛55场，参赛职工1.2万人次。'];
const wordFile = async () =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ children: lines.map((text) => new Paragraph({ text })) }] }),
    ),
  );
const encode = (text: string) => new TextEncoder().encode(text);

describe('readDocument', () => {
  it('reads text in UTF-8 and in GBK as it stands', async () => {
    expect(await readDocument('a.txt', encode('　　劳动竞赛55场\r\n'))).toBe(
      '　　劳动竞赛55场\r\n',
    );
    const gbk = Uint8Array.from([0xb9, 0xa4, 0xbb, 0xe1]);
    expect(await readDocument('a.txt', gbk)).toBe('工会');
  });

  it('reads the paragraphs of a Word file', async () => {
    expect((await readDocument('a.docx', await wordFile())).trim().split('\n')).toEqual(lines);
  });

  it('reads a page without what surrounds its text', async () => {
    const page = `<html><head><title>x</title><style>p{}</style></head><body><nav>首页</nav>
      <h1>${lines[0]}</h1><p>${lines[1]}</p><script>var a = 100</script><footer>备案号</footer></body></html>`;
    expect((await readDocument('a.html', encode(page))).split('\n').filter(Boolean)).toEqual(lines);
  });

  it('refuses what is no document, a wrong name and a broken file', async () => {
    await expect(readDocument('a.png', encode('x'))).rejects.toThrow('document-kind');
    await expect(readDocument('a.pdf', await wordFile())).rejects.toThrow('document-kind');
    await expect(readDocument('a.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 9]))).rejects.toThrow(
      'document-broken',
    );
    await expect(readDocument('a.txt', encode('  \n'))).rejects.toThrow('document-empty');
    await expect(readDocument('a.txt', new Uint8Array(5 * 1024 * 1024 + 1))).rejects.toThrow(
      'file-too-large',
    );
  });

  it('says that a PDF without text is a scan', async () => {
    await expect(readDocument('a.pdf', encode(emptyPdf))).rejects.toThrow('document-is-scan');
  });
});

const emptyPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

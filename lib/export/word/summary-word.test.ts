import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { scope } from '@/lib/domain/narrative/test-input';
import { sideOf, sidesOf, sideUnit } from '@/lib/domain/comparison/sides';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import { toText } from '@/lib/domain/summary/text';
import { withoutUnit } from '@/lib/domain/summary/words';
import { documentScopes } from '../../../prisma/world/document-scopes';
import { writeSummaryWord } from './summary-word';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = documentScopes(catalogue).map(({ document, input }) => ({
  document,
  unit: input.unit.name,
  summary: summarise(input),
}));
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

type Node = { [tag: string]: Node[] } & { ':@'?: Record<string, string>; '#text'?: string };

async function open(
  summary: Summary,
  unit: string,
  fonts: 'official' | 'common' = 'official',
): Promise<(part: string) => string> {
  const bytes = await writeSummaryWord(summary, {
    sections: catalogue.sections,
    signature: { name: unit, date: '2022-01-05' },
    fonts,
  });
  const parts = unzipSync(bytes);
  return (part) => strFromU8(parts[part]!);
}

/** Paragraphs of the body, in tables or not, with their style. */
function paragraphsOf(xml: string): { style: string; text: string; inTable: boolean }[] {
  const found: { style: string; text: string; inTable: boolean }[] = [];
  const walk = (nodes: Node[], inTable: boolean): void => {
    for (const node of nodes) {
      for (const tag of Object.keys(node)) {
        if (tag === ':@' || tag === '#text') continue;
        const children = node[tag]!;
        if (tag === 'w:p')
          found.push({ style: attribute(children, 'w:pStyle'), text: textOf(children), inTable });
        else walk(children, inTable || tag === 'w:tbl');
      }
    }
  };
  walk(parser.parse(xml) as Node[], false);
  return found;
}

function textOf(nodes: Node[]): string {
  return nodes
    .map((node) =>
      Object.keys(node)
        .filter((tag) => tag !== ':@')
        .map((tag) =>
          tag === '#text'
            ? ''
            : tag === 'w:t'
              ? node[tag]!.map((inner) => String(inner['#text'] ?? '')).join('')
              : textOf(node[tag]!),
        )
        .join(''),
    )
    .join('');
}

function attribute(nodes: Node[], tag: string): string {
  for (const node of nodes) {
    if (tag in node) return node[':@']?.['w:val'] ?? '';
    for (const name of Object.keys(node)) {
      const inner = name === ':@' || name === '#text' ? '' : attribute(node[name]!, tag);
      if (inner) return inner;
    }
  }
  return '';
}

const prose = new Set(['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'OfficialBody']);

describe.each(scopes)('the summary of $document in Word', ({ summary, unit }) => {
  let part: (name: string) => string;
  let paragraphs: ReturnType<typeof paragraphsOf>;
  beforeAll(async () => {
    part = await open(summary, unit);
    paragraphs = paragraphsOf(part('word/document.xml'));
  });

  test('its text is the text of the page, word for word', () => {
    const written = paragraphs
      .filter(({ style, inTable }) => prose.has(style) && !inTable)
      .map(({ text }) => text);
    const expected = toText(summary)
      .trimEnd()
      .split('\n\n')
      .map((line) => line.trimStart());
    expect(written.slice(0, expected.length)).toEqual(expected);
    expect(written.slice(expected.length).join('\n')).toContain(unit);
    expect(written.at(-1)).toBe('2022年1月5日');
  });

  test('its table holds the numbers of the page, cell for cell', () => {
    const cells = paragraphs
      .filter(({ style, inTable }) => inTable && style === 'TableCell')
      .map(({ text }) => text);
    const rows = catalogue.sections.flatMap(({ code }) =>
      summary.table.rows.filter(({ indicator }) => indicator.section === code),
    );
    const absence = { blank: '—', not_applicable: '不适用', not_available: '无法取得' };
    const expected = rows.flatMap((row) => [
      row.indicator.name,
      row.unit,
      ...row.cells.map((cell) =>
        cell.text === null ? absence[cell.answer] : withoutUnit(cell.text, row.unit),
      ),
      row.change ? withoutUnit(row.change.text, row.unit) : '—',
      row.changePercent ? withoutUnit(row.changePercent.text, '%') : '—',
      ...sidesOf(summary.table).map((side) =>
        withoutUnit(sideOf(row, side)?.text ?? '—', sideUnit(row, side)),
      ),
    ]);
    expect(rows).toHaveLength(summary.table.rows.length);
    expect(cells).toEqual(expected);
  });

  test('each chart is a picture that says its numbers', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<pic:pic /g)).toHaveLength(summary.charts.length);
    for (const chart of summary.charts)
      for (const text of chart.series.flatMap(({ texts }) => texts))
        expect(xml).toContain(text ?? '—');
  });

  test('rows stay whole and the head is repeated', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)!.length);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(xml.match(/<w:tbl>/g)!.length);
  });
});

test('targets and control lines stand in a table of their own, and the page stays upright', async () => {
  const input = scope('2021', {
    '2020': { JG001: '50', JG003: '8000' },
    '2021': { JG001: '60', 'JG001 target': '55', 'JG001 limit': '70', JG003: '9000' },
  });
  const part = await open(summarise(input), '示例县总工会');
  const xml = part('word/document.xml');
  expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  expect(xml).not.toContain('landscape');
  const cells = paragraphsOf(xml)
    .filter(({ inTable }) => inTable)
    .map(({ text }) => text);
  expect(cells.filter((text) => text === '目标')).toHaveLength(1);
  expect(cells.slice(cells.indexOf('目标') - 3)).toEqual([
    ...['指标', '计量单位', '2021年', '目标', '完成%', '控制线'],
    ...['劳动竞赛场次', '场次', '60', '55', '109.1', '70'],
  ]);
});

describe('the format of official documents (GB/T 9704—2012)', () => {
  const { summary, unit } = scopes[2]!;
  let part: (name: string) => string;
  beforeAll(async () => void (part = await open(summary, unit)));

  const style = (id: string) =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(part('word/styles.xml'))![0];
  const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

  test('A4 with margins of 37, 35, 28 and 26 mm in which 22 lines of 28 characters fit, and no more', () => {
    const section = /<w:sectPr.*?<\/w:sectPr>/.exec(part('word/document.xml'))![0];
    const number = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(section)![1]);
    expect([number('w'), number('h')]).toEqual([twips(210), twips(297)]);
    expect([number('top'), number('bottom'), number('left'), number('right')]).toEqual([
      twips(37),
      twips(35),
      twips(28),
      twips(26),
    ]);
    const [, line] = /w:line="(\d+)" w:lineRule="exact"/.exec(style('OfficialBody'))!.map(Number);
    expect(line! / 20).toBeGreaterThanOrEqual(28);
    expect(line! / 20).toBeLessThanOrEqual(29);
    expect(Math.floor((number('h') - number('top') - number('bottom')) / line!)).toBe(22);
    const character =
      16 * 20 + Number(/<w:spacing w:val="(-?\d+)"/.exec(style('OfficialBody'))![1]);
    expect(Math.floor((number('w') - number('left') - number('right')) / character)).toBe(28);
    expect(number('linePitch')).toBe(line);
  });

  test.each([
    ['Title', '方正小标宋简体', 44, 'center'],
    ['OfficialBody', '仿宋_GB2312', 32, 'both'],
    ['Heading1', '黑体', 32, null],
    ['Heading2', '楷体_GB2312', 32, null],
    ['Heading3', '仿宋_GB2312', 32, null],
    ['Heading4', '仿宋_GB2312', 32, null],
    ['AttachmentMark', '黑体', 32, null],
    ['PageNumber', '宋体', 28, null],
  ])('%s is %s of %i half points', (id, font, size, alignment) => {
    expect(style(id)).toContain(`w:eastAsia="${font}"`);
    expect(style(id)).toContain(`<w:sz w:val="${size}"/>`);
    if (alignment) expect(style(id)).toContain(`<w:jc w:val="${alignment}"/>`);
  });

  test.each(['OfficialBody', 'Heading1', 'Heading2', 'Heading3', 'Heading4'])(
    '%s begins two characters in',
    (id) => {
      expect(style(id)).toContain('w:firstLineChars="200"');
    },
  );

  test('page numbers stand outside between dashes', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = [1, 2].map((number) => part(`word/footer${number}.xml`));
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)![1]).sort()).toEqual([
      'left',
      'right',
    ]);
    for (const footer of footers) expect(footer).toMatch(/>— <.*PAGE.*> —</);
    expect(
      /w:type="even" r:id="(\w+)"/.exec(
        part('word/document.xml').match(/<w:footerReference w:type="even"[^>]*>/)![0],
      ),
    ).not.toBeNull();
  });

  test('numbers do not break over lines: no paragraph lets words break', () => {
    for (const name of ['word/document.xml', 'word/styles.xml'])
      expect(part(name)).not.toContain('wordWrap');
  });

  test('attachments are named below the text, and each begins with its mark', () => {
    const texts = paragraphsOf(part('word/document.xml'));
    expect(
      texts
        .filter(({ text }) => /^(附件：)?\d\.(数据对比表|统计图)$/.test(text))
        .map(({ text }) => text),
    ).toEqual(['附件：1.数据对比表', '2.统计图']);
    expect(
      texts.filter(({ style: of }) => of === 'AttachmentMark').map(({ text }) => text),
    ).toEqual(['附件1', '附件2']);
  });

  test('no font is embedded, and other names can be asked for', async () => {
    const bytes = await writeSummaryWord(summary, {
      sections: catalogue.sections,
      signature: null,
      fonts: 'common',
    });
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((name) => name.includes('fonts/'))).toEqual([]);
    const styles = strFromU8(parts['word/styles.xml']!);
    expect(styles).toContain('w:eastAsia="仿宋"');
    expect(styles).not.toContain('GB2312');
  });

  test('what must be known before quoting stands at the head of every page and after the text', () => {
    expect(summary.cautions).toEqual(['made-up']);
    expect(part('word/header1.xml')).toContain('演示数据');
    expect(part('word/document.xml')).toContain('注：演示数据');
  });
});

test('the key points are a page before the text, where they are asked for', async () => {
  const { summary, unit } = scopes.find(({ document }) => document === 'jh')!;
  const bytes = await writeSummaryWord(summary, {
    sections: catalogue.sections,
    signature: { name: unit, date: '2022-01-05' },
    fonts: 'official',
    startsWithPoints: true,
  });
  const paragraphs = paragraphsOf(strFromU8(unzipSync(bytes)['word/document.xml']!));
  expect(paragraphs[0]?.text).toBe(`${summary.title}要点`);
  expect(paragraphs.slice(1).findIndex(({ text }) => text === summary.title)).toBe(
    (summary.keyPoints ?? []).length,
  );
});

// An old report as it came (pasted, from a page, from a file) made readable: what surrounds the text left
// out, lines that were broken inside a sentence joined, punctuation and digits in one form. Every character
// still knows its place in the original.

/** `at[i]` is where the character `text[i]` stands in the original; a line of `text` is a paragraph or a heading. */
export type CleanText = { text: string; at: number[] };

type Line = { start: number; text: string };

/** The body of a report. Nothing is altered that a person would read as content. */
export function cleanReport(original: string): CleanText {
  const lines = linesOf(original);
  const body = withoutTail(lines).filter(
    (line, place, all) => line.text !== '' && !isFurniture(line.text) && !isRepeat(all, place),
  );
  const widest = Math.max(0, ...body.map(({ text }) => text.length));
  const clean: CleanText = { text: '', at: [] };
  body.forEach((line, place) => {
    if (place > 0 && !goesOn(body, place, widest)) push(clean, '\n', line.start);
    append(clean, line);
  });
  return clean;
}

function linesOf(original: string): Line[] {
  const lines: Line[] = [];
  for (const match of original.matchAll(/[^\r\n\u000b\f\u2028\u2029]+/g)) {
    const lead = /^[\s\u3000\u00a0\ufeff]*/.exec(match[0])?.[0].length ?? 0;
    lines.push({ start: match.index + lead, text: match[0].slice(lead).trimEnd() });
  }
  return lines;
}

const furniture = [
  /^(?:当前位置|您(?:现在)?的位置|您当前|首页|网站首页|返回|上一[篇页]|下一[篇页]|打印|关闭|分享|收藏|字号|字体|【?字体|【打印】)/,
  new RegExp(
    [
      '^[（(【]?(?:来源|作者|编辑|责编|责任编辑|校对|审核|供稿|撰稿|发布时间|发布日期|发布人|更新时间|浏览次数|浏览量|点击数|点击率|阅读量?',
      String.raw`|阅读次数|信息来源|文章来源|索引号|文号|发文字号|主题词|文章关键词|关键[词字]|本文地址|联系地址|联系电话|联系人|电话|邮编|网址|传真)\s*[:：]`,
    ].join(''),
  ),
  /ICP备|备案号|许可证\s*[:：]|公网安备|版权所有|All Rights Reserved|Copyright|扫码关注|扫描关注|微信公众号,?第一时间|免责声明|法律顾问/i,
  /^[■□▲●◆]?\s*(?:见习)?(?:本报)?(?:记者|通讯员)[^，。,]{2,20}(?:撰稿|报道|摄影?|整理)?$/,
  /^(?:第\s*\d+\s*页(?:\s*[,，/共]\s*共?\s*\d+\s*页)?|[-—–—\s]*\d{1,3}\s*[-—–—]*|\d{1,3}\s*\/\s*\d{1,3})$/,
  /^.{0,60}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:来源|作者|浏览|点击|编辑|阅读|字号|https?:).*$/,
  /^.{0,80}来源\s*[:：]\s*\S+\s*(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}|作者|本报记者).*$/,
  /^https?:\/\/\S+$/,
  /^[（(]?(?:下转|上接|转自|据)[^，。]{1,12}[版页][）)]?$/,
  /(?:[^\s>》]+\s*[>》]\s*){2,}(?:正文|详情)?$/,
];

const isFurniture = (text: string): boolean => furniture.some((pattern) => pattern.test(text));

const tail = new RegExp(
  [
    '^(?:相关(?:阅读|新闻|链接|推荐|文章|报道)|猜你喜欢|热点(?:排行榜?|阅读|新闻|推荐)?|新闻(?:推荐|图集|排行)|推荐阅读|延伸阅读|更多新闻',
    String.raw`|频道推荐|图片新闻|友情链接|网站地图|免责声明|上一篇|下一篇|评论)(?:\s|[:：（(]|$)`,
  ].join(''),
);

/** What a page puts after its article: other articles begin there. */
function withoutTail(lines: Line[]): Line[] {
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  for (const [place, { text }] of lines.entries()) {
    if (before > total * 0.4 && tail.test(text) && !/。$/.test(text)) return lines.slice(0, place);
    before += text.length;
  }
  return lines;
}

/** A headline that stands there a second time. */
function isRepeat(lines: Line[], place: number): boolean {
  const bare = (text: string) => text.replace(/[\s\u3000]/g, '');
  const { text } = lines[place] as Line;
  if (text.length > 60 || /[。；]/.test(text)) return false;
  return lines
    .slice(Math.max(0, place - 12), place)
    .some((other) => other.text.length <= 140 && bare(other.text).includes(bare(text)));
}

const heading =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[章节部])/;

/** Whether a line goes on with the sentence of the one before: that one ends in the middle of it. */
function goesOn(lines: Line[], place: number, widest: number): boolean {
  const before = (lines[place - 1] as Line).text;
  const now = (lines[place] as Line).text;
  if (/[。！？；!?;：:…]["”’）)]*$|^[^，,。]{0,16}["”]$/.test(before) || heading.test(now))
    return false;
  if (heading.test(before) && !/[。；]/.test(before) && before.length < 40) return false;
  if (/^[。，、；：！？）”]/.test(now) || /[，,、（(“]$/.test(before)) return true;
  if (isCouplet(before)) return false;
  const isWrapped = before.length >= widest * 0.85 && widest <= 60;
  return isWrapped || /[，,。；]/.test(before) || isWithin(lines, place - 1);
}

/** A line that itself went on with another ends a sentence only at a mark. */
function isWithin(lines: Line[], place: number): boolean {
  const before = lines[place - 1]?.text ?? '';
  return before.length > 25 && /[，,]/.test(before) && !/[。！？；”]$/.test(before);
}

function isCouplet(text: string): boolean {
  const halves = text.split(/[，,\s]+/);
  return (
    text.length <= 40 &&
    halves.length === 2 &&
    Math.abs((halves[0] as string).length - (halves[1] as string).length) <= 2
  );
}

const forms: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '％': '%',
  '﹪': '%',
  '．': '.',
  〇: '〇',
  '\u00a0': ' ',
  '\u3000': ' ',
};

function append(clean: CleanText, { start, text }: Line): void {
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place] as string;
    const [last, next] = [text[place - 1] ?? '', text[place + 1] ?? ''];
    if (/[\u200b\u200c\u200d\ufeff\u00ad]/.test(character)) continue;
    if (/\s/.test(character) && isInside(text, place)) continue;
    if (/[０-９Ａ-Ｚａ-ｚ]/.test(character))
      push(clean, String.fromCharCode(character.charCodeAt(0) - 0xfee0), start + place);
    else if (
      (character === ',' || character === '，') &&
      /\d/.test(last) &&
      isThousands(text, place)
    )
      continue;
    else if (character === ':' && /\d/.test(last) && /\d/.test(next))
      push(clean, ':', start + place);
    else push(clean, forms[character] ?? character, start + place);
  }
}

/** 1,234人: a separator of thousands. 2019,2020 and 5,300多 after a name are lists. */
function isThousands(text: string, place: number): boolean {
  const before = /(?:^|[^\d.])(\d{1,3}(?:[,，]\d{3})*)$/.exec(
    text.slice(Math.max(0, place - 14), place),
  );
  return (
    before !== null &&
    !/^0/.test(before[1] as string) &&
    /^[,，]\d{3}(?!\d)/.test(text.slice(place))
  );
}

/** A single space beside a digit or a mark says nothing; two or more part columns. */
function isInside(text: string, place: number): boolean {
  if (/\s/.test(text[place - 1] ?? '') || /\s/.test(text[place + 1] ?? '')) return false;
  const around = `${text[place - 1] ?? ''}${text[place + 1] ?? ''}`;
  return /[\d０-９%％，。、；：（）“”,;:()]/.test(around) && !/\d\d/.test(around);
}

function push(clean: CleanText, character: string, at: number): void {
  clean.text += character;
  clean.at.push(at);
}

// No number without a source: digits and Chinese numerals with a measure word may stand only in a segment that points at
// figures. Dates, the numbering of headings, and names are no numbers of this kind.
import type { Paragraph } from '../summary';

/** Every number of the text that has no source, with the words around it; `names` may hold digits (of units, of awards). */
export function findUnsourcedNumbers(paragraphs: Paragraph[], names: string[] = []): string[] {
  return paragraphs.flatMap(({ kind, segments }) =>
    segments
      // What somebody wrote in own words is theirs, numbers included.
      .filter(({ figures, by }) => by === undefined && (!figures || figures.length === 0))
      .flatMap(({ text }) => {
        const numbering = kind === 'heading' ? text.replace(/^[一二三四五六七八九十]+、/, '') : text;
        const bare = [...names, ...knownNames].filter(Boolean).reduce((rest, name) => rest.replaceAll(name, '◇'), numbering);
        const undated = dates.reduce((rest, date) => rest.replace(date, '◇'), bare);
        return [...undated.matchAll(numbers)].map(({ index }) => undated.slice(Math.max(0, index - 6), index + 8));
      }),
  );
}

const dates = [
  /\d{4}年至\d{4}年(\d{1,2}月)?底?/g,
  /\d{4}—\d{4}年/g,
  /(\d{4}年)?\d{1,2}(—\d{1,2})?月底?/g,
  /\d{4}年底?/g,
  /[一两三四五六七八九十]+年(来|工作回顾)/g,
];

// Awards and programmes whose names hold numerals; “…” marks the others.
const knownNames = ['一等奖', '二等奖', '三等奖', '十大', '五一', '两癌'];

const measures =
  '个|名|人|位|家|户|件|起|项|次|场|期|届|条|处|份|张|册|篇|种|元|万|亿|年|月|天|倍|成|%|百分点|方面|区|县|市|支|分|大|等|部门|类|批|轮|双';
const numbers = new RegExp(`[0-9０-９]+([.．][0-9０-９]+)?|(?<![“])[〇零一二两三四五六七八九十百千万亿]+(余|多)?(?=${measures})`, 'g');

// What the staff wrote about their work, woven in word for word. Only the punctuation at its edges and half-width
// commas between Chinese characters are ours; numbers in it stay the writer's and get no source.
import type { Segment, WorkNote } from '@/lib/domain/comparison/source';
import type { Sentence } from '../draft';

const longestLead = 50;
const mostCharacters = 112;
const mostHighlights = 3;

/** What stands out, for the opening: 亮点 of the first sections that have any. */
export function openingNotes(notes: readonly WorkNote[], sections: readonly string[]): WorkNote[] {
  return inOrder(notes, sections)
    .filter(({ kind }) => kind === 'highlights')
    .slice(0, mostHighlights);
}

/** The notes in the order of the sections, each text once, without those that say nothing. */
export function inOrder(notes: readonly WorkNote[], sections: readonly string[]): WorkNote[] {
  const said = new Set<string>();
  return sections
    .flatMap((section) => notes.filter((note) => note.section === section))
    .filter((note) => {
      const text = tidy(note.text);
      const isNew = text !== '' && !said.has(text);
      said.add(text);
      return isNew;
    });
}

/** What a part opens with: the first 举措 that is a sentence by itself. */
export function themeOf(notes: readonly WorkNote[]): WorkNote | undefined {
  return notes.find(({ kind, text }) => kind === 'measures' && !isAdverbial(tidy(text)));
}

/** A note as sentences of its own, the last full stop left to the paragraph. */
export function sayNote(note: WorkNote): Sentence {
  return { id: `notes.${note.kind}`, segments: [wordsOf(note)], startsNew: true, time: '' };
}

/** A section's sentences led in by what was written of its work: it stands by itself, since figures are another matter.
 *  Only what is no sentence yet (围绕重点项目) goes before the first one. */
export function leadIn(measures: readonly WorkNote[], sentences: readonly Sentence[]): Sentence[] {
  const [first, ...rest] = sentences;
  const last = measures.at(-1);
  if (!last || !first || !canLead(last, first))
    return numbered([...measures.map(sayNote), ...sentences]);
  const led = {
    ...first,
    segments: [wordsOf(last), { text: `，${first.time}` }, ...first.segments],
    startsNew: true,
    time: '',
  };
  return numbered([...measures.slice(0, -1).map(sayNote), led, ...rest]);
}

function canLead({ text }: WorkNote, { segments }: Sentence): boolean {
  const words = tidy(text);
  if (!isAdverbial(words)) return false;
  const length = segments.reduce((sum, segment) => sum + segment.text.length, words.length);
  return words.length <= longestLead && length <= mostCharacters;
}

/** Whether the words only say under what a work was done, and name no work themselves. */
function isAdverbial(words: string): boolean {
  if (/[，,。；！？;]|开展|举办|组织|召开|推[进动]|实施|完善|健全|建[立成]/.test(words))
    return false;
  return /^(?:围绕|针对|按照|根据|依托|紧扣|立足|为了)|^以.+为.+$|^在.+[下期]间?$/.test(words);
}

function wordsOf({ text, by }: WorkNote): Segment {
  return { text: tidy(text), by };
}

function tidy(text: string): string {
  const joined = text
    .replace(/\s*\n+\s*/g, '')
    .trim()
    .replace(/[，,、；;：:。.！!\s]+$/u, '')
    .replace(/^[，,、；;。\s]+/u, '');
  return joined.replace(/(?<=[\u4e00-\u9fff”》）]),(?=[\u4e00-\u9fff“《（])/gu, '，');
}

/** Two notes of one kind in one section stay two sentences. */
function numbered(sentences: Sentence[]): Sentence[] {
  const counts = new Map<string, number>();
  return sentences.map((sentence) => {
    const count = (counts.get(sentence.id) ?? 0) + 1;
    counts.set(sentence.id, count);
    return count === 1 ? sentence : { ...sentence, id: `${sentence.id}.${count}` };
  });
}

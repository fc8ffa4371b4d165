// An old report as sentences with their numbers bound, as it was brought and accepted.
import { sentencesIn } from '../desk/paste';
import { cleanReport } from '../old-report/clean';
import type { ReadFigure } from '../old-report/read-report';
import { bindFigures, type Binding } from './bind';
import { isTold, type Told, type Token, type ToldSentence } from './told';

type Span = { start: number; end: number };

/** The sentences of a report; `figures` are what was read in its text. */
export function readSentences(
  text: string,
  figures: readonly ReadFigure[],
  binding: Binding,
): ToldSentence[] {
  const clean = cleanReport(text);
  const places = new Map(clean.at.map((at, place) => [at, place]));
  const spans = figures.map(({ start, end }): Span => {
    const from = places.get(start) ?? 0;
    return { start: from, end: (places.get(end - 1) ?? from) + 1 };
  });
  const sentences: ToldSentence[] = [];
  let at = 0;
  for (const line of clean.text.split('\n')) {
    const within = (span: Span) => span.start >= at && span.end <= at + line.length;
    const all = figures.flatMap((figure, place) =>
      within(spans[place] as Span) ? [{ figure, span: spans[place] as Span }] : [],
    );
    const words = all.map(({ span }, place) => ({
      before: clean.text.slice(all[place - 1]?.span.end ?? at, span.start),
      after: clean.text.slice(span.end, all[place + 1]?.span.start ?? at + line.length),
    }));
    const told = bindFigures(
      all.map(({ figure }) => figure),
      words,
      binding,
    );
    const isHeading = !/[。！？；：…]/.test(line) && line.length <= longestHeading;
    const kind = !isHeading ? 'own' : sentences.length === 0 ? 'title' : 'heading';
    let start = at;
    for (const [place, sentence] of (isHeading ? [line] : partsIn(line)).entries()) {
      const end = start + sentence.length;
      const tokens: Token[] = [];
      let from = start;
      all.forEach(({ span }, index) => {
        if (span.start < start || span.end > end) return;
        const text = clean.text.slice(span.start, span.end);
        tokens.push(clean.text.slice(from, span.start), { ...(told[index] as Told), text });
        from = span.end;
      });
      tokens.push(clean.text.slice(from, end));
      sentences.push({ kind, opens: place === 0, section: sectionOf(tokens, binding), tokens });
      start = end;
    }
    at += line.length + 1;
  }
  return sentences;
}

const longestHeading = 40;

/** Sentences, and what stands between semicolons, each with its stop. */
const partsIn = (line: string): string[] =>
  sentencesIn(line).flatMap((sentence) => sentence.match(/[^；]+；?/g) ?? [sentence]);

function sectionOf(tokens: readonly Token[], { indicators }: Binding): string | null {
  const first = tokens.filter(isTold).find(({ ref }) => ref !== null);
  return first?.indicator ? (indicators.get(first.indicator)?.section ?? null) : null;
}

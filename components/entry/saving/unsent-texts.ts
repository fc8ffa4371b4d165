// What was written and is not saved, in the same browser copy as unsent figures: explanations of checks, by check, and
// forms that have not been sent.
import { keepUnsent, readUnsent, type UnsentPlace } from './unsent-figures';

/** Stands before the name, where figures have the code of their indicator alone. */
type Kind = 'check' | 'form';

/** A text, and what stood in its place when somebody began to write it. */
export type UnsentText = { text: string; over: string };

/** The texts of a kind that one person left unsaved in one report, by name. */
export async function readTexts(
  place: UnsentPlace,
  kind: Kind,
): Promise<Record<string, UnsentText>> {
  const kept = Object.entries(await readUnsent(place));
  return Object.fromEntries(
    kept.flatMap(([key, unsent]) =>
      key.startsWith(`${kind}:`) && 'typed' in unsent
        ? [[key.slice(kind.length + 1), { text: unsent.typed, over: unsent.over ?? '' }]]
        : [],
    ),
  );
}

/** Keeps a text, or deletes it where it is null. */
export function keepText(
  place: UnsentPlace,
  kind: Kind,
  name: string,
  kept: UnsentText | null,
): Promise<void> {
  return keepUnsent(place, {
    [`${kind}:${name}`]: kept && {
      typed: kept.text,
      over: kept.over,
      revision: 0,
      at: Date.now(),
    },
  });
}

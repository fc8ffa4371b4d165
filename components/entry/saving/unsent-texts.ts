// What was written and is not saved, in the same browser copy as unsent figures: explanations of checks, by check, and
// forms that have not been sent.
import { keepUnsent, readUnsent } from './unsent-figures';

type Place = { personId: string; reportId: string };
/** Stands before the name, where figures have the code of their indicator alone. */
type Kind = 'check' | 'form';

/** The texts of a kind that one person left unsaved in one report, by name. */
export async function readTexts(place: Place, kind: Kind): Promise<Record<string, string>> {
  const kept = Object.entries(await readUnsent(place));
  return Object.fromEntries(
    kept.flatMap(([key, unsent]) =>
      key.startsWith(`${kind}:`) && 'typed' in unsent
        ? [[key.slice(kind.length + 1), unsent.typed]]
        : [],
    ),
  );
}

/** Keeps a text, or lets go of it where it is null. */
export function keepText(
  place: Place,
  kind: Kind,
  name: string,
  text: string | null,
): Promise<void> {
  return keepUnsent(place, {
    [`${kind}:${name}`]: text === null ? null : { typed: text, revision: 0, at: Date.now() },
  });
}

import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { printSeen, unseenPlaces, type SeenContents } from '@/lib/domain/report/seen';
import { digestOf } from '../database/digest';
import type { FormContent } from './form-content';

/** What a page shows of a submission, as it carries it along with a form (lib/domain/report/seen.ts). */
export const seenOf = (form: FormContent): string => printSeen(contentsOf(form), digestOf);

/** Refuses a decision over other contents than were on the screen, and names what differs. `written`: explanations that
 *  came with this very form, by check, each with the words that the page showed before. */
export function refuseUnseen(
  form: FormContent,
  seen: string | undefined,
  written: ReadonlyMap<string, string> = new Map(),
): void {
  if (seen === undefined) return;
  const contents = contentsOf(form);
  const explanations = [
    ...contents.explanations.filter(({ check }) => !written.has(check)),
    ...[...written].map(([check, text]) => ({ check, text })).filter(({ text }) => text !== ''),
  ];
  const differing = unseenPlaces(seen, { ...contents, explanations }, digestOf);
  if (!differing) return;
  const items = differing
    .slice(0, namedAtMost)
    .map(({ place, now }) => (now === null ? place : `${place} = ${now}`));
  throw new InvalidError('changed-since-seen', {
    count: String(differing.length),
    items: items.join('、'),
  });
}

const namedAtMost = 8;

const contentsOf = ({ rows, notes, explanations, files }: FormContent): SeenContents => ({
  figures: rows.flatMap(({ figure, target, limit, changes }) =>
    [figure, target, limit, ...changes].filter((one) => one !== null),
  ),
  notes,
  explanations,
  files,
});

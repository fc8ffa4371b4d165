// The events of a report as they are told: figures that one person entered one after another are one entry.
import type { Figure, Qualifier, Shown } from '@/lib/domain/figure/figure';

export type TellableEvent = {
  id: string;
  at: Date;
  by: string | null;
  kind: string;
  subject: string | null;
  from: unknown;
  to: unknown;
};
export type EventGroup<E> = { key: string; by: string | null; from: Date; to: Date; events: E[] };

const pause = 30 * 60 * 1000;

/** Groups of events, newest first as they came; only entering figures is ever gathered. */
export function groupEvents<E extends TellableEvent>(events: readonly E[]): EventGroup<E>[] {
  const groups: EventGroup<E>[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const goesOn =
      last?.events[0]?.kind === 'figure.saved' &&
      event.kind === 'figure.saved' &&
      last.by === event.by &&
      last.from.getTime() - event.at.getTime() < pause;
    if (last && goesOn) {
      last.events.push(event);
      last.from = event.at;
    } else {
      groups.push({ key: event.id, by: event.by, from: event.at, to: event.at, events: [event] });
    }
  }
  return groups;
}

/** The figure an event tells of, as far as it is printed; null where there was none. */
export function figureOfEvent(data: unknown): Figure | null {
  if (!isRecord(data) || !isAnswer(data.answer)) return null;
  const value = typeof data.value === 'string' ? data.value : null;
  return {
    indicator: '',
    measure: 'level',
    answer: data.answer,
    value,
    shown: isRecord(data.shown) ? (data.shown as Shown) : null,
    qualifier: typeof data.qualifier === 'string' ? (data.qualifier as Qualifier) : '',
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: textOf(data, 'note'),
  };
}

/** A text among the data of an event. */
export function textOf(data: unknown, name: string): string | null {
  if (!isRecord(data)) return null;
  const text = data[name];
  return typeof text === 'string' && text ? text : typeof text === 'number' ? String(text) : null;
}

/** What holds several data of an event together. */
export function partOf(data: unknown, name: string): unknown {
  return isRecord(data) ? data[name] : null;
}

/** A list among the data of an event. */
export function listOf(data: unknown, name: string): unknown[] {
  return isRecord(data) && Array.isArray(data[name]) ? data[name] : [];
}

/** The cell of a file that a figure was imported from. */
export function originOf(data: unknown): { file: string; sheet: string; cell: string } | null {
  const origin = isRecord(data) ? data.origin : null;
  return isRecord(origin)
    ? {
        file: textOf(origin, 'file') ?? '',
        sheet: textOf(origin, 'sheet') ?? '',
        cell: textOf(origin, 'cell') ?? '',
      }
    : null;
}

/** The marks that came with a return. */
export function marksOf(data: unknown): { indicator: string; note: string }[] {
  if (!isRecord(data) || !Array.isArray(data.marks)) return [];
  return data.marks.filter(isRecord).map((mark) => ({
    indicator: textOf(mark, 'indicator') ?? '',
    note: textOf(mark, 'note') ?? '',
  }));
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;
const isAnswer = (answer: unknown): answer is Figure['answer'] =>
  answer === 'blank' ||
  answer === 'number' ||
  answer === 'not_applicable' ||
  answer === 'not_available';

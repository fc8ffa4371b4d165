// The events of a report as they are shown: figures that one person entered one after another are one entry.
import type { ReportEvent } from '@/lib/domain/report/report-event';

export type EventGroup = {
  key: string;
  by: string | null;
  from: Date;
  to: Date;
  events: ReportEvent[];
};

const pause = 30 * 60 * 1000;

/** Groups of events, newest first as they came; only entering figures is ever gathered. */
export function groupEvents(events: readonly ReportEvent[]): EventGroup[] {
  const groups: EventGroup[] = [];
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

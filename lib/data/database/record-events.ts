import 'server-only';
import type { ReportEventData, ReportEventKind } from '@/lib/domain/report/report-event';
import { newId } from './new-id';
import type { OfficeEventData } from './office-events';
import { insertEvents } from './queries';
import type { Transaction } from './transaction';

type Data = ReportEventData & OfficeEventData;

/** An event to record. `by` is the person's id; null when nobody is signed in. */
export type NewEvent = {
  [K in keyof Data]: {
    by: string | null;
    kind: K;
  } & (K extends ReportEventKind ? { reportId: string } : unknown) &
    Data[K];
}[keyof Data];

/** Writes events; called inside the transaction of the change, so that there is no change without its event. */
export async function recordEvents(tx: Transaction, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ reportId: report, ...event }: Row) => ({
    id: newId(),
    report,
    ...event,
  }));
  await insertEvents.run(tx, JSON.stringify(rows));
}

/** Any event as its row: what a kind does not have is null there. */
type Row = {
  by: string | null;
  kind: string;
  reportId?: string;
  subject?: string;
  from?: unknown;
  to?: unknown;
};

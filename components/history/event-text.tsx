import { useFormatter, useTranslations } from 'next-intl';
import type { ReportEvent } from '@/lib/domain/report/report-event';
import { EventSentence, type Names } from './event-sentences';
import type { EventGroup } from './group-events';

/** What a group of events says; many figures entered in one go are listed on demand. */
export function EventText({ group: { events }, names }: { group: EventGroup; names: Names }) {
  const t = useTranslations('history.events');
  if (events.length <= few)
    return events.map((event) => <OneEvent key={event.id} event={event} names={names} />);
  return (
    <details>
      <summary className="printed min-h-6">{t('group', { count: events.length })}</summary>
      {events.map((event) => (
        <OneEvent key={event.id} event={event} names={names} isTimed />
      ))}
    </details>
  );
}

const few = 3;

function OneEvent({
  event,
  names,
  isTimed = false,
}: {
  event: ReportEvent;
  names: Names;
  isTimed?: boolean;
}) {
  const format = useFormatter();
  return (
    <div>
      {isTimed ? <span className="text-ink-2">{format.dateTime(event.at, 'clock')} </span> : null}
      <EventSentence event={event} names={names} />
    </div>
  );
}

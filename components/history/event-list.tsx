import { useFormatter, useTranslations } from 'next-intl';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type { ReportEvent } from '@/lib/domain/report/report-event';
import { groupEvents, type EventGroup } from './group-events';
import { EventSentence, type Names } from './event-sentences';

type Props = {
  events: readonly ReportEvent[];
  indicators: readonly Indicator[];
  checks: readonly Check[];
  sections: readonly Section[];
};

/** What happened, newest first: when, who, what, from what to what. */
export function EventList({ events, indicators, checks, sections }: Props) {
  const t = useTranslations('history.events');
  const format = useFormatter();
  const names = {
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    checks: new Map(checks.map((check) => [check.code, check])),
    sections: new Map(sections.map((section) => [section.code, section])),
  };
  return (
    <table className="table-stack table">
      <thead>
        <tr>
          <th scope="col" className="w-56">
            {t('when')}
          </th>
          <th scope="col" className="w-28">
            {t('who')}
          </th>
          <th scope="col">{t('what')}</th>
        </tr>
      </thead>
      <tbody>
        {groupEvents(events).map((group) => (
          <tr key={group.key} className="align-top">
            <td data-label={t('when')}>{format.dateTime(group.to, 'minute')}</td>
            <td data-label={t('who')}>{group.by ?? t('nobody')}</td>
            <td>
              <EventText group={group} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a group of events says; many figures entered in one go are listed on demand. */
function EventText({ group: { events }, names }: { group: EventGroup; names: Names }) {
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

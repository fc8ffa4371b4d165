import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import {
  figureOfEvent,
  marksOf,
  listOf,
  originOf,
  partOf,
  textOf,
  type EventGroup,
  type TellableEvent,
} from './told-events';

type Names = {
  indicators: ReadonlyMap<string, Indicator>;
  checks: ReadonlyMap<string, Check>;
  sections: ReadonlyMap<string, Section>;
};

/** What a group of events says; many figures entered in one go are listed on demand. */
export function EventText({
  group: { events },
  names,
}: {
  group: EventGroup<TellableEvent>;
  names: Names;
}) {
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
  event: TellableEvent;
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

function EventSentence({
  event: { kind, subject, from, to },
  names,
}: {
  event: TellableEvent;
  names: Names;
}) {
  const t = useTranslations('history.event');
  const coverage = useTranslations('rollup.coverage');
  const locale = useLocale();
  const indicatorName = (code: string) => {
    const indicator = names.indicators.get(code);
    return indicator ? nameOf(indicator, locale) : code;
  };
  const submission = textOf(to, 'submission') ?? '';
  const reason = textOf(to, 'reason') ?? '';
  if (kind === 'figure.saved')
    return (
      <FigureEvent
        code={subject ?? ''}
        name={indicatorName(subject ?? '')}
        from={from}
        to={to}
        names={names}
      />
    );
  if (kind === 'target.saved')
    return (
      <FigureEvent
        code={subject ?? ''}
        name={t(textOf(to, 'measure') === 'limit' ? 'limitOf' : 'targetOf', {
          name: indicatorName(subject ?? ''),
        })}
        from={from}
        to={to}
        names={names}
      />
    );
  if (kind === 'figures.imported')
    return t('figures-imported', {
      file: textOf(to, 'file') ?? '',
      count: listOf(to, 'indicators').length,
    });
  if (kind === 'proposal.made' || kind === 'proposal.taken' || kind === 'proposal.refused')
    return t(proposalTexts[kind], {
      system: textOf(to, 'system') ?? '',
      count: listOf(to, 'indicators').length,
    });
  if (kind === 'figures.importUndone')
    return t('figures-importUndone', {
      file: textOf(to, 'file') ?? '',
      count: listOf(to, 'indicators').length,
      kept: listOf(to, 'kept').length,
    });
  if (kind === 'report.opened') return t('report-opened', { file: textOf(to, 'file') ?? '' });
  if (kind === 'note.saved')
    return <NoteEvent subject={subject ?? ''} from={from} to={to} names={names} />;
  if (kind === 'evidence.added')
    return t('evidence-added', {
      name: indicatorName(subject ?? ''),
      file: textOf(to, 'name') ?? '',
    });
  if (kind === 'evidence.removed')
    return t('evidence-removed', {
      name: indicatorName(subject ?? ''),
      file: textOf(from, 'name') ?? '',
    });
  if (kind === 'cover.added')
    return t('cover-added', { submission, file: textOf(to, 'name') ?? '' });
  if (kind === 'cover.replaced')
    return t('cover-replaced', {
      submission,
      from: textOf(from, 'name') ?? '',
      file: textOf(to, 'name') ?? '',
    });
  if (kind === 'report.reminded') return t('report-reminded', { text: String(to) });
  if (kind === 'report.coverage')
    return t('report-coverage', { to: coverage(to === 'whole' ? 'whole' : 'own') });
  if (kind === 'rollup.accounted')
    return t('rollup-accounted', { name: indicatorName(subject ?? ''), text: String(to) });
  if (kind === 'extension.asked')
    return t('extension-asked', { until: textOf(to, 'until') ?? '', reason });
  if (kind === 'extension.decided') {
    const [until, answer] = [textOf(to, 'until'), textOf(to, 'answer') ?? ''];
    return until ? t('extension-granted', { until, answer }) : t('extension-refused', { answer });
  }
  if (kind === 'report.sent') return t('report-sent', { submission });
  if (kind === 'report.sentBack') return t('report-sentBack', { reason });
  if (kind === 'report.cosigned') return t('report-cosigned', { submission });
  if (kind === 'report.locked') return t('report-locked', { text: String(to) });
  if (kind === 'report.unlocked') return t('report-unlocked');
  if (kind === 'report.signed') return t('report-signed', { submission });
  if (kind === 'review.approved') return t('review-approved', { submission });
  if (kind === 'review.returned') {
    return (
      <>
        {t('review-returned', { submission, reason })}
        {marksOf(to).map(({ indicator, note }) => (
          <div key={indicator}>▲ {t('mark', { name: indicatorName(indicator), note })}</div>
        ))}
      </>
    );
  }
  if (kind === 'review.accepted')
    return typeof from === 'string'
      ? t('review-takenOver', { from, submission })
      : t('review-accepted', { submission });
  if (kind === 'review.released') return t('review-released', { submission });
  if (kind === 'report.withdrawn') return t('report-withdrawn', { submission, reason });
  const ofFigure = figureWords[kind as keyof typeof figureWords];
  if (ofFigure)
    return t(ofFigure, {
      name: indicatorName(subject ?? ''),
      text: String(to ?? ''),
      hasText: to ? 'yes' : 'no',
    });
  if (kind === 'cell.openedAll') return t('cell-openedAll');
  if (kind === 'review.takenBack') return t('review-takenBack', { submission, reason });
  if (kind === 'waiver.asked' || kind === 'waiver.granted' || kind === 'waiver.refused') {
    const rule = names.checks.get(subject ?? '');
    return (
      <>
        {t(waiverTexts[kind], { text: String(to) || '—' })}
        {rule ? <div className="text-ink-2">{t('check-rule', { note: rule.note })}</div> : null}
      </>
    );
  }
  if (kind === 'check.explained') {
    const rule = names.checks.get(subject ?? '');
    return (
      <>
        {typeof from !== 'string'
          ? t('check-explained', { text: String(to) })
          : to === null
            ? t('check-withdrawn', { from })
            : t('check-reworded', { from, text: String(to) })}
        {rule ? <div className="text-ink-2">{t('check-rule', { note: rule.note })}</div> : null}
      </>
    );
  }
  return kind;
}

const figureWords = {
  'mark.answered': 'mark-answered',
  'mark.replied': 'mark-replied',
  'mark.settled': 'mark-settled',
  'cell.asked': 'cell-asked',
  'cell.opened': 'cell-opened',
  'cell.refused': 'cell-refused',
} as const;
const proposalTexts = {
  'proposal.made': 'proposal-made',
  'proposal.taken': 'proposal-taken',
  'proposal.refused': 'proposal-refused',
} as const;
const waiverTexts = {
  'waiver.asked': 'waiver-asked',
  'waiver.granted': 'waiver-granted',
  'waiver.refused': 'waiver-refused',
} as const;

function FigureEvent({
  code,
  name,
  from,
  to,
  names,
}: {
  code: string;
  name: string;
  from: unknown;
  to: unknown;
  names: Names;
}) {
  const t = useTranslations('history.event');
  const answers = useTranslations('common.answer');
  const indicator = names.indicators.get(code);
  const [before, after] = [figureOfEvent(from), figureOfEvent(to)];
  const origin = originOf(to);
  const printed = (figure: ReturnType<typeof figureOfEvent>) => {
    if (figure?.answer === 'number')
      return indicator ? printFigure(figure, indicator) : (figure.value ?? '');
    return answers(figure?.answer ?? 'blank');
  };
  const system = textOf(partOf(to, 'origin'), 'system');
  const text =
    before && before.answer !== 'blank'
      ? t('figure-changed', { name, from: printed(before), to: printed(after) })
      : t('figure-first', { name, to: printed(after) });
  return (
    <>
      {text}
      {after?.note ? t('note', { note: after.note }) : null}
      {system ? t('note', { note: t('bySystem', { system }) }) : null}
      {origin ? t('origin', origin) : null}
    </>
  );
}

function NoteEvent({
  subject,
  from,
  to,
  names,
}: {
  subject: string;
  from: unknown;
  to: unknown;
  names: Names;
}) {
  const t = useTranslations('history.event');
  const locale = useLocale();
  const [code = '', kind] = subject.split(' ');
  const section = names.sections.get(code);
  const place = {
    section: section ? nameOf(section, locale) : code,
    kind: t(kind === 'highlights' ? 'noteKinds.highlights' : 'noteKinds.measures'),
  };
  if (to === '') return t('note-cleared', place);
  return typeof from === 'string' && from !== ''
    ? t('note-changed', { ...place, from, to: String(to) })
    : t('note-first', { ...place, to: String(to) });
}

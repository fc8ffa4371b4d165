import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type {
  EventFigure,
  ReportEvent,
  ReportEventData,
  ReportEventOf,
} from '@/lib/domain/report/report-event';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';

/** What events name by code. */
export type Names = {
  indicators: ReadonlyMap<string, Indicator>;
  checks: ReadonlyMap<string, Check>;
  sections: ReadonlyMap<string, Section>;
};

/** What happened, in a sentence. */
export function EventSentence({ event, names }: { event: ReportEvent; names: Names }) {
  const say = {
    t: useTranslations('history.event'),
    answers: useTranslations('common.answer'),
    coverage: useTranslations('rollup.coverage'),
    locale: useLocale(),
    names,
  };
  // Each kind has the sentence of that kind: the type of `sentences` says so.
  const sentence = sentences[event.kind] as (event: ReportEvent, say: Say) => ReactNode;
  return sentence(event, say);
}

type Say = {
  t: ReturnType<typeof useTranslations<'history.event'>>;
  answers: ReturnType<typeof useTranslations<'common.answer'>>;
  coverage: ReturnType<typeof useTranslations<'rollup.coverage'>>;
  locale: ReturnType<typeof useLocale>;
  names: Names;
};

const sentences: {
  [K in ReportEvent['kind']]: (event: Extract<ReportEvent, { kind: K }>, say: Say) => ReactNode;
} = {
  'figure.saved': (event, say) => figureSentence(event, indicatorName(event.subject, say), say),
  'target.saved': (event, say) => {
    const name = indicatorName(event.subject, say);
    const of = event.to.measure === 'limit' ? 'limitOf' : 'targetOf';
    return figureSentence(event, say.t(of, { name }), say);
  },
  'target.asked': (event, say) => say.t('target-asked', saidOf(event, say)),
  'target.takenBack': ({ subject }, say) =>
    say.t('target-takenBack', { name: indicatorName(subject, say) }),
  'target.refused': (event, say) => say.t('target-refused', saidOf(event, say)),
  'figures.imported': ({ to }, { t }) =>
    t('figures-imported', { file: to.file, count: to.indicators.length }),
  'figures.importUndone': ({ to }, { t }) =>
    t('figures-importUndone', {
      file: to.file,
      count: to.indicators.length,
      kept: to.kept.length,
    }),
  'report.opened': ({ to }, { t }) => t('report-opened', { file: to.file }),
  'report.sent': ({ to }, { t }) => t('report-sent', to),
  'report.sentBack': ({ to }, { t }) => t('report-sentBack', to),
  'report.recalled': ({ to }, { t }) => t('report-recalled', to),
  'report.cosigned': ({ to }, { t }) => t('report-cosigned', to),
  'report.uncosigned': ({ to }, { t }) => t('report-uncosigned', to),
  'report.signed': ({ to }, { t }) => t('report-signed', to),
  'report.withdrawn': ({ to }, { t }) => t('report-withdrawn', to),
  'report.locked': ({ to }, { t }) => t('report-locked', { text: to }),
  'report.unlocked': (_, { t }) => t('report-unlocked'),
  'report.reminded': ({ to }, { t }) => t('report-reminded', { text: to }),
  'report.coverage': ({ to }, { t, coverage }) => t('report-coverage', { to: coverage(to) }),
  'review.approved': ({ to }, { t }) => t('review-approved', to),
  'review.returned': ({ to: { submission, reason, marks } }, say) => (
    <>
      {say.t('review-returned', { submission, reason })}
      {marks.map(({ indicator, note }) => (
        <div key={indicator}>▲ {say.t('mark', { name: indicatorName(indicator, say), note })}</div>
      ))}
    </>
  ),
  'review.takenBack': ({ to }, { t }) => t('review-takenBack', to),
  'review.accepted': ({ from, to }, { t }) =>
    from === null ? t('review-accepted', to) : t('review-takenOver', { from, ...to }),
  'review.released': ({ to }, { t }) => t('review-released', to),
  'review.examined': ({ to }, { t }) => t('review-examined', to),
  'review.unexamined': ({ to }, { t }) => t('review-unexamined', to),
  'mark.answered': (event, say) => say.t('mark-answered', saidOf(event, say)),
  'mark.replied': (event, say) => say.t('mark-replied', saidOf(event, say)),
  'mark.settled': (event, say) => say.t('mark-settled', saidOf(event, say)),
  'cell.asked': (event, say) => say.t('cell-asked', saidOf(event, say)),
  'cell.takenBack': ({ subject }, say) =>
    say.t('cell-takenBack', { name: indicatorName(subject, say) }),
  'cell.opened': (event, say) => say.t('cell-opened', saidOf(event, say)),
  'cell.refused': (event, say) => say.t('cell-refused', saidOf(event, say)),
  'cell.openedAll': (_, { t }) => t('cell-openedAll'),
  'check.explained': ({ subject, from, to }, say) =>
    withRule(
      subject,
      from === null
        ? say.t('check-explained', { text: to ?? '' })
        : to === null
          ? say.t('check-withdrawn', { from })
          : say.t('check-reworded', { from, text: to }),
      say,
    ),
  'waiver.asked': ({ subject, to }, say) =>
    withRule(subject, say.t('waiver-asked', { text: to || '—' }), say),
  'waiver.takenBack': ({ subject }, say) => withRule(subject, say.t('waiver-takenBack'), say),
  'waiver.granted': ({ subject, to }, say) =>
    withRule(subject, say.t('waiver-granted', { text: to || '—' }), say),
  'waiver.refused': ({ subject, to }, say) =>
    withRule(subject, say.t('waiver-refused', { text: to || '—' }), say),
  'note.saved': (event, say) => noteSentence(event, say),
  'evidence.added': ({ subject, to }, say) =>
    say.t('evidence-added', { name: indicatorName(subject, say), file: to.name }),
  'evidence.removed': ({ subject, from }, say) =>
    say.t('evidence-removed', { name: indicatorName(subject, say), file: from.name }),
  'cover.added': ({ to: { submission, name } }, { t }) =>
    t('cover-added', { submission, file: name }),
  'cover.replaced': ({ from, to: { submission, name } }, { t }) =>
    t('cover-replaced', { submission, from: from.name, file: name }),
  'extension.asked': ({ to }, { t }) => t('extension-asked', to),
  'extension.takenBack': ({ to }, { t }) => t('extension-takenBack', to),
  'extension.decided': ({ to: { until, answer } }, { t }) =>
    until === null ? t('extension-refused', { answer }) : t('extension-granted', { until, answer }),
  'rollup.accounted': ({ subject, to }, say) =>
    say.t('rollup-accounted', { name: indicatorName(subject, say), text: to }),
  'proposal.made': ({ to }, { t }) => t('proposal-made', countOf(to)),
  'proposal.taken': ({ to }, { t }) => t('proposal-taken', countOf(to)),
  'proposal.refused': ({ to }, { t }) => t('proposal-refused', to),
  unreadable: ({ recordedAs }, { t }) => t('unreadable', { kind: recordedAs }),
};

function indicatorName(code: string, { names, locale }: Say): string {
  const indicator = names.indicators.get(code);
  return indicator ? nameOf(indicator, locale) : code;
}

const saidOf = ({ subject, to }: ReportEventData['mark.settled'], say: Say) => ({
  name: indicatorName(subject, say),
  text: to ?? '',
  hasText: to ? 'yes' : 'no',
});

const countOf = ({ system, indicators }: ReportEventData['proposal.made']['to']) => ({
  system,
  count: indicators.length,
});

/** What was said of a check, with what the check asks. */
function withRule(code: string, text: string, { t, names }: Say): ReactNode {
  const rule = names.checks.get(code);
  return (
    <>
      {text}
      {rule ? <div className="text-ink-2">{t('check-rule', { note: rule.note })}</div> : null}
    </>
  );
}

function figureSentence(
  { subject, from, to }: ReportEventData['figure.saved'],
  name: string,
  { t, answers, names }: Say,
): ReactNode {
  const indicator = names.indicators.get(subject);
  const printed = (figure: EventFigure) => {
    if (figure.answer !== 'number') return answers(figure.answer);
    return indicator ? printFigure({ ...unprinted, ...figure }, indicator) : (figure.value ?? '');
  };
  const { origin } = to;
  return (
    <>
      {from && from.answer !== 'blank'
        ? t('figure-changed', { name, from: printed(from), to: printed(to) })
        : t('figure-first', { name, to: printed(to) })}
      {to.note ? t('note', { note: to.note }) : null}
      {origin && 'system' in origin ? t('note', { note: t('bySystem', origin) }) : null}
      {origin && 'file' in origin ? t('origin', origin) : null}
    </>
  );
}

// What a figure's print does not depend on.
const unprinted = {
  indicator: '',
  measure: 'level',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
} as const;

function noteSentence(
  { subject, from, to }: ReportEventOf<'note.saved'>,
  { t, names, locale }: Say,
): string {
  const [code = '', kind] = subject.split(' ');
  const section = names.sections.get(code);
  const place = {
    section: section ? nameOf(section, locale) : code,
    kind: t(kind === 'highlights' ? 'noteKinds.highlights' : 'noteKinds.measures'),
  };
  if (to === '') return t('note-cleared', place);
  return from ? t('note-changed', { ...place, from, to }) : t('note-first', { ...place, to });
}

'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { ImportButton } from '@/components/imports/import-button';
import type { FormAction } from '@/components/imports/form-state';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { MarkedText } from './marked-text';
import { ProposalRow, type Named, type PeriodChoice } from './proposal-row';
import {
  acceptedOf,
  acceptSure,
  firstAnswers,
  isShown,
  keyOf,
  shows,
  type Accepted,
  type Answer,
  type Answers,
  type Proposal,
  type ReportText,
  type Show,
} from './reading-state';

type Props = {
  action: FormAction;
  importId: string;
  reports: readonly ReportText[];
  proposals: readonly Proposal[];
  accepted: readonly Accepted[];
  indicators: readonly Named[];
  sections: readonly { code: string; name: string }[];
  periods: readonly PeriodChoice[];
};

/** The confidences above which all may be accepted at once, in per cent. */
const confidences = [95, 90, 80, 70];

/** Old reports at the left with their numbers marked, and what is proposed for each at the right. Nothing
 *  is written here. */
export function ReadingDesk(props: Props) {
  const { action, importId, proposals, accepted, indicators, sections } = props;
  const t = useTranslations('oldReports');
  const [answers, setAnswers] = useState(() => firstAnswers(proposals, accepted));
  const [show, setShow] = useState<Show>('all');
  const [section, setSection] = useState('');
  const sectionOf = useMemo(
    () => new Map(indicators.map((one) => [one.code, one.section])),
    [indicators],
  );
  const figures = proposals.filter(({ isFigure }) => isFigure);
  const listed = figures.filter((one) => {
    const answer = answers[keyOf(one)] as Answer;
    return (
      isShown(one, answer, show) && (section === '' || sectionOf.get(answer.indicator) === section)
    );
  });
  const taken = acceptedOf(figures, answers);
  return (
    <>
      <DeskTools
        {...{ show, setShow, section, setSection, sections }}
        onAcceptSure={(percent) => setAnswers((all) => acceptSure(figures, all, percent / 100))}
        status={t('status', { taken: taken.length, all: figures.length })}
      />
      <BothSides
        {...props}
        {...{ listed, answers }}
        answer={(key, given) => setAnswers((all) => ({ ...all, [key]: given }))}
      />
      <ImportButton
        action={action}
        hidden={{ importId, accepted: JSON.stringify(taken) }}
        label={t('check', { count: taken.length })}
        busy={t('saving')}
      >
        <p className="mt-4 text-ink-2">{t('nothingYet')}</p>
      </ImportButton>
    </>
  );
}

type Sides = Pick<Props, 'reports' | 'proposals' | 'indicators' | 'periods'> & {
  listed: readonly Proposal[];
  answers: Answers;
  answer: (key: string, given: Answer) => void;
};

function BothSides({ listed, answers, answer, ...props }: Sides) {
  const t = useTranslations('oldReports');
  const [current, setCurrent] = useState<string | null>(null);
  const names = useMemo(
    () => new Map(props.indicators.map(({ code, name }) => [code, name])),
    [props.indicators],
  );
  const answerOf = (one: Proposal) => answers[keyOf(one)] as Answer;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Texts {...props} {...{ answers, current }} />
      <datalist id={listId}>
        {props.indicators.map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
      <ul
        className="max-h-[75vh] overflow-auto border border-line bg-paper px-4"
        aria-label={t('proposals')}
        aria-describedby="keys"
        onFocus={(event) => setCurrent((event.target as HTMLElement).dataset.proposal ?? null)}
        onKeyDown={(event) => onKey(event, listed, answerOf, answer)}
      >
        {listed.map((one) => (
          <ProposalRow
            key={keyOf(one)}
            id={keyOf(one)}
            proposal={one}
            answer={answerOf(one)}
            periods={props.periods}
            onAnswer={(given) => answer(keyOf(one), given)}
            {...{ names, listId }}
          />
        ))}
        {listed.length === 0 ? <li className="py-4">{t('nothing')}</li> : null}
      </ul>
    </div>
  );
}

const listId = 'all-indicators';

function Texts({
  reports,
  proposals,
  periods,
  answers,
  current,
}: Pick<Props, 'reports' | 'proposals' | 'periods'> & {
  answers: Answers;
  current: string | null;
}) {
  const t = useTranslations('oldReports');
  return (
    <div
      className="max-h-[75vh] overflow-auto border border-line bg-paper p-4"
      tabIndex={0}
      role="region"
      aria-label={t('text')}
    >
      {reports.map((report, place) => (
        <section key={place} aria-label={report.name} className="mb-6">
          <h2>
            {t('reportTitle', {
              name: report.name,
              period: periods.find(({ code }) => code === report.period)?.label ?? report.period,
            })}
          </h2>
          {report.warnings.map((warning) => (
            <p key={warning} className="text-attention">
              {warning}
            </p>
          ))}
          <MarkedText
            report={report}
            proposals={proposals.filter((one) => one.report === place)}
            {...{ answers, current }}
          />
        </section>
      ))}
    </div>
  );
}

function DeskTools({
  show,
  setShow,
  section,
  setSection,
  sections,
  onAcceptSure,
  status,
}: {
  show: Show;
  setShow: (show: Show) => void;
  section: string;
  setSection: (section: string) => void;
  sections: Props['sections'];
  onAcceptSure: (percent: number) => void;
  status: string;
}) {
  const [percent, setPercent] = useState(90);
  const t = useTranslations('oldReports');
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-4 *:max-w-full *:min-w-0">
      <Select
        id="show"
        label={t('show')}
        value={show}
        onChange={(event) => setShow(event.currentTarget.value as Show)}
        options={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
      />
      <Select
        id="section"
        label={t('section')}
        value={section}
        onChange={(event) => setSection(event.currentTarget.value)}
        options={[
          { value: '', label: t('allSections') },
          ...sections.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Select
        id="confidence"
        label={t('least')}
        value={String(percent)}
        onChange={(event) => setPercent(Number(event.currentTarget.value))}
        options={confidences.map((one) => ({ value: String(one), label: `${one}%` }))}
      />
      <Button type="button" className="my-4" onClick={() => onAcceptSure(percent)}>
        {t('acceptSure', { percent })}
      </Button>
      <p role="status" className="my-6">
        {status}
      </p>
      <p id="keys" className="w-full text-ink-2">
        {t('keys')}
      </p>
    </div>
  );
}

/** J and K go on and back, A takes and S skips and goes on, E corrects; only from a check box, where
 *  letters type nothing. */
function onKey(
  event: KeyboardEvent<HTMLUListElement>,
  listed: readonly Proposal[],
  answerOf: (one: Proposal) => Answer,
  answer: (key: string, given: Answer) => void,
): void {
  const id = (event.target as HTMLElement).dataset.proposal;
  const place = listed.findIndex((one) => keyOf(one) === id);
  const one = listed[place];
  if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
  const go = (step: number) => {
    const next = listed[place + step];
    if (next) document.getElementById(`take-${keyOf(next)}`)?.focus();
  };
  const given = answerOf(one);
  const steps: Record<string, () => void> = {
    j: () => go(1),
    ArrowDown: () => go(1),
    k: () => go(-1),
    ArrowUp: () => go(-1),
    a: () => {
      if (given.indicator !== '') answer(keyOf(one), { ...given, state: 'accepted' });
      go(1);
    },
    s: () => {
      answer(keyOf(one), { ...given, state: 'skipped' });
      go(1);
    },
    e: () => document.getElementById(`indicator-${keyOf(one)}`)?.focus(),
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  step();
}

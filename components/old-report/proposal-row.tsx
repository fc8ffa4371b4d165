import { useTranslations } from 'next-intl';
import { controlStyle } from '@/components/ui/field';
import type { Answer, Proposal } from './reading-state';

export type Named = { code: string; name: string; section: string };
export type PeriodChoice = { code: string; label: string };

type Props = {
  id: string;
  proposal: Proposal;
  answer: Answer;
  names: ReadonlyMap<string, string>;
  periods: readonly PeriodChoice[];
  listId: string;
  onAnswer: (answer: Answer) => void;
};

/** What is proposed for one number: taken or not, as which indicator, of which period. */
export function ProposalRow({ id, proposal, answer, names, periods, listId, onAnswer }: Props) {
  const t = useTranslations('oldReports');
  const name = names.get(answer.indicator) ?? answer.indicator;
  const percent = Math.round(proposal.confidence * 100);
  return (
    <li id={`proposal-${id}`} className="scroll-mt-24 border-b border-line py-3">
      <label className="flex min-h-8 items-baseline gap-2">
        <input
          type="checkbox"
          id={`take-${id}`}
          data-proposal={id}
          checked={answer.state === 'accepted'}
          aria-disabled={answer.indicator === '' ? true : undefined}
          onChange={(event) =>
            onAnswer({
              ...answer,
              state: event.currentTarget.checked && answer.indicator !== '' ? 'accepted' : 'open',
            })
          }
        />
        <span>
          <strong className="tabular-nums">{proposal.text}</strong>{' '}
          {answer.indicator === '' ? t('noHome') : name}
          {proposal.indicator === answer.indicator && answer.indicator !== '' ? (
            <span className="text-ink-2"> {t('confidence', { percent })}</span>
          ) : null}
          {proposal.isRepeat ? <span className="text-ink-2"> {t('repeat')}</span> : null}
          {answer.state === 'skipped' ? <span className="text-ink-2"> {t('skipped')}</span> : null}
        </span>
      </label>
      <p className="my-1 text-ink-2">
        <Quote {...proposal} />
      </p>
      <div className="flex flex-wrap gap-2">
        <IndicatorInput
          id={id}
          text={proposal.text}
          answer={answer}
          names={names}
          listId={listId}
          onAnswer={onAnswer}
        />
        <PeriodSelect text={proposal.text} answer={answer} periods={periods} onAnswer={onAnswer} />
      </div>
    </li>
  );
}

/** The sentence, with the number it is quoted for in bold. */
function Quote({ quote, text }: Pick<Proposal, 'quote' | 'text'>) {
  const printed = text.replace(/\s+/g, '');
  const at = quote.indexOf(printed);
  if (at < 0) return quote;
  return (
    <>
      {quote.slice(0, at)}
      <b className="text-ink">{printed}</b>
      {quote.slice(at + printed.length)}
    </>
  );
}

type Part<Name extends keyof Props> = Pick<Props, 'answer' | 'onAnswer' | Name> & { text: string };

function IndicatorInput({
  id,
  text,
  answer,
  names,
  listId,
  onAnswer,
}: Part<'id' | 'names' | 'listId'>) {
  const t = useTranslations('oldReports');
  return (
    <input
      key={`${id} ${answer.indicator}`}
      id={`indicator-${id}`}
      aria-label={t('indicatorOf', { text })}
      list={listId}
      defaultValue={names.get(answer.indicator) ?? answer.indicator}
      placeholder={t('choose')}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        const code = codeOf(typed, names);
        if (code !== null && code !== answer.indicator)
          onAnswer({ ...answer, indicator: code, state: code === '' ? 'open' : 'accepted' });
      }}
      className={`${controlStyle()} min-w-48 flex-1`}
    />
  );
}

function PeriodSelect({ text, answer, periods, onAnswer }: Part<'periods'>) {
  const t = useTranslations('oldReports');
  return (
    <select
      aria-label={t('periodOf', { text })}
      value={answer.period}
      onChange={(event) => onAnswer({ ...answer, period: event.currentTarget.value })}
      className={controlStyle()}
    >
      {periods.some(({ code }) => code === answer.period) ? null : (
        <option value={answer.period}>{t('noPeriod', { code: answer.period })}</option>
      )}
      {periods.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** The code of a name or a code that was typed; null where it is neither. */
function codeOf(typed: string, names: ReadonlyMap<string, string>): string | null {
  if (typed === '' || names.has(typed)) return typed;
  return [...names].find(([, name]) => name === typed)?.[0] ?? null;
}

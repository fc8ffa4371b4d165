'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { explanationId } from '@/components/figures/explanation-names';
import { useIssueText } from '@/components/figures/issue-text';
import { useKeyed } from '@/components/ui/use-keyed';
import { shortestExplanation } from '@/lib/domain/checks/checks';
import { CellButton } from '../cells/cell-button';
import type { ExplanationStore, Writing } from './explanation-store';
import type { Verdict } from './page-checks';

type Props = {
  store: ExplanationStore;
  verdict: Verdict;
  cell: string;
  focus: (code: string) => void;
};

/** Why a check is right as it is, written where the check speaks; saved when the field is left. */
export function CheckExplanation(props: Props) {
  const { store, verdict, cell, focus } = props;
  const { result, standing, written } = verdict;
  const t = useTranslations('liveChecks.explanation');
  const check = result.check.code;
  const writing = useKeyed(store.writings, check);
  const [isOpen, setOpen] = useState(false);
  if (standing === 'explained' && !isOpen && !writing)
    return <Explained {...props} onChange={() => setOpen(true)} />;
  const text = writing?.text ?? written?.text ?? '';
  return (
    <div className="no-print order-last w-full pl-4">
      <ExplanationInput {...props} {...{ writing, text, isOpen, setOpen }} />
      <p
        id={`${explanationId(check)}-state`}
        role="status"
        className={writing?.issue ? 'text-wrong' : 'text-ink-2'}
      >
        <StateText writing={writing} text={text} />
      </p>
      {standing === 'unexplained' && written && !writing ? (
        <p className="flex flex-wrap items-center gap-x-3 text-attention">
          {t('outOfDate')}
          <CellButton
            explains={check}
            onClick={() => (focus(cell), store.save(check, written.text))}
          >
            {t('stillTrue')}
          </CellButton>
        </p>
      ) : null}
    </div>
  );
}

function Explained({ store, verdict, cell, focus, onChange }: Props & { onChange: () => void }) {
  const t = useTranslations('liveChecks.explanation');
  const format = useFormatter();
  const { written } = verdict;
  const check = verdict.result.check.code;
  return (
    <p className="order-last flex w-full flex-wrap items-center gap-x-3 gap-y-1 pl-4">
      <span>
        {t('written', { text: written?.text ?? '' })}
        {written ? (
          <span className="text-ink-2">
            {t('by', { by: written.by, at: format.dateTime(new Date(written.at), 'minute') })}
          </span>
        ) : null}
      </span>
      <CellButton explains={check} onClick={onChange}>
        {t('change')}
      </CellButton>
      <CellButton explains={check} onClick={() => (focus(cell), store.save(check, ''))}>
        {t('withdraw')}
      </CellButton>
    </p>
  );
}

type InputProps = Props & {
  writing: Writing | undefined;
  text: string;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
};

function ExplanationInput({
  store,
  verdict: { result, written },
  cell,
  focus,
  writing,
  text,
  isOpen,
  setOpen,
}: InputProps) {
  const t = useTranslations('liveChecks.explanation');
  const { code: check, note } = result.check;
  const id = explanationId(check);
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') store.cancel(check);
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      focus(cell);
    }
  };
  return (
    <label className="flex max-w-3xl items-start gap-x-2">
      <span className="flex-none pt-1.5">
        {t('label')}
        <span className="sr-only" lang="zh-CN">
          {' '}
          {note}
        </span>
      </span>
      <textarea
        id={id}
        data-explains={check}
        rows={1}
        value={text}
        autoFocus={isOpen}
        autoComplete="off"
        maxLength={2000}
        aria-invalid={writing?.issue ? true : undefined}
        aria-describedby={`${id}-state`}
        onFocus={() => setOpen(true)}
        onChange={(event) => store.type(check, event.target.value)}
        onBlur={() => {
          setOpen(false);
          store.leave(check, written?.text ?? '');
        }}
        onKeyDown={keys}
        className={`field-sizing-content min-h-8 min-w-0 grow rounded-sm border bg-paper px-2 py-1 ${writing?.issue ? 'border-2 border-wrong' : 'border-line-2'}`}
      />
    </label>
  );
}

function StateText({ writing, text }: { writing: Writing | undefined; text: string }) {
  const t = useTranslations('liveChecks.explanation');
  const issueText = useIssueText();
  if (writing?.issue) return `! ${issueText(writing.issue)}`;
  if (writing && writing.state !== 'editing' && writing.state !== 'refused')
    return t(`state.${writing.state}`);
  return t('hint', { count: Array.from(text.trim()).length, least: shortestExplanation });
}

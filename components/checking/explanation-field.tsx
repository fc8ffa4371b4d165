'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useContext, useEffect, useEffectEvent, useRef } from 'react';
import { controlStyle } from '@/components/ui/field';
import { shortestExplanation } from '@/lib/domain/checks/checks';
import { cleanText } from '@/lib/domain/figure/clean-text';
import { ExplanationDesk } from './check-desk';
import {
  confirmationName,
  explanationId,
  explanationName,
  publicName,
  seenName,
} from '@/components/figures/explanation-names';
import { useIssueText } from '@/components/figures/issue-text';

type Written = {
  text: string;
  by: string;
  at: Date;
  isPublic: boolean;
  outOfDate: boolean;
} | null;
type Props = {
  check: string;
  /** The rule in words; names the field for screen readers. */
  note: string;
  written: Written;
};

/** Why a check is right as it is. What is typed is counted, never cut. */
export function ExplanationField({ check, note, written }: Props) {
  const t = useTranslations('check.explanation');
  const issueText = useIssueText();
  const { refused, saved, text, isSaved, type } = useExplanation(check, written);
  const field = useRef<HTMLTextAreaElement>(null);
  // Somebody may have begun to type before the page was alive.
  const typedBefore = useEffectEvent(() => {
    const now = field.current?.value ?? text;
    if (now !== text) type(now);
  });
  useEffect(() => typedBefore(), []);
  const id = explanationId(check);
  return (
    <div className={`mt-2 max-w-2xl ${refused ? 'border-l-4 border-wrong pl-3' : ''}`}>
      <label htmlFor={id} className="block">
        {t('short')}
        <span className="sr-only"> {note}</span>
      </label>
      {refused ? (
        <p id={`${id}-error`} className="font-bold text-wrong">
          <span aria-hidden="true">! </span>
          {issueText(refused)}
        </p>
      ) : null}
      <input type="hidden" name={seenName(check)} value={saved} />
      <textarea
        ref={field}
        id={id}
        name={explanationName(check)}
        rows={2}
        value={text}
        onChange={({ target }) => type(target.value)}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-count ${id}-error` : `${id}-count`}
        className={`${controlStyle(refused?.code)} w-full`}
      />
      <Standing id={`${id}-count`} text={text} isSaved={isSaved} written={written} />
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          name={publicName(check)}
          value="yes"
          defaultChecked={written?.isPublic ?? false}
          className="size-5 accent-act"
        />
        {t('isPublic')}
      </label>
      {written?.outOfDate ? <StillTrue check={check} /> : null}
    </div>
  );
}

/** What is typed here, else what was refused, else what is saved. */
function useExplanation(check: string, written: Written) {
  const { refused: all, typed, type } = useContext(ExplanationDesk);
  const refused = all.find((one) => one.check === check);
  const saved = written?.text ?? '';
  const text = typed[check] ?? refused?.text ?? saved;
  const isSaved = (one: string) => cleanText(one).trim() === saved;
  return {
    refused,
    saved,
    text,
    isSaved: isSaved(text),
    type: (now: string) => type(check, now, saved, isSaved(now)),
  };
}

/** How long it is, and whether it is saved and by whom. */
function Standing({
  id,
  text,
  isSaved,
  written,
}: {
  id: string;
  text: string;
  isSaved: boolean;
  written: Written;
}) {
  const t = useTranslations('check.explanation');
  const format = useFormatter();
  const author = {
    by: written?.by ?? '',
    at: written ? format.dateTime(written.at, 'minute') : '',
  };
  return (
    <>
      <p id={id} className="flex flex-wrap justify-between gap-x-4 text-table text-ink-2">
        <span>
          {t('count', { count: Array.from(text.trim()).length, least: shortestExplanation })}
        </span>
        {isSaved ? null : <span className="text-attention">{t('unsaved')}</span>}
        {written && isSaved ? <span>{t('by', author)}</span> : null}
      </p>
      {/* What was typed earlier may stand over what a colleague has written since. */}
      {written && !isSaved ? (
        <p className="text-table text-ink-2">{t('asSaved', { text: written.text, ...author })}</p>
      ) : null}
    </>
  );
}

/** The numbers have changed since: the explanation has to be confirmed or written anew. */
function StillTrue({ check }: { check: string }) {
  const t = useTranslations('check.explanation');
  return (
    <div className="mt-1 bg-attention-ground px-2 py-1 text-attention">
      <p>
        <span aria-hidden="true">▲ </span>
        {t('outOfDate')}
      </p>
      <label className="flex min-h-8 items-center gap-2 text-ink">
        <input
          type="checkbox"
          name={confirmationName(check)}
          value="yes"
          className="size-5 accent-act"
        />
        {t('stillTrue')}
      </label>
    </div>
  );
}

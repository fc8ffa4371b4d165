'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';
import { useCheckSentence } from '@/components/figures/use-check-sentence';
import { useHintSentence } from '@/components/figures/hint-sentence';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { CellButton } from '../cells/cell-button';
import { CheckExplanation } from './check-explanation';
import { verdictLooks } from '../cells/cell-looks';
import { valueOf, type Cell } from '../cells/entry-cell';
import type { ExplanationStore } from './explanation-store';
import type { LiveChecks } from './live-checks';
import type { CellVerdicts, Verdict } from './page-checks';

/** The checks of a grid with what it takes to show them. */
export type GridChecks = {
  live: LiveChecks;
  explanations: ExplanationStore;
  /** Whether a figure stands on this page. */
  has: (code: string) => boolean;
  indicators: Indicators;
  before: string;
  reportId: string;
  focus: (code: string) => void;
};

/** What is said at a figure; drawn anew when it changes. */
export function useVerdicts({ live }: GridChecks, code: string): CellVerdicts {
  const subscribe = useCallback(
    (listener: () => void) => live.views.subscribe(code, listener),
    [live, code],
  );
  const read = () => live.at(code);
  return useSyncExternalStore(subscribe, read, read);
}

type Props = { checks: GridChecks; cell: Cell; said: CellVerdicts; id: string };

/** What the checks say of a figure: the strongest in full where it came up, at other figures where that is. */
export function CellChecks({ checks, cell, said: { verdicts, hint, isStale }, id }: Props) {
  const t = useTranslations('liveChecks');
  const hintSentence = useHintSentence(checks.before);
  const { code } = cell.row.indicator;
  const [strongest] = verdicts;
  const shown = verdicts.find(({ home }) => home === code) ?? strongest;
  if (!shown && !hint) return null;
  return (
    <div id={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-left">
      {shown && shown.home === code ? (
        <ShownInFull checks={checks} verdict={shown} code={code} />
      ) : null}
      {shown && shown.home !== code ? <SeeThere checks={checks} verdict={shown} /> : null}
      {verdicts.length > 1 ? (
        <Link href={paths.check(checks.reportId)} prefetch={false} className="no-print">
          {t('more', { count: verdicts.length - 1 })}
        </Link>
      ) : null}
      {hint ? (
        <p className="text-ink-2 tabular-nums">
          <span aria-hidden="true">{verdictLooks.hint.shape} </span>
          {t('hint', {
            text: hintSentence(hint, {
              indicator: cell.row.indicator,
              value: valueOf(cell),
              last: cell.row.previous?.value ?? null,
            }),
          })}
        </p>
      ) : null}
      {isStale ? <p className="text-ink-2">{t('stale')}</p> : null}
    </div>
  );
}

function ShownInFull({
  checks,
  verdict,
  code,
}: {
  checks: GridChecks;
  verdict: Verdict;
  code: string;
}) {
  const { result, standing } = verdict;
  const t = useTranslations('liveChecks');
  const locale = useLocale();
  const sentence = useCheckSentence(checks.indicators, checks.before);
  const { shape, look } = verdictLooks[standing];
  const { note, op, owner, kind } = result.check;
  // The rule's own words stand where they say more than the numbers do.
  const hasWords = op === 'present-if' || owner !== undefined;
  const hasNumbers = op !== 'present-if' || locale === 'en';
  return (
    <>
      <p className="tabular-nums">
        <span className={look}>
          <span aria-hidden="true">{shape} </span>
          {t('shown', {
            kind: t(`kind.${standing === 'explained' || standing === 'waived' ? standing : kind}`),
          })}
        </span>
        {hasWords ? <span lang="zh-CN">{note}</span> : null} {hasNumbers ? sentence(result) : null}
      </p>
      {figuresOf(result)
        .flatMap((one) => (one === code ? [] : (checks.indicators.get(one) ?? [])))
        .map((indicator) => (
          <Jump key={indicator.code} checks={checks} to={indicator} />
        ))}
      {standing === 'failing' ? (
        <Link href={paths.waivers(checks.reportId)} prefetch={false} className="no-print">
          {t(kind === 'quasi' ? 'askToExplain' : 'askToWaive')}
        </Link>
      ) : null}
      {standing === 'unexplained' || standing === 'explained' ? (
        <CheckExplanation
          store={checks.explanations}
          verdict={verdict}
          cell={code}
          focus={checks.focus}
        />
      ) : null}
    </>
  );
}

/** The figures of this report that a check marks or looks at. */
function figuresOf({ cells, terms }: Verdict['result']): string[] {
  const looked = [...terms.left, ...terms.right].flatMap(({ code, period }) =>
    code !== null && period === 0 ? [code] : [],
  );
  return [...new Set([...cells, ...looked])];
}

function SeeThere({
  checks,
  verdict: { home, standing },
}: {
  checks: GridChecks;
  verdict: Verdict;
}) {
  const { shape, look } = verdictLooks[standing];
  const there = checks.indicators.get(home);
  return there ? (
    <p className="no-print">
      <span aria-hidden="true" className={look}>
        {shape}{' '}
      </span>
      <Jump checks={checks} to={there} word="shownAt" />
    </p>
  ) : null;
}

/** To another figure of the check: in this table, or on the page of its section. */
function Jump({
  checks,
  to,
  word = 'goTo',
}: {
  checks: GridChecks;
  to: Indicator;
  word?: 'goTo' | 'shownAt';
}) {
  const t = useTranslations('liveChecks');
  const locale = useLocale();
  const text = t(word, { name: nameOf(to, locale) });
  if (!checks.has(to.code))
    return (
      <Link href={paths.section(checks.reportId, to.section, to.code)} prefetch={false}>
        {text}
      </Link>
    );
  return <CellButton onClick={() => checks.focus(to.code)}>{text}</CellButton>;
}

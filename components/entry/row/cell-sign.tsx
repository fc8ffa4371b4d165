'use client';

import { useTranslations } from 'next-intl';
import { signLooks, stateLooks, verdictLooks } from '../cells/cell-looks';
import type { Cell } from '../cells/entry-cell';
import type { CellVerdicts, Verdict } from '../checks/page-checks';

export type Sign = keyof typeof signLooks;

type Props = { cell: Cell; sign: Sign | null; verdict: Verdict | undefined; said: CellVerdicts };

/** The state of a cell and what is said of it, each as shape, word and colour. */
export function CellSign({ cell: { state }, sign, verdict, said }: Props) {
  const t = useTranslations('entry');
  const isQuiet = state === 'idle' || state === 'saved';
  return (
    <>
      {state === 'idle' ? null : (
        <span
          key={state}
          className={`${stateLooks[state].look} ${state === 'saved' ? 'passing' : ''}`}
        >
          <span aria-hidden="true">{stateLooks[state].shape} </span>
          {/* Beside a sign there is room for the shape alone. */}
          <span className={sign || verdict || said.hint ? 'sr-only' : undefined}>
            {t(`state.${state}`)}
          </span>
        </span>
      )}
      {isQuiet && sign ? <SaidAnyway sign={sign} /> : null}
      {verdict || (isQuiet && said.hint) ? (
        <SaidByChecks verdict={verdict} isBeside={sign} />
      ) : null}
    </>
  );
}

function SaidAnyway({ sign }: { sign: Sign }) {
  const legend = useTranslations('entry.legend');
  const signs = useTranslations('liveChecks.sign');
  return (
    <span className={signLooks[sign].look}>
      <span aria-hidden="true">{signLooks[sign].shape} </span>
      {sign === 'locked' ? signs('locked') : <span className="sr-only">{legend(sign)}</span>}
    </span>
  );
}

/** The strongest verdict, or that there is a hint. */
function SaidByChecks({
  verdict,
  isBeside,
}: {
  verdict: Verdict | undefined;
  isBeside: Sign | null;
}) {
  const signs = useTranslations('liveChecks.sign');
  const standing = verdict?.standing ?? 'hint';
  const word =
    verdict && verdict.standing !== 'explained' && verdict.standing !== 'waived'
      ? verdict.result.check.kind
      : standing === 'explained' || standing === 'waived'
        ? standing
        : 'hint';
  return (
    <span className={verdictLooks[standing].look}>
      <span aria-hidden="true">{verdictLooks[standing].shape} </span>
      <span className={isBeside ? 'sr-only' : undefined}>{signs(word)}</span>
    </span>
  );
}

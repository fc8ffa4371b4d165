'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useIssueText, type FormIssue } from '@/components/figures/issue-text';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { ListTable } from '@/components/ui/list-table';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/access/errors';
import { LineName } from './line-name';

/** `refused` by cell: what was typed, and what is wrong with it or who wrote there meanwhile. */
export type TargetsResult = {
  saved: number;
  at: number;
  refused: Record<string, { typed: string; issue: Issue | null; by: string | null }>;
};
type State = {
  issues: FormIssue[];
  values: Record<string, string[]>;
  result?: TargetsResult;
};

/** A cell as it stands: what would be typed to get it, and its revision. `owner`: the unit above that has set it;
 *  `isFixed`: so that it is not changed here. */
export type TargetCell = {
  typed: string;
  revision: number;
  owner: string | null;
  isFixed: boolean;
};
export type TargetLine = {
  code: string;
  name: string;
  unit: string;
  isPart: boolean;
  target: TargetCell;
  limit: TargetCell;
};

type Props = {
  action: (state: State, form: FormData) => Promise<State>;
  reportId: string;
  submission: number;
  sections: readonly { code: string; name: string; lines: readonly TargetLine[] }[];
};

const measures = ['target', 'limit'] as const;
type Measure = (typeof measures)[number];
const cellName = (measure: Measure, indicator: string) => `${measure} ${indicator}`;

/** Targets and control lines of every section; a section opens where something is set. */
export function TargetsForm({ action, reportId, submission, sections }: Props) {
  const t = useTranslations('targets');
  const [{ issues, values, result }, submit, isBusy] = useKeptForm(action, {
    issues: [],
    values: {},
  });
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result && Object.keys(result.refused).length > 0) head.current?.focus();
  }, [result]);
  return (
    // A new answer of the server is a new form: its fields hold what now stands.
    <form
      action={submit}
      key={result?.at ?? 0}
      className="border border-line bg-paper px-4 py-2 sm:px-6"
    >
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="submission" value={submission} />
      <div ref={head} tabIndex={-1}>
        <Outcome issues={issues} result={result} />
      </div>
      {sections.map((section) => (
        <SectionTargets
          key={section.code}
          section={section}
          refused={result?.refused ?? {}}
          values={values}
        />
      ))}
      <div className="stays-below bg-paper py-3">
        <Button kind="primary" disabled={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** What came of saving, in a few words. */
function Outcome({ issues, result }: Pick<State, 'issues' | 'result'>) {
  const [t, issueText] = [useTranslations('targets'), useIssueText()];
  const refused = Object.keys(result?.refused ?? {}).length;
  return (
    <>
      {issues.map((issue) => (
        <Notice key={issue.code} kind="wrong" role="alert">
          {issueText(issue)}
        </Notice>
      ))}
      {refused > 0 ? (
        <Notice kind="wrong" role="alert" title={t('refused', { count: refused })} />
      ) : null}
      {result && result.saved > 0 ? (
        <Notice kind="good" role="status" title={t('saved', { count: result.saved })} />
      ) : null}
      {result?.saved === 0 && refused === 0 ? (
        <Notice role="status" title={t('unchanged')} />
      ) : null}
    </>
  );
}

type Typed = Pick<TargetsResult, 'refused'> & Pick<State, 'values'>;

function SectionTargets({
  section: { name, lines },
  ...typed
}: Typed & { section: Props['sections'][number] }) {
  const t = useTranslations('targets');
  const set = lines
    .flatMap(({ target, limit }) => [target, limit])
    .filter((cell) => cell.typed !== '').length;
  const isOpen =
    set > 0 ||
    lines.some(({ code }) => measures.some((measure) => typed.refused[cellName(measure, code)]));
  return (
    <details open={isOpen} className="border-b border-line py-1">
      <summary className="flex min-h-10 flex-wrap items-center gap-x-4">
        <span className="font-bold">{name}</span>
        <span className="text-table text-ink-2">{t('set', { count: set })}</span>
      </summary>
      <ListTable
        stickyHead={false}
        className="mb-3"
        aria-label={name}
        rows={lines}
        keyOf={({ code }) => code}
        columns={[
          {
            head: t('indicator'),
            cell: (line) => <LineName line={line} />,
            className: ({ isPart }) => (isPart ? 'sm:pl-8!' : undefined),
          },
          ...measures.map((measure) => ({
            head: t(measure),
            cell: (line: TargetLine) => <TargetField line={line} measure={measure} {...typed} />,
            width: 'w-64',
          })),
        ]}
      />
    </details>
  );
}

function TargetField({
  line,
  measure,
  refused,
  values,
}: Typed & { line: TargetLine; measure: Measure }) {
  const [t, issueText] = [useTranslations('targets'), useIssueText()];
  const name = cellName(measure, line.code);
  const { typed, revision, owner, isFixed } = line[measure];
  const setBy = owner ? (
    <p className="text-table text-ink-2">{t('owner', { unit: owner })}</p>
  ) : null;
  if (isFixed)
    return (
      <>
        <p className="text-right tabular-nums">{typed}</p>
        {setBy}
      </>
    );
  const wrong = refused[name];
  const problem =
    wrong && (wrong.issue ? issueText(wrong.issue) : t('changed', { by: wrong.by ?? '' }));
  const problemId = `problem-${measure}-${line.code}`;
  return (
    <>
      <input type="hidden" name={`seen ${name}`} value={`${revision} ${typed}`} />
      <input
        type="text"
        name={name}
        defaultValue={wrong?.typed ?? values[name]?.[0] ?? typed}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('cell', { name: line.name, unit: line.unit, measure: t(measure) })}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        className={`${controlStyle(problem)} w-full max-w-44 text-right tabular-nums`}
      />
      {problem ? <p id={problemId} className="text-table text-wrong">{`! ${problem}`}</p> : null}
      {setBy}
    </>
  );
}

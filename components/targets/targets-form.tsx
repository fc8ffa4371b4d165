'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';

type Issue = { code: string; params: Record<string, string> };
/** `refused` by cell: what was typed, and what is wrong with it or who wrote there meanwhile. */
export type TargetsResult = {
  saved: number;
  at: number;
  refused: Record<string, { typed: string; issue: Issue | null; by: string | null }>;
};
type State = {
  issues: { field: string | null; code: string; params: Record<string, string> }[];
  values: Record<string, string[]>;
  result?: TargetsResult;
};

/** A cell as it stands: what would be typed to get it, and its revision. */
export type TargetCell = { typed: string; revision: number };
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

/** Targets and control lines of every section; a section opens where something is set. */
export function TargetsForm({ action, reportId, submission, sections }: Props) {
  const t = useTranslations('targets');
  const issueTexts = useTranslations('issues');
  const [{ issues, values, result }, submit, isBusy] = useKeptForm(action, {
    issues: [],
    values: {},
  });
  const refused = result?.refused ?? {};
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result && Object.keys(result.refused).length > 0) head.current?.focus();
  }, [result]);
  const problemOf = (name: string): string | null => {
    const wrong = refused[name];
    if (!wrong) return null;
    return wrong.issue
      ? issueTexts(wrong.issue.code as Parameters<typeof issueTexts>[0], wrong.issue.params)
      : t('changed', { by: wrong.by ?? '' });
  };
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
        {issues.map(({ code, params }) => (
          <Notice key={code} kind="wrong" role="alert">
            {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
          </Notice>
        ))}
        {Object.keys(refused).length > 0 ? (
          <Notice
            kind="wrong"
            role="alert"
            title={t('refused', { count: Object.keys(refused).length })}
          />
        ) : null}
        {result && result.saved > 0 ? (
          <Notice kind="good" role="status" title={t('saved', { count: result.saved })} />
        ) : null}
        {result?.saved === 0 && Object.keys(refused).length === 0 ? (
          <Notice role="status" title={t('unchanged')} />
        ) : null}
      </div>
      {sections.map(({ code, name, lines }) => {
        const set = lines
          .flatMap(({ target, limit }) => [target, limit])
          .filter(({ typed }) => typed !== '').length;
        const isOpen =
          set > 0 ||
          lines.some((line) => measures.some((measure) => refused[`${measure} ${line.code}`]));
        return (
          <details key={code} open={isOpen} className="border-b border-line py-1">
            <summary className="flex min-h-10 flex-wrap items-center gap-x-4">
              <span className="font-bold">{name}</span>
              <span className="text-table text-ink-2">{t('set', { count: set })}</span>
            </summary>
            <table className="table-stack mb-3 table" aria-label={name}>
              <thead>
                <tr>
                  <th scope="col">{t('indicator')}</th>
                  {measures.map((measure) => (
                    <th key={measure} scope="col" className="w-64">
                      {t(measure)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.code}>
                    <th scope="row" className={line.isPart ? 'sm:pl-8!' : undefined}>
                      {line.name}
                      <span className="text-ink-2">{t('unit', { unit: line.unit })}</span>
                    </th>
                    {measures.map((measure) => {
                      const cell = `${measure} ${line.code}`;
                      const problem = problemOf(cell);
                      const { typed, revision } = line[measure];
                      return (
                        <td key={measure} data-label={t(measure)}>
                          <input
                            type="hidden"
                            name={`seen ${cell}`}
                            value={`${revision} ${typed}`}
                          />
                          <input
                            type="text"
                            name={cell}
                            defaultValue={refused[cell]?.typed ?? values[cell]?.[0] ?? typed}
                            autoComplete="off"
                            spellCheck={false}
                            aria-label={t('cell', {
                              name: line.name,
                              unit: line.unit,
                              measure: t(measure),
                            })}
                            aria-invalid={problem ? true : undefined}
                            aria-describedby={
                              problem ? `problem-${measure}-${line.code}` : undefined
                            }
                            className={`${controlStyle(problem)} w-full max-w-44 text-right tabular-nums`}
                          />
                          {problem ? (
                            <p
                              id={`problem-${measure}-${line.code}`}
                              className="text-table text-wrong"
                            >{`! ${problem}`}</p>
                          ) : null}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
      <div className="stays-below bg-paper py-3">
        <Button kind="primary" disabled={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

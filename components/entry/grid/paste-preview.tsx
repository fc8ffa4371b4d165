'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { readClipboard } from '@/lib/domain/entry/clipboard';
import { planPaste, type PasteLine } from '@/lib/domain/entry/paste-plan';
import { nameOf } from '@/lib/i18n/name-of';
import { signLooks } from '../cells/cell-looks';
import { useContentText } from '../row/content-text';
import type { EntrySession } from '../saving/entry-session';

type Props = {
  session: EntrySession;
  text: string;
  start: string;
  period: string;
  onClose: () => void;
};

/** What pasting would do, cell by cell, before anything is written. */
export function PastePreview({ session, text, start, period, onClose }: Props) {
  const t = useTranslations('paste');
  const [column, setColumn] = useState<number>();
  const textOf = useContentText();
  const targets = session.cells.all().map(({ row, content }) => ({
    indicator: row.indicator,
    typed: textOf(content),
    isLocked: row.lock !== null,
  }));
  const [block] = useState(() => readClipboard(text));
  const plan = planPaste(block, targets, start, period, column);
  const counts = kinds.flatMap((kind) => {
    const count = plan.lines.filter((line) => line.kind === kind).length;
    return count > 0 ? t(`count.${kind}`, { count }) : [];
  });
  const entries = plan.lines.flatMap((line) =>
    line.kind === 'fill' ? [{ code: line.code, content: { typed: line.text } }] : [],
  );
  const fill = () => {
    session.editor.fill(entries);
    onClose();
  };
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p role="status" className="font-bold">
        {counts.join(t('separator'))}
      </p>
      <p className="mt-1 text-ink-2">{t(plan.by)}</p>
      {plan.columns.length > 1 ? (
        <ColumnChoice plan={plan} block={block} onChoose={setColumn} />
      ) : null}
      <Lines
        lines={plan.lines}
        before={new Map(targets.map(({ indicator, typed }) => [indicator.code, typed]))}
        session={session}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          kind="primary"
          data-first
          disabled={entries.length === 0}
          onClick={fill}
        >
          {t('fill', { count: entries.length })}
        </Button>
        <Button type="button" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

type ChoiceProps = {
  plan: ReturnType<typeof planPaste>;
  block: ReturnType<typeof readClipboard>;
  onChoose: (column: number) => void;
};

/** Which column of what was copied goes into the cells. */
function ColumnChoice({ plan, block, onChoose }: ChoiceProps) {
  const t = useTranslations('paste');
  return (
    <label className="mt-2 flex items-center gap-2">
      {t('column')}
      <select
        value={plan.column}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="min-h-9 rounded-sm border border-line-2 bg-paper px-2"
      >
        {plan.columns.map((one) => (
          <option key={one} value={one}>
            {t('columnName', {
              number: one + 1,
              sample: block.map((row) => row[one] ?? '').find(Boolean) ?? '',
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

type LinesProps = {
  lines: readonly PasteLine[];
  /** What stands in the cells, by indicator. */
  before: ReadonlyMap<string, string>;
  session: EntrySession;
};

function Lines({ lines, before, session }: LinesProps) {
  const t = useTranslations('paste');
  return (
    <div
      className="my-3 max-h-[50vh] overflow-auto border-y border-line"
      tabIndex={0}
      role="region"
      aria-label={t('title')}
    >
      <table className="sticky-head table">
        <thead>
          <tr>
            <th scope="col">{t('columns.line')}</th>
            <th scope="col">{t('columns.indicator')}</th>
            <th scope="col" className="number">
              {t('columns.before')}
            </th>
            <th scope="col" className="number">
              {t('columns.after')}
            </th>
            <th scope="col">{t('columns.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.line}
              line={line}
              before={'code' in line ? (before.get(line.code) ?? '') : ''}
              session={session}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({
  line,
  before,
  session,
}: {
  line: PasteLine;
  before: string;
  session: EntrySession;
}) {
  const t = useTranslations('paste');
  const issues = useTranslations('issues');
  const locale = useLocale();
  const { shape, look } = looks[line.kind];
  const indicator = 'code' in line ? session.cells.get(line.code)?.row.indicator : undefined;
  return (
    <tr>
      <td className="text-ink-2 tabular-nums">{line.line}</td>
      <td>{indicator ? nameOf(indicator, locale) : line.label}</td>
      <td className="number text-ink-2">{before}</td>
      <td className="number">{line.text}</td>
      <td className={look}>
        <span aria-hidden="true">{shape} </span>
        {line.kind === 'wrong'
          ? issues(line.issue.code as Parameters<typeof issues>[0], line.issue.params)
          : t(`verdict.${line.kind}`)}
      </td>
    </tr>
  );
}

const kinds = [
  'fill',
  'wrong',
  'locked',
  'total',
  'unknown',
  'beyond',
  'repeated',
  'same',
  'empty',
] as const;
const quiet = { shape: '–', look: 'text-ink-2' };
const looks: Record<PasteLine['kind'], { shape: string; look: string }> = {
  fill: { shape: '✓', look: 'text-good' },
  wrong: { shape: '✕', look: 'text-wrong' },
  locked: { shape: signLooks.locked.shape, look: 'text-ink-2' },
  total: quiet,
  same: quiet,
  empty: quiet,
  unknown: { shape: '▲', look: 'text-attention' },
  beyond: { shape: '▲', look: 'text-attention' },
  repeated: { shape: '▲', look: 'text-attention' },
};

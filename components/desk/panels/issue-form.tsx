'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { reviewBlocks, type Finding } from '@/lib/domain/desk/review';
import { blocksOfDoc } from '../desk-schema';
import type { IssueAction, IssueState } from '../desk-props';
import type { DeskControl } from '../use-desk';
import { TextSelection } from 'prosemirror-state';

type Props = {
  action: IssueAction;
  unit: string;
  period: string;
  desk: DeskControl;
  revision: number | null;
};

const untouched: IssueState = { issues: [], values: {} };

/** 定稿: the text as it is on the screen, once the server has it and what asks for a look was looked at; no revision
 *  while it is being saved. */
export function IssueForm({ action, unit, period, desk, revision }: Props) {
  const t = useTranslations('desk.issue');
  const issueTexts = useTranslations('issues');
  const router = useRouter();
  const [{ issues }, submit, isBusy] = useKeptForm(action, untouched);
  // The page may be older than the figures: it is drawn anew, and shows what the server found.
  useEffect(() => {
    if (issues.some(({ code }) => /^manuscript-(stale|not-gone-through)$/.test(code)))
      router.refresh();
  }, [issues, router]);
  return (
    <form action={submit} className="desk-panel">
      <h2>{t('title')}</h2>
      <p className="text-table text-ink-2">{t('text')}</p>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="revision" value={revision ?? ''} />
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      <FindingList desk={desk} />
      <Button kind="primary" disabled={isBusy || revision === null}>
        {t('submit')}
      </Button>
    </form>
  );
}

/** What is gone through before 定稿: stale sentences have a list of their own and are mended there. */
function FindingList({ desk }: { desk: DeskControl }) {
  const t = useTranslations('desk.review');
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const findings = findingsIn(desk).filter(({ kind }) => kind !== 'stale');
  const open = findings.filter(({ id }) => !seen.has(id)).length;
  if (findings.length === 0) return null;
  return (
    <fieldset className="my-2">
      <legend className="font-bold">{t('title', { count: open })}</legend>
      <p className="text-table text-ink-2">{t('help')}</p>
      <ul className="list-none">
        {findings.map(({ id, kind, text, against, block }) => (
          <li key={id} className="border-b border-line py-2">
            <p lang="zh-CN">{t(`kinds.${kind}`, { text: short(text), against: against ?? '' })}</p>
            <p className="flex flex-wrap items-center gap-x-4">
              <button
                type="button"
                className="min-h-8 text-act underline underline-offset-3"
                onClick={() => select(desk, block)}
              >
                {t('go')}
              </button>
              <label className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  name="seen[]"
                  value={id}
                  checked={seen.has(id)}
                  onChange={({ target }) => {
                    const next = new Set(seen);
                    if (target.checked) next.add(id);
                    else next.delete(id);
                    setSeen(next);
                  }}
                />
                {t('stands')}
              </label>
            </p>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function findingsIn({ state, finder }: DeskControl): Finding[] {
  return state
    ? reviewBlocks(blocksOfDoc(state.doc), finder.today, (block) => finder.unlinkedIn(block))
    : [];
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Puts the cursor into a block and scrolls it into view. */
function select(desk: DeskControl, id: string): void {
  desk.dispatch(({ doc, tr }) => {
    doc.forEach((node, offset) => {
      if (node.attrs.id === id)
        tr.setSelection(TextSelection.create(tr.doc, offset + 1)).scrollIntoView();
    });
    return tr;
  });
  desk.focus();
}

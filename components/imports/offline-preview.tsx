'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import type { Issue } from '@/lib/domain/errors';
import { offlineKinds, type OfflineKind, type OfflineLine } from '@/lib/domain/offline-form';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

/** What a file would change. `proposal`: the edits as they are sent back on confirmation. */
export type Preview = { fileName: string; lines: OfflineLine[]; names: Record<string, { name: string; nameEn: string }>; count: number; proposal: string; readAt: number };
export type Confirmed = { written: number };

type State = { issues: (Issue & { field: string | null })[]; values: Record<string, string[]>; result?: Confirmed };
type Props = { reportId: string; preview: Preview; confirm: (state: State, form: FormData) => Promise<State> };

/** What would be written, row by row, and the one button that writes it. */
export function OfflinePreview({ reportId, preview: { fileName, lines, names, count, proposal }, confirm }: Props) {
  const t = useTranslations('imports');
  const issueText = useTranslations('issues');
  const [{ issues, result }, send, isWriting] = useActionState<State, FormData>(confirm, { issues: [], values: {} });
  const told = offlineKinds.flatMap((kind) => {
    const found = lines.filter((line) => line.kind === kind).length;
    return found > 0 ? [t(`count.${kind}`, { count: found })] : [];
  });
  // What nobody touched is counted, not listed.
  const news = lines.filter(({ kind }) => kind !== 'same').sort((a, b) => offlineKinds.indexOf(a.kind) - offlineKinds.indexOf(b.kind) || a.line - b.line);
  if (result) {
    return (
      <Notice kind="good" role="status" title={result.written > 0 ? t('done', { count: result.written }) : t('doneNothing')}>
        <LinkButton href={paths.report(reportId)}>{t('toReport')}</LinkButton>
      </Notice>
    );
  }
  return (
    <Sheet>
      <h2>{t('step3')}</h2>
      <p role="status" className="font-bold">{told.join(t('separator'))}</p>
      {news.length > 0 ? (
        <div className="my-3 max-h-[60vh] overflow-auto border-y border-line" tabIndex={0} role="region" aria-label={t('table')}>
          <Table stickyHead stack>
            <thead>
              <tr>
                <th scope="col">{t('columns.line')}</th>
                <th scope="col">{t('columns.indicator')}</th>
                <th scope="col" className="number">{t('columns.now')}</th>
                <th scope="col" className="number">{t('columns.typed')}</th>
                <th scope="col">{t('columns.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {news.map((line) => (
                <Row key={line.line} line={line} name={names[line.code]} />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert" title={issueText.has(code as never) ? issueText(code as never, params as never) : code} />
      ))}
      {count > 0 ? (
        <form action={send}>
          <p className="my-2 text-ink-2">{t('together', { count })}</p>
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="fileName" value={fileName} />
          <input type="hidden" name="proposal" value={proposal} />
          <Button kind="primary" disabled={isWriting}>{isWriting ? t('writing') : t('confirm', { count })}</Button>
        </form>
      ) : (
        <p>{t('nothing')}</p>
      )}
    </Sheet>
  );
}

function Row({ line, name }: { line: OfflineLine; name?: { name: string; nameEn: string } }) {
  const t = useTranslations('imports');
  const issueText = useTranslations('issues');
  const locale = useLocale();
  const { shape, look } = looks[line.kind];
  const verdict = line.kind === 'conflict' ? t('verdict.conflict', { by: line.by ?? t('someone') }) : line.issue ? issueText(line.issue.code as never, line.issue.params as never) : t(`verdict.${line.kind}`);
  return (
    <tr>
      <td className="tabular-nums text-ink-2" data-label={t('columns.line')}>{line.line}</td>
      <td data-label={t('columns.indicator')}>{name ? nameOf(name, locale) : line.label || line.code}</td>
      <td className="number text-ink-2" data-label={t('columns.now')}>{line.now}</td>
      <td className="number" data-label={t('columns.typed')}>
        <span>
          {line.typed}
          {line.note ? <span className="block text-table text-ink-2">{t('noteSaid', { note: line.note })}</span> : null}
        </span>
      </td>
      <td className={look} data-label={t('columns.verdict')}>
        <span>
          <span aria-hidden="true">{shape} </span>
          {verdict}
        </span>
      </td>
    </tr>
  );
}

const looks: Record<OfflineKind, { shape: string; look: string }> = {
  new: { shape: '＋', look: 'text-good' },
  changed: { shape: '△', look: 'text-act' },
  cleared: { shape: '−', look: 'text-attention' },
  wrong: { shape: '!', look: 'text-wrong' },
  conflict: { shape: '▲', look: 'text-attention' },
  outside: { shape: '○', look: 'text-ink-2' },
  same: { shape: '＝', look: 'text-ink-2' },
};

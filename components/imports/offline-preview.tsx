'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/access/errors';
import type { OfflineLine } from '@/lib/domain/entry/offline-form';
import { paths } from '@/lib/paths';
import { PreviewCounts, PreviewLines } from './preview-lines';

/** What a file would change. `proposal`: the edits as they are sent back on confirmation. */
export type Preview = {
  fileName: string;
  lines: OfflineLine[];
  names: Record<string, { name: string; nameEn: string }>;
  count: number;
  proposal: string;
  readAt: number;
};
export type Confirmed = { written: number };

type State = {
  issues: (Issue & { field: string | null })[];
  values: Record<string, string[]>;
  result?: Confirmed;
};
type Props = {
  reportId: string;
  preview: Preview;
  confirm: (state: State, form: FormData) => Promise<State>;
};

/** What would be written, row by row, and the one button that writes it. */
export function OfflinePreview({
  reportId,
  preview: { fileName, lines, names, count, proposal },
  confirm,
}: Props) {
  const t = useTranslations('imports');
  const issueText = useTranslations('issues');
  const [{ issues, result }, send, isWriting] = useKeptForm<State>(confirm, {
    issues: [],
    values: {},
  });
  if (result) {
    return (
      <Notice
        kind="good"
        role="status"
        title={result.written > 0 ? t('done', { count: result.written }) : t('doneNothing')}
      >
        <LinkButton href={paths.report(reportId)}>{t('toReport')}</LinkButton>
      </Notice>
    );
  }
  return (
    <Sheet>
      <h2>{t('step3')}</h2>
      <PreviewCounts lines={lines} />
      <PreviewLines lines={lines} names={names} />
      {issues.map(({ code, params }) => (
        <Notice
          key={code}
          kind="wrong"
          role="alert"
          title={issueText.has(code as never) ? issueText(code as never, params as never) : code}
        />
      ))}
      {count > 0 ? (
        <form action={send}>
          <p className="my-2 text-ink-2">{t('together', { count })}</p>
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="fileName" value={fileName} />
          <input type="hidden" name="proposal" value={proposal} />
          <Button kind="primary" disabled={isWriting}>
            {isWriting ? t('writing') : t('confirm', { count })}
          </Button>
        </form>
      ) : (
        <p>{t('nothing')}</p>
      )}
    </Sheet>
  );
}

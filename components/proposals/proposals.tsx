'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { PreviewCounts, PreviewLines } from '@/components/imports/preview-lines';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { Issue } from '@/lib/domain/access/errors';
import type { OfflineLine } from '@/lib/domain/entry/offline-form';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Named = { name: string; nameEn: string };
export type Proposal = {
  id: string;
  system: string;
  unit: Named;
  at: Date;
  seen: string;
  lines: OfflineLine[];
  count: number;
};
export type Decided = { decision: 'take' | 'refuse'; written: number };

type State = {
  issues: (Issue & { field: string | null })[];
  values: Record<string, string[]>;
  result?: Decided;
};
type Props = {
  reportId: string;
  proposals: Proposal[];
  names: Record<string, Named>;
  decide: (state: State, form: FormData) => Promise<State>;
};

/** What other systems propose, one sheet each, to be taken or refused. */
export function Proposals({ reportId, proposals, names, decide }: Props) {
  const [t, issueText, locale, format] = [
    useTranslations('proposals'),
    useTranslations('issues'),
    useLocale(),
    useFormatter(),
  ];
  const [{ issues, result }, send, isBusy] = useKeptForm<State>(decide, { issues: [], values: {} });
  return (
    <>
      {result ? (
        <Notice
          kind="good"
          role="status"
          title={result.decision === 'take' ? t('taken', { count: result.written }) : t('refused')}
        >
          <LinkButton href={paths.report(reportId)}>{t('toReport')}</LinkButton>
        </Notice>
      ) : null}
      {issues.map(({ code, params }) => (
        <Notice
          key={code}
          kind="wrong"
          role="alert"
          title={issueText.has(code as never) ? issueText(code as never, params as never) : code}
        />
      ))}
      {proposals.length === 0 ? <Sheet>{t('none')}</Sheet> : null}
      {proposals.map(({ id, system, unit, at, seen, lines, count }) => (
        <Sheet key={id} className="mb-4">
          <h2>
            {t('from', { system, unit: nameOf(unit, locale), at: format.dateTime(at, 'minute') })}
          </h2>
          <PreviewCounts lines={lines} area="proposals" />
          <PreviewLines lines={lines} names={names} area="proposals" />
          <p className="my-2 text-ink-2">{count > 0 ? t('together', { count }) : t('nothing')}</p>
          <form action={send} className="flex flex-wrap gap-3">
            <input type="hidden" name="proposal" value={id} />
            <input type="hidden" name="seen" value={seen} />
            {count > 0 ? (
              <Button kind="primary" name="decision" value="take" disabled={isBusy}>
                {t('take', { count })}
              </Button>
            ) : null}
            <Button kind="plain" name="decision" value="refuse" disabled={isBusy}>
              {t('refuse')}
            </Button>
          </form>
        </Sheet>
      ))}
    </>
  );
}

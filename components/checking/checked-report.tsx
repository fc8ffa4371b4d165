import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { previousOf, labelOf, type Period } from '@/lib/domain/tree/period';
import type { Action } from '@/lib/domain/access/policy';
import { readinessOf } from '@/lib/domain/report/readiness';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { AllFigures } from '@/components/review/all-figures';
import { useCheckBlocks } from './check-blocks';
import { CheckDesk } from './check-desk';
import { CheckLists } from './check-lists';
import { CheckResults } from './check-results';
import { HintList } from '@/components/review/hint-list';
import { OpenMarks } from '@/components/review/open-marks';
import type { ReadForm } from '@/components/review/review-rows';
import { SignDesk } from './sign-desk';

type Name = { name: string; nameEn: string };
type Props = {
  form: ReadForm & {
    report: {
      id: string;
      unit: Name;
      period: Period;
      allowed: readonly Action[];
      signatures: number;
    };
    submission: {
      number: number;
      sentBy: string | null;
      sentAt: Date | null;
      cosignedBy: string | null;
      cosignedAt: Date | null;
    };
  };
  personId: string;
  /** Whether the viewer has signed first, so that the second signature is another's. */
  hasCosigned: boolean;
  /** Figures that stand out though no check fails, by indicator. */
  hints: ReadonlyMap<string, StatisticalHint>;
  /** Marks of the last return that the unit neither changed nor answered. */
  openMarks: readonly { indicator: string; note: string }[];
  reviewer: Name | null;
  demoPassword: string | null;
  actions: {
    saveChecks: ComponentProps<typeof CheckDesk>['action'];
    sign: ComponentProps<typeof SignDesk>['sign'];
    giveBack: ComponentProps<typeof SignDesk>['giveBack'];
  };
};

/** A report that has not been handed in: the reporter puts it right and sends it, the signatory signs it, others read. */
export function CheckedReport({
  form,
  personId,
  hasCosigned,
  hints,
  openMarks,
  reviewer,
  demoPassword,
  actions,
}: Props) {
  const t = useTranslations('check');
  const marks = useTranslations('openMarks');
  const locale = useLocale();
  const format = useFormatter();
  const { report, submission, sections, rows, explanations } = form;
  const readiness = readinessOf(
    rows,
    form.checks,
    explanations,
    form.previousPeriod !== null,
    form.waived,
  );
  const { missing, unreasoned, failing, unexplained } = readiness;
  const canExplain = report.allowed.includes('report.check');
  const canSign = report.allowed.includes('report.sign');
  const blocks = useCheckBlocks(readiness, canExplain);
  const sent = {
    by: submission.sentBy ?? '',
    at: submission.sentAt ? format.dateTime(submission.sentAt, 'minute') : '',
  };
  const previous = labelOf(previousOf(report.period), locale);
  const isEmpty =
    blocks.length +
      readiness.explained.length +
      readiness.hints.length +
      hints.size +
      openMarks.length ===
    0;
  const standing =
    readiness.isReady && openMarks.length > 0 ? (
      <Notice kind="attention" title={marks('ready', { count: openMarks.length })}>
        {t('ready.text')}
        {marks.rich('readyText', { link: (text) => <a href="#open-marks">{text}</a> })}
      </Notice>
    ) : readiness.isReady ? (
      <Notice kind="good" title={t('ready.title')}>
        {t('ready.text')}
      </Notice>
    ) : (
      <Notice
        kind="attention"
        title={t('notReady', {
          count: missing.length + unreasoned.length + failing.length + unexplained.length,
        })}
      />
    );
  const lists = isEmpty ? null : (
    <Sheet>
      <OpenMarks reportId={report.id} marks={openMarks} rows={rows} mayChange={canExplain} />
      <CheckLists
        {...{ sections, rows, readiness, explanations, previous, canExplain }}
        reportId={report.id}
      />
      <HintList {...{ hints, rows, previous }} reportId={report.id} />
    </Sheet>
  );
  const results = (
    <CheckResults reportId={report.id} submission={submission.number} readiness={readiness} />
  );
  const figures = (
    <Sheet className="mt-4">
      <AllFigures form={form} isOpen={canSign && !hasCosigned} />
    </Sheet>
  );
  if (canExplain) {
    return (
      <>
        <p>{t('intro')}</p>
        <CheckDesk
          action={actions.saveChecks}
          personId={personId}
          reportId={report.id}
          submission={submission.number}
          blocks={blocks}
        >
          {standing}
          {results}
          {lists}
          <p className="mt-6 max-w-3xl">{t('send.text', { unit: nameOf(report.unit, locale) })}</p>
        </CheckDesk>
        {figures}
      </>
    );
  }
  const isSecond = submission.cosignedAt !== null;
  const first = {
    by: submission.cosignedBy ?? '',
    at: submission.cosignedAt ? format.dateTime(submission.cosignedAt, 'minute') : '',
  };
  const declaration = reviewer
    ? t('sign.statement', { unit: nameOf(reviewer, locale) })
    : t('sign.statementTop');
  const statement =
    report.signatures < 2
      ? declaration
      : isSecond
        ? `${t('sign.second', first)}${declaration}`
        : t('sign.first');
  if (canSign && !hasCosigned) {
    return (
      <>
        <p className="mb-4">
          {t.rich('sign.status', { ...sent, link: (text) => <a href="#sign">{text}</a> })}
        </p>
        <SignDesk
          sign={actions.sign}
          giveBack={actions.giveBack}
          reportId={report.id}
          sent={{ submission: submission.number, sentAt: submission.sentAt }}
          statement={statement}
          isFirst={report.signatures > 1 && !isSecond}
          blocks={blocks}
          demoPassword={demoPassword}
        />
        {results}
        {lists}
        {figures}
      </>
    );
  }
  return (
    <>
      <p className="mb-4">
        {submission.sentAt
          ? isSecond
            ? t('waitingSecond', first)
            : t('waiting', sent)
          : t('reading')}
      </p>
      {results}
      {lists}
      {figures}
    </>
  );
}

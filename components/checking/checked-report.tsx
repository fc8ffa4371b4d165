import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { previousOf, labelOf, type Period } from '@/lib/domain/tree/period';
import type { Action } from '@/lib/domain/access/policy';
import { readinessOf, type Readiness } from '@/lib/domain/report/readiness';
import type { FormHint } from '@/lib/domain/checks/term-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { AllFigures } from '@/components/review/all-figures';
import { useCheckBlocks } from './check-blocks';
import { CheckDesk } from './check-desk';
import { CheckLists } from './check-lists';
import { CheckResults } from './check-results';
import { HintList } from '@/components/review/hint-list';
import { OpenMarks } from '@/components/review/open-marks';
import type { ReadForm } from '@/components/review/review-rows';
import { Signing, WaitingNote, type SigningProps } from './signing';

type Props = Omit<SigningProps, 'blocks' | 'actions'> & {
  form: ReadForm & {
    report: { unit: { name: string; nameEn: string }; period: Period; allowed: readonly Action[] };
  };
  personId: string;
  /** Whether the viewer has signed first, so that the second signature is another's. */
  hasCosigned: boolean;
  /** Figures that stand out though no check fails, by indicator. */
  hints: ReadonlyMap<string, FormHint>;
  /** Marks of the last return that the unit neither changed nor answered. */
  openMarks: readonly { indicator: string; note: string }[];
  actions: SigningProps['actions'] & { saveChecks: ComponentProps<typeof CheckDesk>['action'] };
};

/** A report that has not been handed in: the reporter puts it right and sends it, the signatory signs it, others read
 *  it. */
export function CheckedReport(props: Props) {
  const { form, hasCosigned } = props;
  const { allowed } = form.report;
  const readiness = readinessOf(
    form.rows,
    form.checks,
    form.explanations,
    form.previousPeriod !== null,
    form.waived,
  );
  const canExplain = allowed.includes('report.check');
  // A first signature is enough again where the period asks for one.
  const signs = allowed.includes('report.sign') && !(hasCosigned && form.report.signatures > 1);
  const part = { ...props, readiness, blocks: useCheckBlocks(readiness, canExplain) };
  return (
    <>
      {canExplain ? (
        <Explaining {...part} />
      ) : signs ? (
        <Signing {...part} />
      ) : (
        <WaitingNote {...part} />
      )}
      {canExplain ? null : (
        <>
          <Results {...part} />
          <Lists {...part} />
        </>
      )}
      <Sheet className="mt-4">
        <AllFigures form={form} isOpen={signs} />
      </Sheet>
    </>
  );
}

type PartProps = Props & {
  readiness: Readiness;
  blocks: ReturnType<typeof useCheckBlocks>;
};

/** The desk of whoever fills the report in. */
function Explaining(props: PartProps) {
  const { form, personId, blocks, actions } = props;
  const [t, locale] = [useTranslations('check'), useLocale()];
  return (
    <>
      <p>{t('intro')}</p>
      <CheckDesk
        action={actions.saveChecks}
        personId={personId}
        reportId={form.report.id}
        submission={form.submission.number}
        seen={form.seen}
        blocks={blocks}
      >
        <ReadyNotice readiness={props.readiness} openMarks={props.openMarks.length} />
        <Results {...props} />
        <Lists {...props} />
        <p className="mt-6 max-w-3xl">
          {t('send.text', { unit: nameOf(form.report.unit, locale) })}
        </p>
      </CheckDesk>
    </>
  );
}

/** Whether the report can go to the signatory. */
function ReadyNotice({ readiness, openMarks }: { readiness: Readiness; openMarks: number }) {
  const [t, marks] = [useTranslations('check'), useTranslations('openMarks')];
  const { isReady, missing, unreasoned, failing, unexplained } = readiness;
  if (!isReady) {
    const count = missing.length + unreasoned.length + failing.length + unexplained.length;
    return <Notice kind="attention" title={t('notReady', { count })} />;
  }
  return openMarks > 0 ? (
    <Notice kind="attention" title={marks('ready', { count: openMarks })}>
      {t('ready.text')}
      {marks.rich('readyText', { link: (text) => <a href="#open-marks">{text}</a> })}
    </Notice>
  ) : (
    <Notice kind="good" title={t('ready.title')}>
      {t('ready.text')}
    </Notice>
  );
}

const Results = ({ form, readiness }: PartProps) => (
  <CheckResults
    reportId={form.report.id}
    submission={form.submission.number}
    readiness={readiness}
  />
);

/** All there is to look at; nothing where there is nothing. */
function Lists({ form, readiness, blocks, hints, openMarks }: PartProps) {
  const { report, sections, rows, explanations } = form;
  const previous = labelOf(previousOf(report.period), useLocale());
  const canExplain = report.allowed.includes('report.check');
  const lists = [blocks, readiness.explained, readiness.hints, [...hints], openMarks];
  if (lists.every(({ length }) => length === 0)) return null;
  return (
    <Sheet>
      <OpenMarks reportId={report.id} marks={openMarks} rows={rows} mayChange={canExplain} />
      <CheckLists
        {...{ sections, rows, readiness, explanations, previous, canExplain }}
        reportId={report.id}
      />
      <HintList {...{ hints, rows, previous }} reportId={report.id} />
    </Sheet>
  );
}

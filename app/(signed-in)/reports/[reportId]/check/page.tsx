import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { CheckedReport } from '@/components/checking/checked-report';
import { OwnWords } from '@/components/checking/own-words';
import { Deadline } from '@/components/board/deadline';
import { StandingNote } from '@/components/board/standing-note';
import { FormHead } from '@/components/paper/form-head';
import { Receipt } from '@/components/history/receipt';
import { ReportTrail } from '@/components/history/report-trail';
import { SentBackNotice } from '@/components/checking/sent-back-notice';
import { HandTotalsNote } from '@/components/rollup/hand-totals-note';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { demoPassword } from '@/lib/env';
import { countAnswers } from '@/lib/domain/report/completeness';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { giveBack, recall, saveChecks, sign, unsign } from './actions';
import { readCheck } from './read-check';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('check'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) return {};
  return { title: t('pageTitle', unitAndPeriod(form.report, locale)) };
}

/** Check and submit: what is missing, wrong or to be explained; then the signature; then the receipt. */
export default async function CheckPage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('check'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) notFound();

  const { report, submission, rows } = form;
  const isSigned = submission.signedAt !== null;
  const hasTurn = report.allowed.includes('report.check') || report.allowed.includes('report.sign');
  const { reviewer, sentBack, totals, ...found } = await readCheck(form);
  return (
    <>
      <ReportTrail report={report} here={t('title')} />
      <FormHead isNamed title={t('title')} report={report}>
        {isSigned ? null : <Deadline deadlines={report.period} now={currentTime()} />}
      </FormHead>
      {isSigned || hasTurn ? null : (
        <StandingNote report={report} unit={nameOf(report.unit, locale)} now={currentTime()} />
      )}
      {sentBack ? <SentBackNotice event={sentBack} /> : null}
      <HandTotalsNote
        totals={totals}
        rollUp={paths.rollup(report.unit.code, report.period.code)}
        isOpen={!isSigned}
      />
      {isSigned ? null : (
        <OwnWords {...form} reportId={reportId} names={[report.unit.name, report.period.code]} />
      )}
      {isSigned ? (
        <Receipt
          report={report}
          submission={submission}
          figures={countAnswers(rows).filled}
          reviewer={reviewer}
          canReview={report.allowed.includes('report.review')}
        />
      ) : (
        <ClientMessages areas={['check', 'fields', 'issues']}>
          <CheckedReport
            form={form}
            personId={viewer.personId}
            hasCosigned={submission.cosignedBy !== null && submission.isCosignedByViewer}
            hints={found.hints}
            openMarks={found.openMarks}
            reviewer={reviewer}
            demoPassword={viewer.isDemo ? demoPassword() : null}
            actions={{ saveChecks, sign, giveBack, recall, unsign }}
          />
        </ClientMessages>
      )}
    </>
  );
}

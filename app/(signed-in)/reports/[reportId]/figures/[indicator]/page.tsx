import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { Fact, FigureFacts } from '@/components/review/figure-facts';
import { FigureKeys } from '@/components/review/figure-keys';
import { FigureList } from '@/components/review/figure-list';
import { FigureTalk } from '@/components/review/figure-talk';
import { FormHead } from '@/components/paper/form-head';
import { ReportTrail } from '@/components/history/report-trail';
import { isMarked, isShown, reviewRows, rowFilters } from '@/components/review/review-rows';
import { reviewStanding } from '@/components/review/review-standing';
import { SiblingFigures } from '@/components/review/sibling-figures';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listDraftMarks } from '@/lib/data/review/draft-marks';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findHints } from '@/lib/data/figures/hints';
import { findHistories } from '@/lib/data/figures/histories';
import { findThreads } from '@/lib/data/review/marks';
import { findPeers } from '@/lib/data/figures/peer-figures';
import { listReopenings } from '@/lib/data/review/reopenings';
import { listReviewQueue, nextInQueue } from '@/lib/data/review/queue';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { findSiblings } from '@/lib/data/figures/sibling-figures';
import { labelOf, labelOfCode } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../../../read-form';
import { speak } from '../../../figure-words';

type Props = {
  params: Promise<{ reportId: string; indicator: string }>;
  searchParams: Promise<{ show?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, indicator: code }, t, locale] = await Promise.all([
    params,
    getTranslations('figure'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  const row = form?.rows.find(({ indicator }) => indicator.code === code);
  if (!form || !row) return {};
  return {
    title: t('pageTitle', {
      name: nameOf(row.indicator, locale),
      ...unitAndPeriod(form.report, locale),
    }),
  };
}

/** One figure of a submission with everything known and said about it, beside the list of all: for who reviews it and for
 *  who entered it. Every figure has its own address. */
export default async function FigurePage({ params, searchParams }: Props) {
  const [viewer, { reportId, indicator: code }, { show }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('figure'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  const at = form?.rows.find(({ indicator }) => indicator.code === code);
  if (!form || !at) notFound();

  const { report, submission, sections } = form;
  const before =
    report.submissions.findLast(
      ({ number, signedAt }) => signedAt !== null && number < submission.number,
    ) ?? null;
  const [threads, drafted, requests, changed, histories, evidence, hints, siblings, peers, queue] =
    await Promise.all([
      findThreads(viewer, reportId),
      listDraftMarks(viewer, reportId),
      listReopenings(viewer, reportId),
      before ? compareSubmissions(viewer, reportId, before.number, submission.number) : [],
      findHistories(viewer, reportId, [code]),
      listEvidence(viewer, reportId, submission.number),
      findHints(viewer, form),
      findSiblings(viewer, reportId, code),
      findPeers(viewer, report),
      report.allowed.includes('report.review') ? listReviewQueue(viewer, report.period.code) : [],
    ]);
  const rows = reviewRows(form, {
    given: submission.review?.marks,
    last: before?.review?.marks,
    changed,
    drafted,
    threads,
    hints,
  });
  const filter = rowFilters.find((one) => one === show) ?? 'all';
  const asked = new Map(requests.map((request) => [request.indicator, request]));
  const open = new Set(
    requests.flatMap(({ indicator, isGranted }) => (isGranted === null ? indicator : [])),
  );
  const shown = rows.filter((one) => isShown(one, filter) || one.indicator.code === code);
  const place = shown.findIndex(({ indicator }) => indicator.code === code);
  const query = filter === 'all' ? undefined : filter;
  const address = (one: (typeof rows)[number] | undefined) =>
    one ? paths.reportFigure(reportId, one.indicator.code, query) : null;
  const isTelling = (one: (typeof rows)[number]) =>
    one.checks.length > 0 ||
    one.hint !== null ||
    open.has(one.indicator.code) ||
    one.changedFrom !== null ||
    isMarked(one);
  const row = { ...shown[place]!, target: at.target, limit: at.limit };
  const [previous, next, flagged] = [
    address(shown[place - 1]),
    address(shown[place + 1]),
    address(shown.slice(place + 1).find(isTelling)),
  ];
  const nextReport = nextInQueue(queue, reportId);
  const isReviewer = reviewStanding(viewer, report) === 'open';
  const { indicator } = row;
  const peer = peers.get(code) ?? null;
  return (
    <>
      <ReportTrail
        report={report}
        here={t(report.allowed.includes('report.fill') ? 'titleUnit' : 'title')}
      />
      <FormHead title={nameOf(indicator, locale)} report={report}>
        <span>{t('place', { at: place + 1, count: shown.length })}</span>
      </FormHead>
      <FigureKeys
        previous={previous}
        next={next}
        flagged={flagged}
        queue={nextReport && paths.review(nextReport.id)}
      />
      <nav
        aria-label={t('title')}
        className="no-print mb-3 flex flex-wrap items-center gap-x-6 gap-y-1"
      >
        {(
          [
            ['previous', previous],
            ['next', next],
            ['nextFlagged', flagged],
          ] as const
        ).map(([key, href]) =>
          href ? (
            <Link
              key={key}
              href={href}
              className="inline-flex min-h-8 items-center"
              rel={key === 'previous' ? 'prev' : 'next'}
            >
              {t(key)}
            </Link>
          ) : (
            <span key={key} className="inline-flex min-h-8 items-center text-ink-2">
              {t(key)}：{t('none')}
            </span>
          ),
        )}
        <a href="#list" className="inline-flex min-h-8 items-center lg:hidden">
          {t('jump')}
        </a>
        {report.allowed.includes('report.fill') ? (
          <Link href={paths.section(reportId, indicator.section, code)}>{t('entry')}</Link>
        ) : (
          <Link href={paths.review(reportId)}>{t('back')}</Link>
        )}
        {nextReport ? (
          <Link href={paths.review(nextReport.id)}>
            {t('queueNext', { unit: nameOf(nextReport.unit, locale) })}
          </Link>
        ) : null}
      </nav>
      <div className="gap-6 lg:grid lg:grid-cols-[24rem_minmax(0,1fr)] lg:items-start">
        <Sheet className="mb-4 lg:order-2">
          <FigureFacts
            reportId={reportId}
            row={row}
            indicators={new Map(rows.map((one) => [one.indicator.code, one.indicator]))}
            period={report.period}
            hint={hints.get(code) ?? null}
            history={(histories.get(code) ?? []).map(({ period, figure }) => ({
              period: labelOf(period, locale),
              value: figure.value!,
              text: printFigure(figure, indicator),
            }))}
            evidence={evidence.filter((file) => file.indicator === code)}
          >
            <Fact name={t('fact.peers')}>
              <SiblingFigures
                siblings={siblings}
                indicator={indicator}
                peers={peer && { ...peer, period: labelOfCode(peer.period, locale) }}
                period={labelOf(report.period, locale)}
              />
            </Fact>
          </FigureFacts>
          <ClientMessages areas={['figure', 'issues']}>
            <FigureTalk
              action={speak}
              hidden={{ reportId, submission: String(submission.number), indicator: code }}
              row={row}
              lock={form.locks.get(code) ?? null}
              request={asked.get(code) ?? null}
              allowed={report.allowed}
              canMark={isReviewer}
            />
          </ClientMessages>
          <p className="no-print mt-4 text-table text-ink-2">
            {t('keys', { hasQueue: nextReport ? 'yes' : 'no' })}
          </p>
        </Sheet>
        <FigureList
          reportId={reportId}
          sections={sections}
          rows={rows}
          chosen={code}
          filter={filter}
          hasBefore={before !== null}
          hinted={hints}
          asked={open}
        />
      </div>
    </>
  );
}

import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { Reopening } from './figure/figure-talk';
import { WordForm, type WordAction } from './word-form';

type Props = {
  reportId: string;
  submission: number;
  requests: readonly Reopening[];
  rows: readonly { indicator: Indicator }[];
  /** Whether all figures are open by the return itself. */
  isAllOpen: boolean;
  mayOpen: boolean;
  speak: WordAction;
  openAll: WordAction;
};

/** What the unit asks to have opened, each with one click; or all of it. */
export function ReopeningList(props: Props) {
  const { reportId, submission, requests, isAllOpen, mayOpen } = props;
  const t = useTranslations('review.reopen');
  if (requests.length === 0 && !mayOpen) return null;
  const hidden = { reportId, submission: String(submission) };
  return (
    <Sheet className="mb-4">
      <h2>{t('title')}</h2>
      <ul>
        {requests.map((request) => (
          <Request key={request.indicator} {...props} request={request} hidden={hidden} />
        ))}
      </ul>
      {isAllOpen ? <p>{t('allOpen')}</p> : null}
      {mayOpen && !isAllOpen ? (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-4">
          <WordForm
            id="open-all"
            action={props.openAll}
            hidden={hidden}
            buttons={[{ intent: 'openAll', text: t('all') }]}
          />
          <p className="text-table text-ink-2">{t('allText')}</p>
        </div>
      ) : null}
    </Sheet>
  );
}

function Request({
  request: { indicator: code, reason, by, at, isGranted, answer, decidedBy },
  hidden,
  rows,
  mayOpen,
  speak,
}: Props & { request: Reopening; hidden: { reportId: string; submission: string } }) {
  const t = useTranslations('figure.form');
  const [format, locale] = [useFormatter(), useLocale()];
  const indicator = rows.find((row) => row.indicator.code === code)?.indicator;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <Link href={paths.reportFigure(hidden.reportId, code)}>
        {indicator ? nameOf(indicator, locale) : code}
      </Link>
      <span className="grow">{t('asked', { by, at: format.dateTime(at, 'minute'), reason })}</span>
      {isGranted === null && mayOpen ? (
        <WordForm
          id={`open-${code}`}
          action={speak}
          hidden={{ ...hidden, indicator: code }}
          buttons={[{ intent: 'grant', text: t('grant') }]}
        />
      ) : null}
      {isGranted === true ? (
        <span className="text-good">✓ {t('granted', { by: decidedBy ?? '' })}</span>
      ) : null}
      {isGranted === false ? (
        <span className="text-ink-2">{t('refused', { answer: answer ?? '' })}</span>
      ) : null}
    </li>
  );
}

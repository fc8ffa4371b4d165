import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Tag } from '@/components/ui/tag';
import type { listNotices, NoticeKind } from '@/lib/data/notices/notices';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  notice: Awaited<ReturnType<typeof listNotices>>[number];
  /** The figure that it is about, if any. */
  indicator: Indicator | undefined;
};

/** What somebody wants the viewer to know, who and when, and where it is dealt with. */
export function NoticeItem({ notice, indicator }: Props) {
  const [t, format] = [useTranslations('notices'), useFormatter()];
  const { kind, text, by, isRead } = notice;
  const at = format.dateTime(notice.at, 'minute');
  const author = by
    ? t('by', { by, at })
    : kind === 'proposal.made'
      ? t('by', { by: text ?? '', at })
      : t('rule', { at });
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-4">
        <span className={isRead ? '' : 'font-bold'}>{t(`kind.${kind}`)}</span>
        {isRead ? null : <Tag kind="todo">{t('new')}</Tag>}
        <span className="text-ink-2">{author}</span>
      </p>
      {text && kind !== 'proposal.made' ? (
        <p lang="zh-CN" className="my-1">
          {text}
        </p>
      ) : null}
      <Way notice={notice} indicator={indicator} />
    </li>
  );
}

function Way({ notice: { kind, about }, indicator }: Props) {
  const [t, locale] = [useTranslations('notices'), useLocale()];
  const place = { unit: nameOf(about.unit, locale), period: labelOfCode(about.period, locale) };
  if (about.reportId === null)
    return (
      <Link href={paths.progress({ period: about.period, unit: about.unit.code })}>
        {t('openProgress', place)}
      </Link>
    );
  return indicator && kind !== 'target.set' && kind !== 'limit.set' ? (
    <Link href={paths.reportFigure(about.reportId, indicator.code)}>
      {t('openFigure', { ...place, name: nameOf(indicator, locale) })}
    </Link>
  ) : (
    <Link href={hrefOf(kind, about.reportId)}>{t('open', place)}</Link>
  );
}

/** Where one deals with what a notice is about. */
function hrefOf(kind: NoticeKind, reportId: string): string {
  if (kind === 'proposal.made') return paths.proposals(reportId);
  if (kind === 'report.submitted') return paths.review(reportId);
  if (kind === 'report.sent' || kind === 'report.cosigned' || kind === 'report.uncosigned')
    return paths.check(reportId);
  if (kind === 'target.set' || kind === 'limit.set') return paths.targets(reportId);
  if (kind.startsWith('waiver.'))
    return kind === 'waiver.asked' ? paths.openWaivers() : paths.waivers(reportId);
  return kind.startsWith('extension.') ? paths.extension(reportId) : paths.report(reportId);
}

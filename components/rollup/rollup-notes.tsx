import { useTranslations, useLocale } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import Link from 'next/link';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { namesOfExplained, type Explained } from '@/lib/domain/checks/explained-note';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

/** How stocks, rates and highest values come together, below every table of totals. */
export function RollUpNotes() {
  const t = useTranslations('rollup.notes');
  return (
    <div className="mt-3 text-table text-ink-2">
      <p>{t('stock')}</p>
      <p>{t('ratio')}</p>
      <p>{t('highest')}</p>
    </div>
  );
}

/** That totals are worked out as the page is opened, and whether made-up reports are in them. */
export function Freshness({ isMadeUp }: { isMadeUp: boolean }) {
  const [t, common] = [useTranslations('rollup'), useTranslations('common')];
  return (
    <span className="flex flex-wrap gap-x-5">
      <span>{t('fresh')}</span>
      {isMadeUp ? <Tag>{common('madeUp')}</Tag> : null}
    </span>
  );
}

type Props = {
  explained: readonly (Explained & { unit: { name: string; nameEn: string }; reportId: string })[];
  indicators: readonly Indicator[];
  /** The page that an address asks for, and where the others are. */
  asked: string | undefined;
  hrefOf: (page: string) => string;
};

/** What the units wrote to explain their figures: the footnotes of a roll-up. */
export function ExplainedNotes({ explained, indicators, asked, hrefOf }: Props) {
  const [t, locale] = [useTranslations('rollup.explained'), useLocale()];
  if (explained.length === 0) return null;
  const { shown, page, pages } = pageOf(explained, asked);
  return (
    <section className="mt-4" aria-labelledby="explained">
      <h2 id="explained">{t('title', { count: explained.length })}</h2>
      <ul className="text-table">
        {shown.map(({ unit, reportId, indicators: codes, text, by, sum }, at) => {
          const { names, more } = namesOfExplained(codes, indicators, (indicator) =>
            nameOf(indicator, locale),
          );
          return (
            <li key={at} className="border-b border-line py-2">
              <Link href={paths.report(reportId)}>{nameOf(unit, locale)}</Link>{' '}
              {t('about', { names: names.join(locale === 'en' ? ', ' : '、'), more })}{' '}
              {sum === undefined ? null : <span className="text-ink-2">{t('sum', { sum })} </span>}
              <span lang="zh-CN">{text}</span> <span className="text-ink-2">{t('by', { by })}</span>
            </li>
          );
        })}
      </ul>
      <PageNumbers page={page} pages={pages} hrefOf={(one) => `${hrefOf(one)}#explained`} />
    </section>
  );
}

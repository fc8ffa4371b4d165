import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ExchangeForm } from '@/components/desk/exchange-form';
import { RenewalPreview } from '@/components/desk/renewal-preview';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { StyleForm } from '@/components/summary/style-form';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findRenewal, type Basis } from '@/lib/data/desk/renewals';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { labelOf, labelOfCode, parsePeriodCode } from '@/lib/domain/tree/period';
import { usualStyle } from '@/lib/domain/comparison/source';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { nameOf } from '@/lib/i18n/name-of';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { baseChoiceOf } from '../../base-choice';
import { renewDesk, restoreDesk } from '../actions';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.renewal'))('title') };
}

/** A manuscript written anew with another base year or style: what would become of it, before anything does. */
export default async function RenewalPage({ params, searchParams }: Props) {
  const [asked, query, viewer, t, summary, desk, locale, format] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('desk.renewal'),
    getTranslations('summary'),
    getTranslations('desk'),
    getLocale(),
    getFormatter(),
  ]);
  const { unit, period } = decodeScope(asked);
  const choice: Basis | null =
    query.length === undefined
      ? null
      : { ...(query.base && { base: query.base }), style: readStyle(query) };
  const [preview, scopes] = await Promise.all([
    findRenewal(viewer, { unit, period }, choice),
    listSummaryScopes(viewer),
  ]);
  if (!preview) notFound();
  const basis = choice ?? preview.basis;
  const sayBasis = ({ base, style = usualStyle }: Basis): string => {
    const baseYear = base ? parsePeriodCode(base) : null;
    const said = (['length', 'headings', 'falls', 'numbers'] as const).map(
      (name) => `${summary(`style.${name}`)} ${summary(`style.choices.${style[name]}`)}`,
    );
    return [
      baseYear ? t('base', { year: labelOf(baseYear, locale) }) : summary('beside.noBase'),
      ...said,
    ].join(' · ');
  };
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.summaries(), text: summary('title') },
          {
            href: paths.summary(unit, period),
            text: `${nameOf(preview.unit, locale)} ${labelOfCode(period, locale)}`,
          },
          { href: paths.desk(unit, period), text: desk('title') },
        ]}
        here={t('title')}
      />
      <PageHead title={t('title')} meta={t('intro')} />
      <div className="grid items-start gap-6 min-[900px]:grid-cols-[22rem_minmax(0,1fr)]">
        <Sheet>
          <h2>{t('choose')}</h2>
          <p className="text-table text-ink-2">{t('now', { how: sayBasis(preview.basis) })}</p>
          <StyleForm
            action={paths.renewal(unit, period)}
            base={baseChoiceOf(
              scopes.find((one) => one.unit.code === unit),
              period,
              basis.base,
              locale,
            )}
            style={basis.style ?? usualStyle}
            submit={t('look')}
          />
        </Sheet>
        <ClientMessages areas={['desk', 'issues']}>
          {choice ? (
            <Sheet aria-labelledby="outcome">
              <RenewalPreview renewal={preview.renewal} how={sayBasis(choice)} />
              <ExchangeForm
                action={renewDesk}
                fields={{
                  unit,
                  period,
                  revision: String(preview.revision),
                  base: choice.base ?? '',
                  ...styleQuery(choice.style ?? usualStyle),
                }}
                kind="primary"
                label={t('submit')}
                again={paths.renewal(unit, period, query)}
              />
              <p className="mt-2 text-table text-ink-2">{t('kept')}</p>
            </Sheet>
          ) : null}
          {preview.former.length > 0 ? (
            <Sheet className="min-[900px]:col-start-2" aria-labelledby="former">
              <h2 id="former">{t('former')}</h2>
              <ul className="list-none">
                {preview.former.map((text) => (
                  <li
                    key={text.revision}
                    className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2"
                  >
                    <span className="min-w-0 flex-1 basis-64">
                      {t('formerRow', {
                        by: text.savedBy,
                        at: format.dateTime(text.savedAt, 'minute'),
                      })}
                      <span className="block text-table text-ink-2">{sayBasis(text.basis)}</span>
                    </span>
                    <ExchangeForm
                      action={restoreDesk}
                      fields={{
                        unit,
                        period,
                        revision: String(preview.revision),
                        former: String(text.revision),
                      }}
                      label={t('restore')}
                      name={t('restoreOne', { at: format.dateTime(text.savedAt, 'minute') })}
                      again={paths.renewal(unit, period)}
                    />
                  </li>
                ))}
              </ul>
            </Sheet>
          ) : null}
        </ClientMessages>
      </div>
    </>
  );
}

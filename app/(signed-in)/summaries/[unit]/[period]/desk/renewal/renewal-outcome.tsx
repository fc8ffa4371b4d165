import { useTranslations } from 'next-intl';
import { ExchangeForm } from '@/components/desk/exchange-form';
import { Sheet } from '@/components/ui/sheet';
import type { findRenewal } from '@/lib/data/desk/renewals';
import type { Basis } from '@/lib/data/desk/versions';
import { styleQuery } from '@/lib/domain/summary/style';
import { usualStyle } from '@/lib/domain/comparison/source';
import { paths } from '@/lib/paths';
import { renewDesk } from '../actions';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import type { Renewal } from '@/lib/domain/desk/renew';

type Props = {
  unit: string;
  period: string;
  preview: NonNullable<Awaited<ReturnType<typeof findRenewal>>>;
  choice: Basis;
  how: string;
  /** This page, for who has to look again because the text has changed meanwhile. */
  again: string;
};

/** What writing anew would do to the text, and the step that does it. */
export function RenewalOutcome({ unit, period, preview, choice, how, again }: Props) {
  const [t, versions] = [useTranslations('desk.renewal'), useTranslations('desk.versions')];
  return (
    <Sheet aria-labelledby="outcome">
      <RenewalPreview renewal={preview.renewal} how={how} />
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
        again={again}
      />
      <p className="mt-2 text-table text-ink-2">
        {t('kept')} <a href={paths.versions(unit, period)}>{versions('title')}</a>
      </p>
    </Sheet>
  );
}

/** What writing anew would do: the author's own that would be lost first, then what stays, then the counts. */
async function RenewalPreview({
  renewal: { lost, unfounded, kept, dropped, added },
  how,
}: {
  renewal: Renewal;
  how: string;
}) {
  const t = await getTranslations('desk.renewal');
  return (
    <>
      <h2 id="outcome">{t('outcome')}</h2>
      <p className="text-table text-ink-2">{how}</p>
      {lost.length > 0 ? (
        <Notice kind="attention" title={t('lost', { count: lost.length })}>
          <Sentences blocks={lost} />
        </Notice>
      ) : (
        <Notice kind="good">{t('nothingLost')}</Notice>
      )}
      {unfounded.length > 0 ? (
        <Notice kind="attention" title={t('unfounded', { count: unfounded.length })}>
          <Sentences blocks={unfounded} />
        </Notice>
      ) : null}
      <p className="mt-2">{t('counts', { dropped, added })}</p>
      {kept.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-8">{t('stays', { count: kept.length })}</summary>
          <Sentences blocks={kept} />
        </details>
      ) : null}
    </>
  );
}

function Sentences({ blocks }: { blocks: readonly Block[] }) {
  return (
    <ul lang="zh-CN" className="list-none">
      {blocks.map(({ id, parts }) => (
        <li key={id} className="border-b border-line py-1">
          {textOf(parts)}
        </li>
      ))}
    </ul>
  );
}

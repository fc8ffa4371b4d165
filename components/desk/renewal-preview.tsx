import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import type { Renewal } from '@/lib/domain/desk/renew';

/** What writing anew would do: the author's own that would be lost first, then what stays, then the counts. */
export async function RenewalPreview({
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

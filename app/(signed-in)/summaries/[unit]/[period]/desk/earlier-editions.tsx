import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Viewer } from '@/lib/data/database/access';
import { listEarlierEditions } from '@/lib/data/desk/written-on';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';

type Props = { viewer: Viewer; unit: string; period: string };

/** The unit's earlier editions, each with the way to write it on. */
export async function EarlierEditions({ viewer, unit, period }: Props) {
  const [editions, t, locale] = await Promise.all([
    listEarlierEditions(viewer, { unit, period }),
    getTranslations('desk.writtenOn'),
    getLocale(),
  ]);
  if (editions.length === 0) return null;
  return (
    <p className="mt-4 flex flex-wrap gap-x-4">
      {t('fromEdition')}
      {editions.map(({ period: of, number }) => (
        <Link key={of} href={paths.writtenOn(unit, period, { of, edition: String(number) })}>
          {labelOfCode(of, locale)}
        </Link>
      ))}
    </p>
  );
}
